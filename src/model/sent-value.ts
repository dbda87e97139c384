import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { members, parts } from '../api/schema-shape.ts';

/**
 * An example as it is sent: without the members that the contract marks readOnly (OpenAPI 3.0 §4.7.24.2: they "SHOULD
 * NOT be sent as part of the request"), which examples of whole things nearly always show.
 *
 * @param schemas as the contract has them, in neither direction
 */
export function asSentValue(json: Json, schema: JsonSchema, schemas: Schemas): Json {
  if (isArray(json)) {
    const items = parts(schema, schemas).find((part) => part.items !== undefined)?.items;
    return items === undefined ? json : json.map((item) => asSentValue(item, items, schemas));
  }
  if (!isObject(json)) return json;
  const declared = members(schema, schemas);
  const kept = Object.entries(json).filter(([name]) => !isReadOnly(declared.get(name), schemas));
  return Object.fromEntries(
    kept.map(([name, member]) => [name, asSentValue(member, declared.get(name) ?? true, schemas)]),
  );
}

function isReadOnly(schema: JsonSchema | undefined, schemas: Schemas): boolean {
  return parts(schema, schemas).some(({ readOnly }) => readOnly === true);
}
