import type { Operation } from './api.ts';
import { envelopeIn } from './envelopes.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import { isScalar, memberAt, members } from './schema-shape.ts';
import { kebab, wordsOf, type Words } from './words.ts';
import { escapeToken } from '../source/place.ts';

/** What tells a created thing from others. */
export type Identity =
  /** The server names the thing: JSON Pointer into the body of a 2xx of `create`: `/id`, `/data/id`. */
  | { readonly from: 'answer'; readonly pointer: string; readonly schema: JsonSchema }
  /** The server names the thing, and only the header Location of the 201 says it (RFC 9110 §15.3.2). */
  | { readonly from: 'location'; readonly schema: JsonSchema }
  /** The caller names the thing, in the path of `create`. */
  | { readonly from: 'path'; readonly schema: JsonSchema }
  /** There is one below each parent, which tells it from others: `/phones/{phoneId}/alarm`. */
  | { readonly from: 'parent'; readonly schema: JsonSchema };

/** What an identity may be called: the resource's name, and the path parameter that takes it. */
export interface IdentityNames {
  readonly name: Words;
  readonly parameter: string;
}

/** Where a value of some schema has an identity. */
export interface FoundIdentity {
  readonly pointer: string;
  readonly schema: JsonSchema;
}

/**
 * Where a thing says what tells it from others: the member with the parameter's name, else the member that the
 * parameter's last word names (`bookId` → `id`), else `id` and its like; directly, or one envelope deep.
 */
export function identityIn(
  schema: JsonSchema,
  names: IdentityNames,
  schemas: Schemas,
): FoundIdentity | undefined {
  const wanted = [...ownNames(names), 'id', `${kebab(names.name)}-id`, 'uuid', 'key', 'slug', 'code', 'name'];
  const direct = memberCalled(schema, wanted, schemas);
  if (direct) return direct;
  const envelope = envelopeIn(schema, names.name, schemas);
  if (envelope === undefined) return undefined;
  const inside = memberCalled(memberAt(schema, envelope, schemas)!, wanted, schemas);
  return inside && { ...inside, pointer: envelope + inside.pointer };
}

/** The member that can only be what the path parameter takes: by the parameter's name, or its last word. */
export function ownIdentityIn(
  schema: JsonSchema,
  names: IdentityNames,
  schemas: Schemas,
): FoundIdentity | undefined {
  return memberCalled(schema, ownNames(names), schemas);
}

function ownNames({ name, parameter }: IdentityNames): readonly string[] {
  const last = wordsOf(parameter).at(-1) ?? 'id';
  return [kebab(wordsOf(parameter)), last, `${kebab(name)}-${last}`];
}

function memberCalled(
  schema: JsonSchema,
  wanted: readonly string[],
  schemas: Schemas,
): FoundIdentity | undefined {
  const scalars = [...members(schema, schemas)].filter(([, member]) => isScalar(member, schemas));
  for (const name of wanted) {
    const found = scalars.find(([member]) => kebab(wordsOf(member)) === name);
    if (found) return { pointer: `/${escapeToken(found[0])}`, schema: found[1] };
  }
  return undefined;
}

/** Whether a 201 of the operation promises the header Location. */
export function promisesLocation({ responses }: Operation): boolean {
  return responses.some(
    ({ status, headers }) =>
      status === '201' && headers.some(({ name }) => name.toLowerCase() === 'location'),
  );
}
