import type { Api, Operation, OperationKey } from './api.ts';
import type { Identity } from './identities.ts';
import { identityPointer, isJson, type Resource } from './resources.ts';
import { saidProducers } from './said-producers.ts';
import { answeredOnceOf } from './remembered.ts';
import { schemaProducers } from './schema-producers.ts';
import { isScalar, members, parts, types } from './schema-shape.ts';
import type { JsonSchema } from './json-schema.ts';
import { singular } from './singular.ts';
import { kebab, wordsOf } from './words.ts';
import { workflowProducers } from './workflow-producers.ts';
import { escapeToken } from '../source/place.ts';

/** A value that one operation needs and the creation of a resource gives. */
export interface Dependency {
  readonly resource: Resource;
  readonly identity: Identity;
  /** The rule that found it, in order of trust. */
  readonly by: 'workflow' | 'link' | 'configuration' | 'container' | 'name' | 'schema';
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
 * Which operation produces what another one needs. In order of trust: Arazzo workflows and OpenAPI Links; what the owner says (`produces` in
 * itc.yaml, `x-itc-produces`); the path container (`POST /books` makes what `/books/{bookId}` takes); name and suffix
 * (`authorId` is the `id` of an author); the name of the answer's schema (`POST /people` answers an `Author`).
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
  // A workflow wins over a link, so it comes last.
  const byTarget = new Map<string, Dependency>([
    ...givers(linkTargets(producible), 'link'),
    ...givers(workflowProducers(api, producible), 'workflow'),
  ]);
  const said = saidProducers(api, resources);
  const bySchema = schemaProducers(api, producible);

  const byContainer = (operation: Operation, { name }: Need) => {
    const { path } = operation;
    const only = byItem.get(shapeOf(path));
    const isBelow = only?.identity?.from === 'parent' && only.parameter === name;
    if (isBelow && only.create !== operation) return only;
    const end = path.indexOf(`/{${name}}`);
    return end === -1 ? undefined : byItem.get(shapeOf(path.slice(0, end + name.length + 3)));
  };

  /** What a name may speak of, looked at once: large contracts have thousands of needs, and few names. */
  const spoken = new Map<string, readonly (readonly ['name' | 'schema', Resource | undefined])[]>();
  const spokenOf = (name: string) => {
    const known = spoken.get(name);
    if (known) return known;
    const words = wordsOf(name);
    const isSuffixed = words.length > 1 && suffixes.has(words.at(-1)!);
    const thing = kebab(words.slice(0, -1));
    const found = isSuffixed
      ? ([
          ['name', byName.get(thing)],
          ['schema', bySchema.get(thing)],
        ] as const)
      : [];
    spoken.set(name, found);
    return found;
  };
  const bySpecificName = ({ name, schema }: Need) => {
    for (const [by, resource] of spokenOf(name)) {
      if (resource && agree(schema, resource.identity!.schema, api))
        return dependency(resource, by, 'likely');
    }
    return undefined;
  };

  const find = (operation: Operation, need: Need): Dependency | undefined => {
    const isNamed = byTarget.size > 0 && need.in !== 'body';
    const named = isNamed ? byTarget.get(`${operation.key} ${need.name}`) : undefined;
    if (named) return named;
    const told = said.get(need.name);
    if (told) return dependency(told, 'configuration', 'certain');
    const contained = need.in === 'path' ? byContainer(operation, need) : undefined;
    if (contained) return dependency(contained, 'container', 'certain');
    return bySpecificName(need);
  };

  const creators = [...producible, ...said.values()].map(({ create }) => create!);
  const needs = new Map(
    creators.map((create) => [
      create.key,
      new Set(needsOf(create, api).flatMap((need) => find(create, need)?.resource.create?.key ?? [])),
    ]),
  );
  const reaches = (from: OperationKey, to: OperationKey, seen = new Set<OperationKey>()): boolean =>
    from === to ||
    (!seen.has(from) &&
      (seen.add(from), [...(needs.get(from) ?? [])].some((next) => reaches(next, to, seen))));

  return {
    producerOf(operation, need) {
      const found = find(operation, need);
      const isCircle =
        found && needs.has(operation.key) && reaches(found.resource.create!.key, operation.key);
      return isCircle ? undefined : found;
    },
  };
}

/** A path without the names of its parameters: `/books/{id}` and `/books/{book_id}` lead to the same thing. */
const shapeOf = answeredOnceOf((path) => path.replaceAll(/\{[^{}/]*\}/g, '{}'));

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

/** What gives the value of a parameter, by `operation parameter`. */
function givers(
  resources: ReadonlyMap<string, Resource>,
  by: 'link' | 'workflow',
): readonly (readonly [target: string, Dependency])[] {
  return [...resources].map(([target, resource]) => [target, dependency(resource, by, 'certain')]);
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

/** A need, and where it stands where that is a body: a JSON Pointer, in which the first item of an array stands for all. */
export type PlacedNeed = Need & { readonly pointer: string };

/**
 * Every value of a request that could be an identity: its parameters (their pointer is `''`), and the members of its
 * body to a small depth; of a list, its items. What is only answered (`readOnly`) is no need.
 */
export function needsOf(operation: Operation, api: Api): readonly PlacedNeed[] {
  const body =
    operation.body?.contents.find(({ mediaType }) => isJson(mediaType)) ?? operation.body?.contents[0];
  const inside = (schema: JsonSchema, pointer: string, depth: number): readonly PlacedNeed[] =>
    depth === 0
      ? []
      : [...members(schema, api.schemas)].flatMap(([name, member]) => {
          const shapes = parts(member, api.schemas);
          if (shapes.some(({ readOnly }) => readOnly === true)) return [];
          const items = shapes.find((part) => part.items !== undefined)?.items;
          const at = `${pointer}/${escapeToken(name)}`;
          return [
            { in: 'body', name, schema: member, pointer: at } as const,
            ...inside(member, at, depth - 1),
            ...(items === undefined
              ? []
              : [
                  { in: 'body', name: itemName(name), schema: items, pointer: `${at}/0` } as const,
                  ...inside(items, `${at}/0`, depth - 1),
                ]),
          ];
        });
  return [
    ...operation.parameters.map((parameter) => ({ ...parameter, pointer: '' })),
    ...(body?.schema === undefined ? [] : inside(body.schema, '', bodyDepth)),
  ];
}
