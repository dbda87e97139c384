import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { memberAt, members, parts, pointerTokens } from '../api/schema-shape.ts';
import type { Value } from './value.ts';
import { mayBeSpeltDifferently } from './spelling.ts';
import { at, object, without } from './value.ts';
import { isVolatile } from './volatile.ts';
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
 * right server may spell differently (see `mayBeSpeltDifferently`), and what changes by itself.
 * Undefined where nothing is left.
 */
export function echo(
  { value, json, envelope }: Sent,
  answer: JsonSchema | undefined,
  schemas: Schemas,
): Value | undefined {
  const lost = lostIn({ json, envelope }, answer, schemas);
  if (lost === undefined || !isObject(json)) return undefined;
  const kept = Object.keys(json).filter((name) => !lost.includes(escapeToken(name)));
  if (kept.length === 0) return undefined;
  const echoed = lost.reduce((whole, pointer) => without(whole, at(pointer)), value);
  return pointerTokens(envelope).reduceRight<Value>((inner, name) => object({ [name]: inner }), echoed);
}

/**
 * What of a JSON object an answer need not show as it was sent: pointers without their leading slash. Undefined: the answer
 * does not say what it has there.
 */
export function lostIn(
  { json, envelope }: Pick<Sent, 'json' | 'envelope'>,
  answer: JsonSchema | undefined,
  schemas: Schemas,
): readonly string[] | undefined {
  const shape = answer === undefined ? undefined : memberAt(answer, envelope, schemas);
  return shape === undefined || !isObject(json) ? undefined : lostBelow(json, shape, { schemas, prefix: '' });
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
    if (schema === undefined || isVolatile(name, schema, schemas)) return [pointer];
    if (mayBeSpeltDifferently(name, member, { schema, schemas })) return [pointer];
    const inside = lostBelow(member, schema, { schemas, prefix: `${pointer}/` });
    return isObject(member) && inside.length >= Object.keys(member).length ? [pointer] : inside;
  });
}
