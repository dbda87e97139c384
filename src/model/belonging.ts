import { identityIn } from '../api/identities.ts';
import { itemIdentity } from '../api/item-identity.ts';
import type { Listing } from '../api/listings.ts';
import { answerSchema, type Resource } from '../api/resources.ts';
import { singular } from '../api/singular.ts';
import { kebab } from '../api/words.ts';
import { visitor } from './examples.ts';
import type { Call } from './model.ts';
import type { Value } from './value.ts';
import { isMade } from './requests.ts';
import type { Subject } from './subject.ts';

/**
 * What makes the items of a list: the resource whose list it is; else, of a list below a parent (`/authors/{authorId}/books`),
 * what a POST to the same path makes, or the resource that is called so and whose creation names the same parent (a book with
 * an `authorId`). Undefined: nobody knows.
 */
export function madeIn(listing: Listing, subject: Subject): Resource | undefined {
  if (listing.resource !== undefined) return listing.resource;
  return listing.key === undefined ? undefined : (postedTo(listing, subject) ?? belonging(listing, subject));
}

function postedTo({ list, name, key }: Listing, { api, operations }: Subject): Resource | undefined {
  const create = operations.find(({ method, path }) => method === 'POST' && path === list.path);
  const answer = create && answerSchema(create);
  if (create?.responses.some(({ status }) => status === '201') !== true || answer === undefined)
    return undefined;
  const names = { name, parameter: 'id' };
  const found = identityIn(answer, names, api.schemas);
  if (found === undefined || !found.pointer.endsWith(key!.pointer)) return undefined;
  const { path } = list;
  const identity = { from: 'answer', ...found } as const;
  return {
    name,
    key: kebab(name),
    collection: path,
    item: `${path}/{id}`,
    parameter: 'id',
    identity,
    create,
    list,
  };
}

function belonging({ list, name, item, key }: Listing, subject: Subject): Resource | undefined {
  const { requests, resources, operations, api } = subject;
  const asked = requests.good(list);
  const parents = isMade(asked) ? fixtureParts(asked.call, subject) : new Set<string>();
  if (parents.size === 0) return undefined;
  return resources.find((resource) => {
    const { create, collection } = resource;
    const made = create && operations.includes(create) ? requests.good(create) : undefined;
    const last = collection.split('/').findLast((segment) => segment !== '') ?? '';
    if (!isMade(made) || kebab(singular(last)) !== kebab(name)) return false;
    if (itemIdentity(item, resource, api.schemas)?.pointer !== key!.pointer) return false;
    return [...parents].every((part) => fixtureParts(made.call, subject).has(part));
  });
}

/** The parts of fixtures that a call speaks of in its path and its body. */
function fixtureParts({ pathParameters, body }: Call, { requests }: Subject): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = visitor(requests.examples, (value) => {
    if (value.kind === 'part' && value.of === 'fixture' && value.in === 'body')
      found.add(`${kebab(value.name)} ${value.pointer}`);
  });
  [pathParameters, body?.value].filter((value): value is Value => value !== undefined).forEach(visit);
  return found;
}
