import pluralize from 'pluralize';
import type { Api, Operation, Response } from './api.ts';
import type { JsonSchema } from './json-schema.ts';
import { groupBy } from './group-by.ts';
import { isScalar, memberAt, members, types } from './schema-shape.ts';
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

export type Identity =
  /** The server names the thing: JSON Pointer into the body of a 2xx of `create`: `/id`, `/data/id`. */
  | { readonly from: 'answer'; readonly pointer: string; readonly schema: JsonSchema }
  /** The caller names the thing, in the path of `create`. */
  | { readonly from: 'path'; readonly schema: JsonSchema }
  /** There is one below each parent, which tells it from others: `/phones/{phoneId}/alarm`. */
  | { readonly from: 'parent'; readonly schema: JsonSchema };

/** Members that wrap the one thing that an answer is about. */
const envelopes = ['data', 'result', 'payload', 'item'];

/**
 * The resources of an API: every path that ends in a parameter, `/books/{bookId}`, together with its container,
 * `/books`; and every path below a parameter that a PUT creates. In the order of the contract.
 */
export function findResources(api: Api): readonly Resource[] {
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
      ...creation({ post: trailing('POST'), put: on(item, 'PUT') }, { api, name, parameter }),
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

/** `Books` → `['book']`, `order-lines` → `['order', 'line']`. */
export function singular(text: string): Words {
  const words = wordsOf(text);
  return words.map((word, index) => (index === words.length - 1 ? singularOf(word) : word));
}

const singulars = new Map<string, string>();

/** Each word is looked up once: `pluralize` tries some hundred expressions. */
function singularOf(word: string): string {
  const found = singulars.get(word) ?? pluralize.singular(word);
  singulars.set(word, found);
  return found;
}

/** Where an identity stands in the value of the resource's fixture. */
export function identityPointer({ identity, parameter }: Resource): string {
  return identity?.from === 'answer' ? identity.pointer : `/${escapeToken(parameter)}`;
}

/** The declared answers of an operation that are successes, the lowest status first. */
export function successes(operation: Operation): readonly Response[] {
  return operation.responses
    .filter(({ status }) => status.startsWith('2'))
    .toSorted((a, b) => a.status.localeCompare(b.status, 'en'));
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

/** How a thing is made, and what tells it from others then. */
function creation({ post, put }: Creators, context: IdentityContext): Pick<Resource, 'create' | 'identity'> {
  const identity = post && identityOf(post, context);
  if (identity) return { create: post, identity };
  const chosen = put?.parameters.find(
    ({ name, in: location }) => location === 'path' && name === context.parameter,
  );
  if (put && chosen && promises201(put)) {
    const from = put.path.endsWith('}') ? 'path' : 'parent';
    return { create: put, identity: { from, schema: chosen.schema } };
  }
  return post ? { create: post } : {};
}

function promises201({ responses }: Operation): boolean {
  return responses.some(({ status }) => status === '201');
}

interface IdentityContext {
  readonly api: Api;
  readonly name: Words;
  readonly parameter: string;
}

/**
 * Where the answer to a create says the identity: the member with the parameter's name, else the member that the
 * parameter's last word names (`bookId` → `id`), else `id` and its like; directly, or one envelope deep.
 */
function identityOf(create: Operation, { api, name, parameter }: IdentityContext): Identity | undefined {
  const schema = answerSchema(create);
  if (schema === undefined) return undefined;
  const own = kebab(wordsOf(parameter));
  const last = wordsOf(parameter).at(-1) ?? 'id';
  const wanted = [
    own,
    last,
    `${kebab(name)}-${last}`,
    'id',
    `${kebab(name)}-id`,
    'uuid',
    'key',
    'slug',
    'code',
    'name',
  ];
  const inside = (shape: JsonSchema, prefix: string): Identity | undefined => {
    const named = [...members(shape, api.schemas)].filter(([, member]) => isScalar(member, api.schemas));
    for (const candidate of wanted) {
      const found = named.find(([member]) => kebab(wordsOf(member)) === candidate);
      if (found) return { from: 'answer', pointer: `${prefix}/${escapeToken(found[0])}`, schema: found[1] };
    }
    return undefined;
  };
  const wrapper = [...members(schema, api.schemas)].find(
    ([member, shape]) =>
      (envelopes.includes(member) || kebab(wordsOf(member)) === name.at(-1)) &&
      types(shape, api.schemas).includes('object'),
  );
  return (
    inside(schema, '') ??
    (wrapper &&
      inside(memberAt(schema, escapeToken(wrapper[0]), api.schemas)!, `/${escapeToken(wrapper[0])}`))
  );
}
