import { ownIdentityIn, type FoundIdentity } from './identities.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import type { Resource } from './resources.ts';
import { memberAt, members, parts, pointerTokens, types } from './schema-shape.ts';

/** The schema of the items of the array at a pointer of an answer; undefined where nothing is said of them. */
export function itemsAt(answer: JsonSchema, pointer: string, schemas: Schemas): JsonSchema | undefined {
  return parts(memberAt(answer, pointer, schemas), schemas).find((part) => part.items !== undefined)?.items;
}

/**
 * The member of an item that has the same value as the identity of the thing: of what an answer names, the member of the
 * same name; of what a path names, the one that can be nothing else. Both are numbers, or both text.
 */
export function itemIdentity(
  items: JsonSchema | undefined,
  { identity, name, parameter }: Resource,
  schemas: Schemas,
): FoundIdentity | undefined {
  if (identity === undefined || identity.from === 'parent') return undefined;
  const isText = (schema: JsonSchema) => types(schema, schemas).includes('string');
  const own = items === undefined ? undefined : ownIdentityIn(items, { name, parameter }, schemas);
  if (identity.from === 'location') return own;
  if (identity.from === 'path')
    return own && isText(own.schema) === isText(identity.schema) ? own : undefined;
  const pointer = identity.pointer.slice(identity.pointer.lastIndexOf('/'));
  const declared = items === undefined ? new Map<string, JsonSchema>() : members(items, schemas);
  if (declared.size === 0) return { pointer, schema: identity.schema };
  const schema = declared.get(pointerTokens(pointer)[0]!);
  return schema !== undefined && isText(schema) === isText(identity.schema) ? { pointer, schema } : undefined;
}
