import type { RequestBody } from '../../api/api.ts';
import type { Found } from './paths.ts';
import type { Reading } from './reading.ts';

/**
 * The body of a request whose method gives it no meaning (RFC 9110 §9.3.1, §9.3.2, §9.3.5: GET, HEAD, DELETE).
 *
 * OpenAPI 3.0 ignores it (3.0.3 §4.7.10.1), 3.1 permits it and advises against it, 2.0 says nothing of it. Servers that
 * are made from such a contract read it all the same: where it is required it is sent, whatever the version; by the
 * letter of 3.0 nobody need look at it, so that no wrong one is held against a server. TRACE never has one (§9.3.8).
 */
export function withMeaning(
  body: RequestBody | undefined,
  { method, path }: Pick<Found, 'method' | 'path'>,
  reading: Reading,
): RequestBody | undefined {
  if (body === undefined || !withoutMeaning.has(method)) return body;
  const { place, required } = body;
  const tell = (what: string) =>
    reading.report.add('openapi/body-without-meaning', place, { operation: `${method} ${path}`, what });
  if (method === 'TRACE') {
    tell('it is not sent (RFC 9110 §9.3.8)');
    reading.gap('ignored-body', `The body of ${method} ${path} is not sent: TRACE has none.`, place);
    return undefined;
  }
  if (reading.version !== '3.0') {
    tell('it is sent, and held against the contract');
    return body;
  }
  if (required) {
    tell('it is sent, since it is required, and a wrong one is held against nobody');
    return { ...body, isIgnored: true };
  }
  tell('OpenAPI 3.0 ignores it, and it is not sent');
  reading.gap('ignored-body', `The body of ${method} ${path} is not sent: OpenAPI 3.0 ignores it.`, place);
  return undefined;
}

const withoutMeaning: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'TRACE']);
