import type { Api, Operation } from './api.ts';
import { identityPointer, isJson, singular, type Identity, type Resource } from './resources.ts';
import { isScalar, members, parts, types } from './schema-shape.ts';
import type { JsonSchema } from './json-schema.ts';
import { kebab, wordsOf } from './words.ts';

/** A value that one operation needs and the creation of a resource gives. */
export interface Dependency {
  readonly resource: Resource;
  readonly identity: Identity;
  /** The rule that found it, in order of trust. */
  readonly by: 'link' | 'container' | 'name';
  readonly confidence: 'certain' | 'likely';
}

/** Where an operation needs the identity of a thing: a parameter, or a member of its body by its own name. */
export type Need = {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body';
  readonly name: string;
  readonly schema: JsonSchema;
};

export interface Dependencies {
  /** Who gives what an operation needs there; undefined: nobody, as far as the contract tells. */
  producerOf(operation: Operation, need: Need): Dependency | undefined;
}

/** How deep into a body names are looked at. */
export const bodyDepth = 3;

/**
 * Which operation produces what another one needs. In order of trust: OpenAPI Links; the path container (`POST /books`
 * makes what `/books/{bookId}` takes); name and suffix (`authorId` is the `id` of an author).
 *
 * A dependency that would close a circle between resources (an author has a favourite book, a book has an author) is
 * left out, whichever end is looked at, so that the answer does not depend on the order of the contract.
 */
export function findDependencies(api: Api, resources: readonly Resource[]): Dependencies {
  const producible = resources.filter(
    ({ create, identity }) => create !== undefined && identity !== undefined,
  );
  const byItem = new Map(producible.map((resource) => [shapeOf(resource.item), resource]));
  const byName = new Map(producible.map((resource) => [kebab(resource.name), resource]));
  const byTarget = linkTargets(producible);

  const byContainer = (operation: Operation, { name }: Need) => {
    const { path } = operation;
    const only = byItem.get(shapeOf(path));
    const isBelow = only?.identity?.from === 'parent' && only.parameter === name;
    if (isBelow && only.create !== operation) return only;
    const end = path.indexOf(`/{${name}}`);
    return end === -1 ? undefined : byItem.get(shapeOf(path.slice(0, end + name.length + 3)));
  };

  const bySpecificName = ({ name, schema }: Need) => {
    const words = wordsOf(name);
    const suffix = words.at(-1);
    if (words.length < 2 || suffix === undefined || !suffixes.has(suffix)) return undefined;
    const resource = byName.get(kebab(words.slice(0, -1)));
    return resource && agree(schema, resource.identity!.schema, api) ? resource : undefined;
  };

  const find = (operation: Operation, need: Need): Dependency | undefined => {
    const linked = need.in === 'body' ? undefined : byTarget.get(`${operation.key} ${need.name}`);
    if (linked) return dependency(linked, 'link', 'certain');
    const contained = need.in === 'path' ? byContainer(operation, need) : undefined;
    if (contained) return dependency(contained, 'container', 'certain');
    const named = bySpecificName(need);
    return named && dependency(named, 'name', 'likely');
  };

  const needs = new Map(
    producible.map((resource) => [
      resource,
      new Set(needsOf(resource.create!, api).flatMap((need) => find(resource.create!, need)?.resource ?? [])),
    ]),
  );
  const reaches = (from: Resource, to: Resource, seen = new Set<Resource>()): boolean =>
    from === to ||
    (!seen.has(from) &&
      (seen.add(from), [...(needs.get(from) ?? [])].some((next) => reaches(next, to, seen))));

  const creator = new Map(producible.map((resource) => [resource.create!.key, resource]));
  return {
    producerOf(operation, need) {
      const found = find(operation, need);
      const created = creator.get(operation.key);
      return found && created && reaches(found.resource, created) ? undefined : found;
    },
  };
}

/** A path without the names of its parameters: `/books/{id}` and `/books/{book_id}` lead to the same thing. */
function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}/]*\}/g, '{}');
}

/** The resources whose creation links its identity to a parameter of another operation, by `operation parameter`. */
function linkTargets(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  for (const resource of resources) {
    for (const link of resource.create!.responses.flatMap(({ links }) => links)) {
      for (const [name, expression] of Object.entries(link.parameters)) {
        const isIdentity = expression === `$response.body#${identityPointer(resource)}`;
        if (isIdentity) found.set(`${link.operation} ${name}`, resource);
      }
    }
  }
  return found;
}

function dependency(
  resource: Resource,
  by: Dependency['by'],
  confidence: Dependency['confidence'],
): Dependency {
  return { resource, identity: resource.identity!, by, confidence };
}

/** What an identity is called at the end of a name. */
const suffixes: ReadonlySet<string> = new Set([
  'id',
  'uuid',
  'guid',
  'slug',
  'key',
  'code',
  'name',
  'number',
]);

/** Whether a name says that its value is the identity of some thing: `authorId`, `account_uuid`; not a plain `id`. */
export function namesAnotherThing(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && ['id', 'uuid', 'guid'].includes(words.at(-1)!);
}

/** What one item of a list is called: `book_ids` → `book_id`. */
export function itemName(name: string): string {
  return singular(name).join('_');
}

/** Two scalars are of one kind: both numbers, or both text. */
function agree(one: JsonSchema, other: JsonSchema, api: Api): boolean {
  const isText = (schema: JsonSchema) => types(schema, api.schemas).includes('string');
  return isScalar(one, api.schemas) && isScalar(other, api.schemas) && isText(one) === isText(other);
}

/** Every value of a request that could be an identity: its parameters, and its body's members to a small depth. */
function needsOf(operation: Operation, api: Api): readonly Need[] {
  const body =
    operation.body?.contents.find(({ mediaType }) => isJson(mediaType)) ?? operation.body?.contents[0];
  const below = (schema: JsonSchema, depth: number): readonly Need[] =>
    depth === 0
      ? []
      : [...members(schema, api.schemas)].flatMap(([name, member]) => {
          const items = parts(member, api.schemas).find((part) => part.items !== undefined)?.items;
          return [
            { in: 'body', name, schema: member } as const,
            ...(items === undefined ? [] : [{ in: 'body', name: itemName(name), schema: items } as const]),
            ...below(member, depth - 1),
            ...(items === undefined ? [] : below(items, depth - 1)),
          ];
        });
  return [...operation.parameters, ...(body?.schema === undefined ? [] : below(body.schema, bodyDepth))];
}
