import type { Parameter } from '../api/api.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { parts } from '../api/schema-shape.ts';
import type { Validator } from '../values/validate.ts';

const uuid = '7d8f9a3e-2b61-4c1d-9e5f-0a1b2c3d4e5f';

/**
 * Headers whose grammar an RFC tells, and a value of each that changes as little as can be: the first byte, whatever was
 * changed since long ago, an entity tag that nobody has. A made text would be no value of theirs at all.
 */
const values: Readonly<Record<string, string>> = {
  // RFC 9110 §14.1.2
  range: 'bytes=0-0',
  // RFC 9110 §13.1.1–§13.1.5; dates are those of §5.6.7
  'if-match': '*',
  'if-none-match': '"itc"',
  'if-range': '"itc"',
  'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT',
  'if-unmodified-since': 'Thu, 31 Dec 2099 23:59:59 GMT',
  // RFC 9110 §12.5, §8.4, §8.5
  'accept-charset': 'utf-8',
  'accept-encoding': 'identity',
  'accept-language': 'en',
  'content-encoding': 'identity',
  'content-language': 'en',
  // RFC 9110 §6.6.1, §10.1; RFC 6454 §7
  date: 'Sat, 01 Jan 2000 00:00:00 GMT',
  from: 'itc@example.com',
  origin: 'https://example.com',
  referer: 'https://example.com/',
  'user-agent': 'itc',
  // RFC 9111 §5.2, §5.4
  'cache-control': 'no-cache',
  pragma: 'no-cache',
  // RFC 7240 §4.2
  prefer: 'return=representation',
  // W3C Trace Context §3.2, §3.3
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  tracestate: 'itc=1',
  // No RFC: a UUID (RFC 9562) by custom
  'x-request-id': uuid,
  'request-id': uuid,
  'x-correlation-id': uuid,
  'correlation-id': uuid,
  // RFC 7239 says Forwarded; the older one has an address
  forwarded: 'for=192.0.2.1',
  'x-forwarded-for': '192.0.2.1',
};

/** Whether a header's values have a grammar that is known: no other text is one, however long it may be. */
export function hasKnownGrammar(header: string): boolean {
  return Object.hasOwn(values, header.toLowerCase());
}

/** A value by the grammar of a header; undefined where none is known, the contract has its own, or it allows another one. */
export function knownHeaderValue(
  header: string,
  schema: JsonSchema,
  { schemas, validator }: { readonly schemas: Schemas; readonly validator: Validator },
): string | undefined {
  if (!hasKnownGrammar(header)) return undefined;
  const isSaid = parts(schema, schemas).some(
    (part) => part.enum !== undefined || part.const !== undefined || part.default !== undefined,
  );
  const value = values[header.toLowerCase()]!;
  return !isSaid && validator.isValid(schema, value) ? value : undefined;
}

/**
 * Why a server need not mind a wrong value of a header; undefined where it has to. What cannot be read is no precondition
 * and no range, and a preference binds nobody.
 */
export function whyIgnored(header: string): string | undefined {
  const name = header.toLowerCase();
  const known = ignored.find(({ names }) => names.includes(name));
  return known && `a server need not mind a ${header} that it does not understand (${known.source})`;
}

const ignored = [
  {
    names: ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since', 'if-range'],
    source: 'RFC 9110 §13.1',
  },
  { names: ['range'], source: 'RFC 9110 §14.2' },
  { names: ['accept-charset', 'accept-encoding', 'accept-language'], source: 'RFC 9110 §12.5' },
  { names: ['prefer'], source: 'RFC 7240 §2' },
] satisfies readonly { readonly names: readonly string[]; readonly source: string }[];

/** Headers that tell something of the bytes of the whole request (RFC 9530, RFC 9421, RFC 1864): they can't be made before it. */
export function isMadeOfRequest(header: string): boolean {
  return /^(digest|content-digest|repr-digest|content-md5|signature|signature-input)$/i.test(header);
}

/** Headers of the connection and of the message's framing (RFC 9110 §7.2, §7.6.1, §8.6; RFC 9112 §6): the client's own. */
export function isOfClient({ name, in: location }: Pick<Parameter, 'name' | 'in'>): boolean {
  return (
    location === 'header' &&
    /^(host|connection|content-length|transfer-encoding|te|trailer|upgrade)$/i.test(name)
  );
}
