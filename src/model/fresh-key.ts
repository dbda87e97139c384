import type { JsonSchema } from '../api/json-schema.ts';
import type { Validator } from '../values/validate.ts';
import type { Value } from './value.ts';

/** A header that says which request is the same one sent again (draft-ietf-httpapi-idempotency-key-header §2.1). */
export function isIdempotencyKey(header: string): boolean {
  return /^(x-)?idempotency-key$/i.test(header);
}

/** A key that no other request has: a word, or a UUID; undefined where the schema takes neither, whatever its digits are. */
export function freshKey(schema: JsonSchema, validator: Validator): Value | undefined {
  const template = ['itc-########', '00000000-0000-4000-8000-0000########'].find((one) =>
    ['0', '5', '9'].every((digit) => validator.isValid(schema, one.replaceAll('#', digit))),
  );
  return template === undefined ? undefined : { kind: 'unique', template };
}
