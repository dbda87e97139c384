import type { Operation } from '../../api/api.ts';
import { isObject } from '../../api/json.ts';
import type { JsonSchema, Schemas } from '../../api/json-schema.ts';
import { members, parts } from '../../api/schema-shape.ts';
import { kebab, wordsOf } from '../../api/words.ts';
import type { SentBody } from '../../model/bodies.ts';
import type { Subject } from '../../model/subject.ts';
import { at, without, type Value } from '../../model/value.ts';
import { escapeToken } from '../../source/place.ts';

interface Changed {
  readonly read: Operation;
  readonly change: Operation;
  readonly body: SentBody;
  /** What the read answers. */
  readonly answer: JsonSchema;
}

/** Members by which people log in: a caller who has changed them may not be let in again. */
const names = /^(user-?name|login|e-?mail|phone|password)$/;

/**
 * What undoes a change: the answer of a read before it, without what the change does not take. A text says why nothing
 * would: not all that was there is answered, or it could not be sent again.
 *
 * @param before the answer
 */
export function putBack(
  before: Value,
  { read, change, body, answer }: Changed,
  { api, sent }: Subject,
): Value | string {
  const { schemas } = sent;
  const mayBeAbsent =
    read.responses.some(({ status }) => status === '404' || status === '410') ||
    change.responses.some(({ status }) => status === '201');
  if (mayBeAbsent) return 'it may not have been there before';
  if (!isObject(body.made)) return 'it is no object';
  const taken = members(body.schema, schemas);
  const shown = members(answer, api.schemas);
  const always = new Set(parts(answer, api.schemas).flatMap(({ required = [] }) => required));
  const touched =
    change.method === 'PUT' ? [...taken.keys()] : Object.keys(body.made).filter((name) => taken.has(name));
  const must = parts(body.schema, schemas).flatMap(({ required = [] }) => required);

  for (const name of touched) {
    const schema = shown.get(name);
    const isSure = always.has(name) || (change.method === 'PUT' && !must.includes(name));
    if (schema === undefined || says(schema, 'writeOnly', api.schemas)) return `${name} is never answered`;
    if (!isSure) return `${name} is not always answered`;
    if (isNullable(schema, api.schemas) && !isNullable(taken.get(name), schemas))
      return `${name} may be null, which is not taken`;
    if (hasReadOnly(schema, api.schemas)) return `${name} has parts that are only read`;
    if (change.security.length > 0 && names.test(kebab(wordsOf(name))))
      return `${name} may be what the caller logs in with`;
  }
  const others = [...shown.keys()].filter((name) => !touched.includes(name));
  return others.reduce((whole, name) => without(whole, at(escapeToken(name))), before);
}

function says(schema: JsonSchema | undefined, keyword: 'readOnly' | 'writeOnly', schemas: Schemas): boolean {
  return parts(schema, schemas).some((part) => part[keyword] === true);
}

/** How deep a schema is looked into: some have no end. */
const depth = 3;

function isNullable(schema: JsonSchema | undefined, schemas: Schemas, level = depth): boolean {
  return (
    level > 0 &&
    parts(schema, schemas).some(
      ({ type, anyOf = [], oneOf = [] }) =>
        type === 'null' ||
        (Array.isArray(type) && type.includes('null')) ||
        [...anyOf, ...oneOf].some((branch) => isNullable(branch, schemas, level - 1)),
    )
  );
}

function hasReadOnly(schema: JsonSchema, schemas: Schemas, level = depth): boolean {
  const items = parts(schema, schemas).flatMap((part) => part.items ?? []);
  const inside = [...members(schema, schemas).values(), ...items];
  return (
    level > 0 && inside.some((one) => says(one, 'readOnly', schemas) || hasReadOnly(one, schemas, level - 1))
  );
}
