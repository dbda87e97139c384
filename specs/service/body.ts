import type { ServedBody } from './contract.ts';
import type { Judge } from './judge.ts';
import { problem, type Reply } from './reply.ts';

/** A file of a multipart body. */
export interface Upload {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A body that was read, or the refusal. */
export type ReadBody = { readonly value: unknown } | { readonly refusal: Reply };

/**
 * Reads and checks the body of a request. JSON (RFC 8259, in UTF-8) and multipart/form-data (RFC 7578) are known; files
 * of a multipart body are judged by their text.
 *
 * Refusals: 413 (400 where the contract does not promise it) for what is too large, 400 for what cannot be read, 415 for
 * another media type, 422 for what breaks the schema.
 *
 * @param bytes Undefined when they were too many to be read.
 */
export async function readBody(
  contentType: string | undefined,
  bytes: Buffer | undefined,
  { body, judge }: { readonly body: ServedBody; readonly judge: Judge },
): Promise<ReadBody> {
  if (bytes === undefined) return { refusal: problem(body.tooLarge, 'The body is larger than 1 MiB.') };
  if (bytes.length === 0 && contentType === undefined) {
    return body.required ? { refusal: problem(400, 'The body is missing.') } : { value: undefined };
  }
  const mediaType = (contentType ?? '').split(';')[0]!.trim().toLowerCase();
  const pointer = body.contents[mediaType];
  if (pointer === undefined) {
    return { refusal: problem(415, `The body must be ${Object.keys(body.contents).join(' or ')}.`) };
  }
  return mediaType === 'multipart/form-data'
    ? readForm(contentType!, bytes, { body, judge, pointer })
    : readJson(bytes, { judge, pointer });
}

interface Rules {
  readonly judge: Judge;
  readonly pointer: string;
}

function readJson(bytes: Buffer, rules: Rules): ReadBody {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { refusal: problem(400, 'The body is not JSON.') };
  }
  const errors = rules.judge.complaints(rules.pointer, value);
  return errors.length > 0 ? { refusal: problem(422, 'The body breaks the contract.', errors) } : { value };
}

async function readForm(
  contentType: string,
  bytes: Buffer,
  rules: Rules & { readonly body: ServedBody },
): Promise<ReadBody> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    return { refusal: problem(400, 'The body is not multipart/form-data.') };
  }
  const parts = await Promise.all(
    [...form.entries()].map(async ([name, part]) => [name, await uploadOf(part)] as const),
  );
  const values = Object.fromEntries(parts);
  const errors = [
    ...parts
      .filter(([name], index) => parts.findIndex(([other]) => other === name) !== index)
      .map(([name]) => ({
        at: `/${name}`,
        message: 'comes twice',
      })),
    ...Object.entries(rules.body.parts).flatMap(([name, types]) => wrongPart(name, values[name], types)),
    ...rules.judge.complaints(
      rules.pointer,
      Object.fromEntries(parts.map(([name, part]) => [name, textOf(part)])),
    ),
  ];
  return errors.length > 0
    ? { refusal: problem(422, 'The body breaks the contract.', errors) }
    : { value: values };
}

const uploadOf = async (part: string | File): Promise<string | Upload> =>
  typeof part === 'string' ? part : { mediaType: part.type, bytes: Buffer.from(await part.arrayBuffer()) };

const textOf = (part: string | Upload) => (typeof part === 'string' ? part : part.bytes.toString('latin1'));

function wrongPart(name: string, part: string | Upload | undefined, types: readonly string[]) {
  if (part === undefined) return [];
  const isGood = typeof part !== 'string' && types.includes(part.mediaType.split(';')[0]!.trim());
  return isGood ? [] : [{ at: `/${name}`, message: `must be a file of ${types.join(' or ')}` }];
}
