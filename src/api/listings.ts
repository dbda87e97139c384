import type { Api, Operation } from './api.ts';
import { ownIdentityIn, type FoundIdentity } from './identities.ts';
import { itemIdentity, itemsAt } from './item-identity.ts';
import type { JsonSchema } from './json-schema.ts';
import { listedAt } from './lists.ts';
import { pagingOf, type Paging } from './paging.ts';
import { answeredOnce } from './remembered.ts';
import { answerSchema, type Resource } from './resources.ts';
import { singular } from './singular.ts';
import type { Words } from './words.ts';

/** An operation that answers a list, and what the contract says of it. */
export interface Listing {
  readonly list: Operation;
  /** What is in the list: one of these. */
  readonly name: Words;
  /** Whose list it is. Absent: a list of something else, such as the books of an author. */
  readonly resource?: Resource;
  /** Where the answer has its items. */
  readonly pointer: string;
  readonly item: JsonSchema;
  /** What tells an item from others. Absent: nobody says so. */
  readonly key?: FoundIdentity;
  /** Absent: the list comes in one piece. */
  readonly paging?: Paging;
}

/**
 * The operations among the given ones that answer lists: those of resources; and other GETs that answer in pages, for
 * then they can be nothing else. Left out is what does not say where it has its items.
 */
export function findListings(
  operations: readonly Operation[],
  api: Api,
  resources: readonly Resource[],
): readonly Listing[] {
  return known(operations)(api)(resources);
}

/** Several rules are about lists, and ask with the same operations, Api and resources. */
const known = answeredOnce((operations: readonly Operation[]) =>
  answeredOnce((api: Api) =>
    answeredOnce((resources: readonly Resource[]) => find(operations, api, resources)),
  ),
);

function find(
  operations: readonly Operation[],
  { schemas }: Api,
  resources: readonly Resource[],
): readonly Listing[] {
  const byList = new Map(resources.toReversed().map((resource) => [resource.list, resource]));
  return operations.flatMap((list): readonly Listing[] => {
    if (list.method !== 'GET') return [];
    const resource = byList.get(list);
    const paging = pagingOf(list, schemas);
    const last = list.path.split('/').findLast((segment) => segment !== '') ?? '';
    if (resource === undefined && (paging === undefined || last.includes('{'))) return [];
    const name = resource?.name ?? singular(last);
    const pointer = listedAt(list, name, schemas);
    if (pointer === undefined) return [];
    const item = itemsAt(answerSchema(list)!, pointer, schemas);
    const key =
      (resource && itemIdentity(item, resource, schemas)) ??
      (item === undefined ? undefined : ownIdentityIn(item, { name, parameter: 'id' }, schemas));
    return [
      {
        list,
        name,
        ...(resource && { resource }),
        pointer,
        item: item ?? true,
        ...(key && { key }),
        ...(paging && { paging }),
      },
    ];
  });
}
