import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** A server that listens on loopback. */
export interface Running {
  /** Without a slash at its end: `http://127.0.0.1:4010`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1, and nowhere else.
 *
 * @param port 0 takes any free one.
 * @throws what `listen` says when the port is taken.
 */
export async function listen(app: Express, port = 0): Promise<Running> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
