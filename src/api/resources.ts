import type { Api, Operation, Parameter, Response } from './api.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import { groupBy } from './group-by.ts';
import { identityIn, promisesLocation, type Identity, type IdentityNames } from './identities.ts';
import { singular } from './singular.ts';
import { kebab, wordsOf, type Words } from './words.ts';
import { escapeToken } from '../source/place.ts';

/** One kind of thing that an API keeps, and the operations of its life. */
export interface Resource {
  /** Singular and unique in the API: `['book']`, or `['author', 'book']` where two paths end alike. */
  readonly name: Words;
  /** `authors-books`: what ids call it, from its own path alone, so that no other path can change it. */
  readonly key: string;
  /** `/books`, the path of the collection. */
  readonly collection: string;
  /** `/books/{bookId}`, the path of one thing; of the only one below a parent, `/phones/{phoneId}/alarm`. */
  readonly item: string;
  /** The path parameter that tells things apart: `bookId`; of the only one below a parent, the parent's. */
  readonly parameter: string;
  /** What tells a created thing from others. Absent: the contract does not say. */
  readonly identity?: Identity;
  /** POST to the collection; else, where it promises a 201, PUT of one thing under a name that the caller chooses. */
  readonly create?: Operation;
  readonly list?: Operation;
  readonly read?: Operation;
  /** PUT of one thing. */
  readonly replace?: Operation;
  /** PATCH of one thing, or POST where the API has no PATCH. */
  readonly update?: Operation;
  readonly remove?: Operation;
}

/**
 * The resources of an API: every path that ends in a parameter, `/books/{bookId}`, together with its container,
 * `/books`; and every path below a parameter that a PUT creates. In the order of the contract.
 */
export function findResources(api: Api): readonly Resource[] {
  const found = known.get(api) ?? find(api);
  known.set(api, found);
  return found;
}

/** Whoever asks, an Api is looked through once. */
const known = new WeakMap<Api, readonly Resource[]>();

function find(api: Api): readonly Resource[] {
  const byPath = groupBy(api.operations, ({ path }) => path);
  const creates = (path: string) =>
    byPath.get(path)!.some((operation) => operation.method === 'PUT' && promises201(operation));
  const items = [...byPath.keys()].filter(
    (path) => /[^/]\/\{[^{}/]+\}$/.test(path) || (/\}\/[^{}/]+$/.test(path) && creates(path)),
  );
  const on = (path: string, method: string) => withMethod(byPath.get(path), method);
  const names = uniqueNames(items);
  const keys = uniqueKeys(items);
  return items.map((item) => {
    const isOnly = !item.endsWith('}');
    const collection = item.slice(0, item.lastIndexOf('/'));
    const parameter = item.slice(item.lastIndexOf('{') + 1, item.lastIndexOf('}'));
    const name = names.get(item)!;
    const trailing = (method: string) =>
      isOnly ? undefined : (on(collection, method) ?? on(`${collection}/`, method));
    return {
      name,
      key: keys.get(item)!,
      collection,
      item,
      parameter,
      ...creation(
        { post: trailing('POST'), put: on(item, 'PUT') },
        { name, parameter, schemas: api.schemas, onItem: byPath.get(item)! },
      ),
      list: trailing('GET'),
      read: on(item, 'GET'),
      replace: on(item, 'PUT'),
      update: on(item, 'PATCH') ?? on(item, 'POST'),
      remove: on(item, 'DELETE'),
    };
  });
}

function withMethod(operations: readonly Operation[] = [], method: string): Operation | undefined {
  return operations.find((operation) => operation.method === method);
}

/**
 * The name of the last fixed segment; where paths share it, the shortest path keeps it, so that a path that is added
 * below another one renames nothing. The others are named by all of their fixed segments, and by their parameters, too,
 * as a last resort.
 */
function uniqueNames(items: readonly string[]): ReadonlyMap<string, Words> {
  const byShort = groupBy(items, (item) => kebab(shortName(item)));
  const keepsShort = (item: string) =>
    byShort.get(kebab(shortName(item)))!.every((other) => other === item || depth(other) > depth(item));
  const isLongShared = sharedBy(items, (item) => (keepsShort(item) ? shortName(item) : longName(item)));
  return new Map(
    items.map((item) => {
      const name = keepsShort(item) ? shortName(item) : isLongShared(item) ? wholeName(item) : longName(item);
      return [item, name.length > 0 ? name : ['thing']];
    }),
  );
}

