import type { JsonSchema, SchemaObject, Schemas } from '../../api/json-schema.ts';
import { memberAt, parts, types } from '../../api/schema-shape.ts';
import { alwaysHas } from '../../model/always-has.ts';
import { escapeToken } from '../../source/place.ts';

/**
 * A schema without what the contract says anyway of an answer that conforms: types and members that are promised, and
 * alternatives that are ruled out. It says the same, in fewer words.
 *
 * @param promised what the contract promises of the value
 */
export function narrowed(schema: JsonSchema, promised: JsonSchema | undefined, schemas: Schemas): JsonSchema {
  if (typeof schema === 'boolean' || promised === undefined) return schema;
  const inside = (one: JsonSchema) => narrowed(one, promised, schemas);
  const { type, required, anyOf, allOf, not, properties, prefixItems, contains, ...rest } = schema;
  const known = types(promised, schemas);
  const isSure = known.length === 1 && known[0] === type && alwaysHas(promised, [], schemas);
  const shapes = parts(promised, schemas);
  const item = shapes.find(({ items }) => items !== undefined)?.items;
  const asked = required?.filter(
    (name) => !(isSure && shapes.some((shape) => shape.required?.includes(name))),
  );
  const one: SchemaObject = {
    ...(type !== undefined && !isSure && { type }),
    ...(asked && asked.length > 0 && { required: asked }),
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, member]) => [
          name,
          narrowed(member, memberAt(promised, `/${escapeToken(name)}`, schemas), schemas),
        ]),
      ),
    }),
    ...(prefixItems && { prefixItems: prefixItems.map((each) => narrowed(each, item, schemas)) }),
    ...(contains !== undefined && { contains: narrowed(contains, item, schemas) }),
    ...(not !== undefined && { not: inside(not) }),
    ...(allOf && { allOf: allOf.map(inside) }),
  };
  if (anyOf === undefined) return one;
  const possible = anyOf.filter((branch) => mayBe(branch, known)).map(inside);
  const [only, ...others] = possible;
  if (only !== undefined && others.length === 0 && Object.keys(one).length === 0) return only;
  return { ...one, anyOf: possible.length === 0 ? anyOf : possible };
}

/** Whether a value of one of the types may meet a schema; no types: it is of any. */
function mayBe(schema: JsonSchema, known: readonly string[]): boolean {
  if (known.length === 0 || typeof schema === 'boolean' || typeof schema.type !== 'string') return true;
  return known.includes(schema.type) || (schema.type === 'number' && known.includes('integer'));
}
