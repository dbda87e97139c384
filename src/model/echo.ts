import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { memberAt, members, parts, pointerTokens, types } from '../api/schema-shape.ts';
import { at, object, without, type Value } from './value.ts';
import { escapeToken } from '../source/place.ts';

interface Sent {
  /** The value that was sent, as a case speaks of it. */
  readonly value: Value;
  readonly json: Json;
  /** Where an answer keeps the thing: `''`, or the pointer of its envelope: `/data`. */
  readonly envelope: string;
}

/**
 * What an answer must contain of what was sent: the members that the answer's schema declares, too. Left out is what a
 * right server may spell differently: points in time and their like (time zones, fractions of a second), URIs (a slash at the
 * end), and what the answer declares with another type.
 * Undefined where nothing is left.
 */
export function echo(
  { value, json, envelope }: Sent,
  answer: JsonSchema | undefined,
  schemas: Schemas,
): Value | undefined {
  const shape = answer === undefined ? undefined : memberAt(answer, envelope, schemas);
  if (shape === undefined || !isObject(json)) return undefined;
  const lost = lostBelow(json, shape, { schemas, prefix: '' });
  const kept = Object.keys(json).filter((name) => !lost.includes(escapeToken(name)));
  if (kept.length === 0) return undefined;
  const echoed = lost.reduce((whole, pointer) => without(whole, at(pointer)), value);
  return pointerTokens(envelope).reduceRight<Value>((inner, name) => object({ [name]: inner }), echoed);
}

interface Context {
  readonly schemas: Schemas;
  readonly prefix: string;
}

/** Pointers of the members that the answer need not show as they were sent, the outermost of each branch. */
function lostBelow(json: Json, shape: JsonSchema, { schemas, prefix }: Context): readonly string[] {
  if (isArray(json)) {
    const items = parts(shape, schemas).find((part) => part.items !== undefined)?.items;
    return items === undefined
      ? []
      : json.flatMap((item, index) => lostBelow(item, items, { schemas, prefix: `${prefix}${index}/` }));
  }
  if (!isObject(json)) return [];
  const declared = members(shape, schemas);
  const map = parts(shape, schemas).find(
    (part) => typeof part.additionalProperties === 'object',
  )?.additionalProperties;
  return Object.entries(json).flatMap(([name, member]) => {
    const pointer = prefix + escapeToken(name);
    const schema = declared.get(name) ?? map;
    if (schema === undefined || mayBeSpeltDifferently(schema, member, schemas)) return [pointer];
    const inside = lostBelow(member, schema, { schemas, prefix: `${pointer}/` });
    return isObject(member) && inside.length >= Object.keys(member).length ? [pointer] : inside;
  });
}

/** Formats of one value in several spellings. */
const respelt: ReadonlySet<string> = new Set(['date-time', 'duration', 'ipv6', 'password', 'time', 'uri']);

function mayBeSpeltDifferently(schema: JsonSchema, json: Json, schemas: Schemas): boolean {
  const declared = types(schema, schemas);
  const own = isArray(json) ? 'array' : json === null ? 'null' : typeof json;
  const isOfAnotherType =
    own !== 'null' &&
    declared.length > 0 &&
    !declared.some((type) => type === own || (type === 'integer' && own === 'number'));
  return (
    schema === false ||
    isOfAnotherType ||
    parts(schema, schemas).some(
      ({ format, writeOnly }) => writeOnly === true || (format !== undefined && respelt.has(format)),
    )
  );
}
