import type { Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import type { Deviations } from './deviate.ts';
import { textReadings } from './readings.ts';
import type { Validator } from './validate.ts';

/**
 * Those of the deviations of a body of text that a server can see: a scalar travels as its text, and is read back in every
 * way in which a text may be read. Null and what has parts are no text.
 */
export function observedInText(found: Deviations, schema: JsonSchema, validator: Validator): Deviations {
  const isSeen = (value: Json): boolean => {
    if (value === null || typeof value === 'object') return false;
    const text = String(value);
    return ![text, ...textReadings(text)].some((reading) => validator.isValid(schema, reading));
  };
  const seen = found.deviations.filter(
    ({ change, types }) =>
      change.kind === 'with' && isSeen(change.value) && types?.includes('string') !== true,
  );
  return {
    deviations: seen,
    omissions: [
      ...found.omissions,
      ...found.deviations
        .filter((one) => !seen.includes(one))
        .map(({ keyword, pointer, origin, also, label }) => ({
          keyword,
          pointer,
          origin,
          ...(also && { also }),
          code: 'not-observable' as const,
          reason: `in a text nobody can see that ${label}`,
        })),
    ],
  };
}
