import type { JsonSchema, SchemaObject } from '../../api/json-schema.ts';

/** Named schemas without the loops in which a validator would run for ever, and the names of those that were cut. */
export interface Ended {
  readonly schemas: ReadonlyMap<string, JsonSchema>;
  readonly cut: readonly string[];
}

/**
 * Opens loops of schemas that apply to one and the same value (JSON Schema 2020-12, Core §9.4.1: a schema must not make
 * a validator recurse without end).
 *
 * One kind of loop is an idiom: a base lists its kinds in `oneOf` and each kind has the base in `allOf`. There the kind
 * keeps what the base says besides. Any other loop says nothing; the reference that closes it becomes `true`, or no
 * branch at all in an `anyOf` or `oneOf`, and is told.
 */
export function endless(named: ReadonlyMap<string, JsonSchema>): Ended {
  const schemas = new Map(named);
  openIdioms(schemas);
  const cut: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): void => {
    if (done.has(name)) return;
    path.push(name);
    for (const target of namesIn(schemas.get(name))) {
      if (path.includes(target)) {
        schemas.set(
          name,
          replaced(schemas.get(name) ?? true, (reference) => (reference === target ? true : undefined)),
        );
        cut.push(name);
      } else visit(target);
    }
    path.pop();
    done.add(name);
  };
  for (const name of named.keys()) visit(name);
  return { schemas, cut: [...new Set(cut)].toSorted() };
}

/** Lets every kind keep of its base only what does not lead back to the kind. */
function openIdioms(schemas: Map<string, JsonSchema>): void {
  for (const [name, schema] of schemas) {
    if (typeof schema !== 'object' || schema.allOf === undefined) continue;
    const allOf = schema.allOf.map((part) => restOfBase(part, name, schemas) ?? part);
    if (allOf.some((part, index) => part !== schema.allOf?.[index])) schemas.set(name, { ...schema, allOf });
  }
}

/** What a base says besides its kinds, where the part of a kind is a reference to such a base. */
function restOfBase(
  part: JsonSchema,
  kind: string,
  schemas: ReadonlyMap<string, JsonSchema>,
): JsonSchema | undefined {
  if (typeof part !== 'object' || part.$ref === undefined) return undefined;
  const base = schemas.get(part.$ref.slice('#/$defs/'.length));
  if (typeof base !== 'object' || !leadsTo(kind, [...(base.oneOf ?? []), ...(base.anyOf ?? [])], schemas))
    return undefined;
  const { oneOf: _oneOf, anyOf: _anyOf, discriminator: _discriminator, ...rest } = base;
  return leadsTo(kind, [rest], schemas) ? undefined : rest;
}

/** Whether schemas apply the named one to the value that they are applied to. */
function leadsTo(
  name: string,
  from: readonly JsonSchema[],
  schemas: ReadonlyMap<string, JsonSchema>,
): boolean {
  const seen = new Set<string>();
  const open = from.flatMap(namesIn);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === name) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...namesIn(schemas.get(next)));
  }
  return false;
}

/** The schemas that a schema applies to the same value. */
function inPlace(schema: SchemaObject): readonly JsonSchema[] {
  const {
    allOf = [],
    anyOf = [],
    oneOf = [],
    not,
    if: condition,
    then: consequence,
    else: otherwise,
  } = schema;
  const single = [not, condition, consequence, otherwise].filter((part) => part !== undefined);
  return [...allOf, ...anyOf, ...oneOf, ...single, ...Object.values(schema.dependentSchemas ?? {})];
}

/** Names of the schemas that a schema applies to the same value. */
function namesIn(schema: JsonSchema | undefined): readonly string[] {
  if (typeof schema !== 'object') return [];
  const own = schema.$ref === undefined ? [] : [schema.$ref.slice('#/$defs/'.length)];
  return [...own, ...inPlace(schema).flatMap(namesIn)];
}

/** The schema with other schemas for the references that it makes in place; the same object where nothing changes. */
function replaced(schema: JsonSchema, change: (name: string) => JsonSchema | undefined): JsonSchema {
  if (typeof schema !== 'object') return schema;
  if (schema.$ref !== undefined) return change(schema.$ref.slice('#/$defs/'.length)) ?? schema;
  if (inPlace(schema).length === 0) return schema;
  const all = (parts: readonly JsonSchema[] | undefined) => parts?.map((part) => replaced(part, change));
  const some = (parts: readonly JsonSchema[] | undefined) => {
    const kept = parts?.filter((part) => replaced(part, change) !== true || part === true);
    return all(kept && kept.length > 0 ? kept : parts);
  };
  const one = (part: JsonSchema | undefined) => (part === undefined ? undefined : replaced(part, change));
  const byName = Object.entries(schema.dependentSchemas ?? {}).map(([key, part]) => [
    key,
    replaced(part, change),
  ]);
  const parts: readonly (readonly [keyof SchemaObject, unknown])[] = [
    ['allOf', all(schema.allOf)],
    ['anyOf', some(schema.anyOf)],
    ['oneOf', some(schema.oneOf)],
    ['not', one(schema.not)],
    ['if', one(schema.if)],
    ['then', one(schema.then)],
    ['else', one(schema.else)],
    ['dependentSchemas', schema.dependentSchemas && Object.fromEntries(byName)],
  ];
  const present = Object.fromEntries(parts.filter(([, part]) => part !== undefined));
  const isSame = namesIn(schema).every((name) => change(name) === undefined);
  return isSame ? schema : { ...schema, ...present };
}