function depth(item: string): number {
  return segments(item).length;
}

function shortName(item: string): Words {
  return singular(fixedSegments(item).at(-1) ?? '');
}

/** Without the segments that only say which API it is: `/api/v1`. */
function longName(item: string): Words {
  return fixedSegments(item)
    .filter((segment) => !/^(api|rest|v\d[\d.]*)$/i.test(segment))
    .flatMap(singular);
}

function wholeName(item: string): Words {
  return segments(item).flatMap(singular);
}

/** The fixed segments of the path; the parameters between them, too, where two paths have the same. */
function uniqueKeys(items: readonly string[]): ReadonlyMap<string, string> {
  const isShared = sharedBy(items, fixedWords);
  return new Map(
    items.map((item) => [item, kebab(isShared(item) ? segments(item).flatMap(wordsOf) : fixedWords(item))]),
  );
}

function fixedWords(item: string): Words {
  return fixedSegments(item).flatMap(wordsOf);
}

/** Whether another item is spelt the same. */
function sharedBy(items: readonly string[], spell: (item: string) => Words): (item: string) => boolean {
  const bySpelling = groupBy(items, (item) => kebab(spell(item)));
  return (item) => bySpelling.get(kebab(spell(item)))!.length > 1;
}

function fixedSegments(path: string): readonly string[] {
  return segments(path).filter((segment) => !segment.startsWith('{'));
}

function segments(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** Where an identity stands in the value of the resource's fixture. */
export function identityPointer({ identity, parameter }: Resource): string {
  return identity?.from === 'answer' ? identity.pointer : `/${escapeToken(parameter)}`;
}

/** The declared answers of an operation that are successes, the lowest status first. */
export function successes(operation: Operation): readonly Response[] {
  return operation.responses
    .filter(({ status }) => status.startsWith('2'))
    .toSorted((a, b) => (a.status < b.status ? -1 : 1)); // digits and X: no need of a locale, which takes 6 ms to load
}

/** The schema of the JSON body of an operation's first success that has one. */
export function answerSchema(operation: Operation): JsonSchema | undefined {
  return successes(operation)
    .flatMap(({ contents }) => contents)
    .find(({ mediaType, schema }) => isJson(mediaType) && schema !== undefined)?.schema;
}

/** `application/json` and every `+json` (RFC 6839 §3.1), parameters ignored; ranges count. */
export function isJson(mediaType: string): boolean {
  return /^(application|text|\*)\/(\*|json|[\w.!#$&^+-]+\+json)\s*(;|$)/i.test(mediaType);
}

interface Creators {
  readonly post: Operation | undefined;
  readonly put: Operation | undefined;
}

interface CreationContext extends IdentityNames {
  readonly schemas: Schemas;
  /** The operations on one thing. */
  readonly onItem: readonly Operation[];
}

/** How a thing is made, and what tells it from others then. */
function creation({ post, put }: Creators, context: CreationContext): Pick<Resource, 'create' | 'identity'> {
  const identity = post && identityOf(post, context);
  if (identity) return { create: post, identity };
  const chosen = put && ownParameter([put], context);
  if (put && chosen && promises201(put)) {
    const from = put.path.endsWith('}') ? 'path' : 'parent';
    return { create: put, identity: { from, schema: chosen.schema } };
  }
  return post ? { create: post } : {};
}

/** The body of the answer is asked first: what stands there has a type, and needs no reading. */
function identityOf(create: Operation, context: CreationContext): Identity | undefined {
  const schema = answerSchema(create);
  const found = schema === undefined ? undefined : identityIn(schema, context, context.schemas);
  if (found) return { from: 'answer', ...found };
  const taken = ownParameter(context.onItem, context);
  return taken && promisesLocation(create) ? { from: 'location', schema: taken.schema } : undefined;
}

/** What takes the identity, in the path of one of the operations. */
function ownParameter(operations: readonly Operation[], { parameter }: IdentityNames): Parameter | undefined {
  return operations
    .flatMap(({ parameters }) => parameters)
    .find(({ name, in: location }) => location === 'path' && name === parameter);
}

function promises201({ responses }: Operation): boolean {
  return responses.some(({ status }) => status === '201');
}
