import { isArray, type Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { parts, types } from '../api/schema-shape.ts';
import { kebab, wordsOf } from '../api/words.ts';

/** Formats of one value in several spellings. */
const respelt: ReadonlySet<string> = new Set([
  'date-time',
  'decimal',
  'duration',
  'ipv6',
  'password',
  'phone',
  'time',
  'uri',
]);

/** Names of what servers bring into a form of their own. */
const telephones = /(^|-)(phone|mobile|fax|tel|telephone|msisdn)(-number)?$/;

/**
 * Whether an answer may show a value in another way than it was sent, and neither is wrong: points in time and their like
 * (time zones, fractions of a second), URIs (a slash at the end), telephone numbers, capitals in addresses (RFC 5321 §2.4)
 * and UUIDs (RFC 9562 §4), spaces around a text, markup; and what the answer declares with another type, or not at all.
 *
 * @param schema of the answer
 */
export function mayBeSpeltDifferently(
  name: string,
  json: Json,
  { schema, schemas }: { readonly schema: JsonSchema; readonly schemas: Schemas },
): boolean {
  if (schema === false || isOfAnotherType(schema, json, schemas)) return true;
  const shapes = parts(schema, schemas);
  if (shapes.some(({ format, writeOnly }) => writeOnly === true || respelt.has(format ?? ''))) return true;
  if (typeof json === 'string')
    return telephones.test(kebab(wordsOf(name)))
      ? /\D/.test(json)
      : json.trim() !== json || capitals.test(json) || /<\w|^https?:\/\/[^/]+$/i.test(json);
  const items = isArray(json) ? shapes.find((part) => part.items !== undefined)?.items : undefined;
  return (
    isArray(json) &&
    items !== undefined &&
    json.some((item) => mayBeSpeltDifferently(name, item, { schema: items, schemas }))
  );
}

/** In an e-mail address, or in a UUID. */
const capitals = /^(?=.*[A-Z])([^\s@]+@[^\s@]+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/;

function isOfAnotherType(schema: JsonSchema, json: Json, schemas: Schemas): boolean {
  const declared = types(schema, schemas);
  const own = isArray(json) ? 'array' : json === null ? 'null' : typeof json;
  return (
    own !== 'null' &&
    declared.length > 0 &&
    !declared.some((type) => type === own || (type === 'integer' && own === 'number'))
  );
}
