import type { JsonSchema, SchemaObject, Schemas } from '../../src/api/json-schema.ts';
import type { Way } from './mutation.ts';

/** A value inside an answer, and what is promised of it. */
export interface Member {
  readonly way: Way;
  /** Its schema, with whatever it refers to put together (`allOf` and `$ref`; the first part that says something wins). */
  readonly schema: SchemaObject;
  readonly isRequired: boolean;
}

/** Members that an answer must not have (a schema of `false`: what is writeOnly). */
export interface Forbidden {
  readonly way: Way;
}

/** So deep members are looked for. */
const deepest = 3;

/** Everything that a schema says of a value and of what is in it, from the outside in; branches are left out. */
export function membersOf(
  schema: JsonSchema,
  defs: Schemas,
): { readonly members: readonly Member[]; readonly forbidden: readonly Forbidden[] } {
  const members: Member[] = [];
  const forbidden: Forbidden[] = [];
  const visit = (of: JsonSchema, way: Way, isRequired: boolean): void => {
    if (of === false) forbidden.push({ way });
    if (typeof of === 'boolean') return;
    const merged = together(of, defs);
    members.push({ way, schema: merged, isRequired });
    if (way.length >= deepest) return;
    for (const [name, member] of Object.entries(merged.properties ?? {}))
      visit(member, [...way, name], merged.required?.includes(name) ?? false);
    if (merged.items !== undefined) visit(merged.items, [...way, 0], false);
  };
  visit(schema, [], true);
  return { members, forbidden };
}

function together(schema: SchemaObject, defs: Schemas, seen: ReadonlySet<string> = new Set()): SchemaObject {
  const { $ref, allOf = [], ...own } = schema;
  const name = $ref?.replace('#/$defs/', '');
  const target = name === undefined || seen.has(name) ? undefined : defs[name];
  const inner = new Set([...seen, ...(name === undefined ? [] : [name])]);
  const parts = [target, ...allOf]
    .filter((part): part is SchemaObject => typeof part === 'object')
    .map((part) => together(part, defs, inner));
  return [own, ...parts].reduce((all, part) => ({
    ...part,
    ...all,
    ...((all.properties ?? part.properties) && { properties: { ...part.properties, ...all.properties } }),
    ...((all.required ?? part.required) && { required: [...(all.required ?? []), ...(part.required ?? [])] }),
  }));
}
