import type { Operation } from '../../api/api.ts';
import { defaultFilter } from '../../api/default-filter.ts';
import { itemIdentity, itemsAt } from '../../api/item-identity.ts';
import { listedAt } from '../../api/lists.ts';
import { pagingOf } from '../../api/paging.ts';
import { answerSchema, type Resource } from '../../api/resources.ts';
import { numberType, pointerTokens } from '../../api/schema-shape.ts';
import { gap, noRequest, type GapDraft } from '../../model/draft.ts';
import type { Call } from '../../model/model.ts';
import { isMade } from '../../model/requests.ts';
import type { Subject } from '../../model/subject.ts';
import { object, type Value } from '../../model/value.ts';

/** Where a list shows a thing. */
export interface Shelf {
  readonly list: Operation;
  readonly call: Call;
  /** Of the array, in the answer. */
  readonly pointer: string;
  /** What an item contains that is the thing. */
  readonly item: Value;
}

/** The name of the thing of a story; as a number where it is one only when it is read so. */
export type NameAs = (type: 'integer' | 'number' | undefined) => Value;

/** Where the list of a resource shows a thing that was made, or why nobody can say that it must. */
export function findShelf(
  list: Operation,
  resource: Resource,
  { subject, nameAs }: { readonly subject: Subject; readonly nameAs: NameAs },
): Shelf | GapDraft {
  const { schemas } = subject.api;
  const path = `${list.method} ${list.path}`;
  if (pagingOf(list, schemas) !== undefined)
    return gap(list, 'paged-list', `${path} answers in pages, and what was just made may be on any of them.`);
  const filter = defaultFilter(list, schemas);
  if (filter !== undefined)
    return gap(list, 'filtered-list', `${path} may leave out what was just made: ${filter}.`);
  const request = subject.requests.good(list);
  if (!isMade(request)) return noRequest(list);
  const pointer = listedAt(list, resource.name, schemas);
  if (pointer === undefined)
    return gap(list, 'no-list', `The contract does not say where the answer of ${path} has its items.`);
  const items = itemsAt(answerSchema(list)!, pointer, schemas);
  const shown = itemIdentity(items, resource, schemas);
  if (shown === undefined)
    return gap(list, 'no-identity', `The items of ${path} do not say which thing they are.`);
  const item = pointerTokens(shown.pointer).reduceRight<Value>(
    (value, token) => object({ [token]: value }),
    nameAs(numberType(shown.schema, schemas)),
  );
  return { list, call: request.call, pointer, item };
}
