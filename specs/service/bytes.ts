import type { IncomingMessage } from 'node:http';

/** Bodies larger than this (1 MiB) are not read. */
export const sizeLimit = 2 ** 20;

/** All bytes of a request's body; undefined when they are more than {@link sizeLimit}. */
export async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What comes after the limit is read and dropped, so that the caller can read the refusal.
    if (size <= sizeLimit) chunks.push(chunk);
  }
  return size > sizeLimit ? undefined : Buffer.concat(chunks);
}
