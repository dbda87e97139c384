import type { Operation } from '../api/api.ts';
import { isObject, type Json } from '../api/json.ts';
import { deviated, type Deviation, type Deviations } from '../values/deviate.ts';
import type { SentBody } from './bodies.ts';

/**
 * The deviations of a body that leave one behind. A form without a field is an empty body, and a JSON body of null is
 * none to many frameworks: where the contract lets callers leave the body out (OpenAPI 3.1 §4.8.13, `required`), such a
 * request is good, and what it breaks goes to the omissions.
 */
export function withoutMissingBodies(found: Deviations, operation: Operation, body: SentBody): Deviations {
  if (operation.body?.required === true) return found;
  const isMissing = (deviation: Deviation) => isNoBody(body.kind, deviated(body.made, deviation));
  return {
    ...found,
    deviations: found.deviations.filter((deviation) => !isMissing(deviation)),
    omissions: [
      ...found.omissions,
      ...found.deviations.filter(isMissing).map(({ keyword, pointer, origin, also, label }) => ({
        keyword,
        pointer,
        origin,
        ...(also && { also }),
        code: 'still-valid' as const,
        reason: `the body may be left out, and to many servers there is none where ${label}`,
      })),
    ],
  };
}

/** Whether a value of a body travels as no body at all. */
export function isNoBody(kind: SentBody['kind'], value: Json): boolean {
  switch (kind) {
    case 'json':
      return value === null;
    case 'form':
    case 'multipart':
      return isObject(value) && Object.keys(value).length === 0;
    case 'text':
      return value === '';
  }
}
