import type { Operation } from '../api/api.ts';
import { successes } from '../api/resources.ts';
import type { Words } from '../api/words.ts';
import type { Call } from './model.ts';
import type { Value } from './value.ts';
import type { GoodRequest } from './requests.ts';
import { literal, replaced } from './value.ts';

/** The ETag of a saved answer (RFC 9110 §8.8.3). */
export function etagOf(saved: Words): Value {
  return { kind: 'part', of: 'saved', in: 'header', name: saved, header: 'ETag' };
}

export function withHeader(
  { call }: Pick<GoodRequest, 'call'>,
  { name }: { readonly name: string },
  value: Value,
): Call {
  return { ...call, headers: replaced(call.headers ?? literal({}), name, value) };
}

/** The header that an operation takes under this name, in lower case. */
export function headerOf({ parameters }: Operation, wanted: string) {
  return parameters.find(({ name, in: location }) => location === 'header' && name.toLowerCase() === wanted);
}

export function declares({ responses }: Operation, status: string): boolean {
  return responses.some((response) => response.status === status);
}

/** Whether the contract says that reading gives an ETag. */
export function givesEtag(read: Operation): boolean {
  return successes(read).some(({ headers }) => headers.some(({ name }) => name.toLowerCase() === 'etag'));
}
