import type { JsonSchema, JsonType, SchemaObject, Schemas } from './json-schema.ts';
import { remembered } from './remembered.ts';
import { nameOfRef } from './subschemas.ts';

/** What a schema says of the shape of a value, looked at through `$ref` and `allOf`. Never fails: no news is nothing. */

/** The schema that a chain of references leads to; `{}` for `true`, `false`, a dangling or an endless chain. */
export function target(schema: JsonSchema | undefined, schemas: Schemas): SchemaObject {
  if (typeof schema === 'object' && schema.$ref === undefined) return schema;
  const seen = new Set<string>();
  let current = schema;
  while (typeof current === 'object' && current.$ref !== undefined) {
    const name = nameOfRef(current.$ref);
    if (seen.has(name)) return {};
    seen.add(name);
    current = schemas[name];
  }
  return typeof current === 'object' ? current : {};
}

/**
 * The schema and everything that a value of it is made of, references followed: the parts of an `allOf`, and the only
 * branch beside `null` of an `anyOf` or `oneOf`. The schema itself comes first.
 */
export function parts(schema: JsonSchema | undefined, schemas: Schemas): readonly SchemaObject[] {
  return typeof schema === 'object' ? partsOf(schema, schemas) : anything;
}

const anything: readonly SchemaObject[] = [{}];

const partsOf = remembered((schema, schemas): readonly SchemaObject[] => {
  const found = new Set<SchemaObject>();
  const visit = (one: JsonSchema | undefined) => {
    const shape = target(one, schemas);
    if (found.has(shape)) return;
    found.add(shape);
    shape.allOf?.forEach(visit);
    if (shape.anyOf) visitOnly(shape.anyOf);
    if (shape.oneOf) visitOnly(shape.oneOf);
  };
  const visitOnly = (branches: readonly JsonSchema[]) => {
    const [only, ...others] = branches.filter((branch) => target(branch, schemas).type !== 'null');
    if (only !== undefined && others.length === 0) visit(only);
  };
  visit(schema);
  return [...found];
});

/** The members that an object of this schema may have, by name; the first part that speaks of a member counts. */
export function members(schema: JsonSchema | undefined, schemas: Schemas): ReadonlyMap<string, JsonSchema> {
  return typeof schema === 'object' ? membersOf(schema, schemas) : none;
}

const none: ReadonlyMap<string, JsonSchema> = new Map();

const membersOf = remembered((schema, schemas): ReadonlyMap<string, JsonSchema> => {
  const found = new Map<string, JsonSchema>();
  for (const { properties } of parts(schema, schemas)) {
    for (const name in properties) if (!found.has(name)) found.set(name, properties[name]!);
  }
  return found;
});

/** The types that a schema names, `null` left out; empty: any type. */
export function types(schema: JsonSchema | undefined, schemas: Schemas): readonly JsonType[] {
  return typeof schema === 'object' ? typesOf(schema, schemas) : [];
}

const typesOf = remembered((schema, schemas): readonly JsonType[] => {
  const named = parts(schema, schemas).flatMap(({ type }) => type ?? []);
  return [...new Set(named)].filter((type) => type !== 'null');
});

/** Whether a value of this schema is a single value that can stand in a path: a string or a number. */
export function isScalar(schema: JsonSchema | undefined, schemas: Schemas): boolean {
  const named = types(schema, schemas);
  return (
    named.length > 0 && named.every((type) => type === 'string' || type === 'integer' || type === 'number')
  );
}

/** The kind of number that a value of this schema is, where it can't be text. */
export function numberType(
  schema: JsonSchema | undefined,
  schemas: Schemas,
): 'integer' | 'number' | undefined {
  const named = types(schema, schemas);
  return named.includes('string')
    ? undefined
    : (['integer', 'number'] as const).find((type) => named.includes(type));
}

/** The schema of the member that a JSON Pointer leads to, through objects and arrays; undefined where none is declared. */
export function memberAt(schema: JsonSchema, pointer: string, schemas: Schemas): JsonSchema | undefined {
  let current: JsonSchema | undefined = schema;
  for (const token of pointerTokens(pointer)) {
    if (current === undefined) return undefined;
    const items: JsonSchema | undefined = parts(current, schemas).find(
      (part) => part.items !== undefined,
    )?.items;
    current = members(current, schemas).get(token) ?? (/^\d+$/.test(token) ? items : undefined);
  }
  return current;
}

/** Reference tokens of a JSON Pointer, decoded (RFC 6901 §4). The leading slash may be absent. */
export function pointerTokens(pointer: string): readonly string[] {
  if (pointer === '') return [];
  const text = pointer.startsWith('/') ? pointer.slice(1) : pointer;
  return text.split('/').map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
