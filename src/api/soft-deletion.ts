import type { Api, Operation } from './api.ts';
import { envelopeIn } from './envelopes.ts';
import { answerSchema, type Resource } from './resources.ts';
import { memberAt, members, parts } from './schema-shape.ts';
import { kebab, wordsOf } from './words.ts';

/** What a description of a deletion says where the thing is only marked. */
const told =
  /\bsoft[- ]?delet|\bmark(s|ed|ing)?\b.{0,60}\b(as|for)\b|\b(un)?archiv|\bdeactivat|\bdisabl|\bcancel|\btrash|\brecycle|\btombstone|\blogical(ly)? delet|\b(is|are|be) kept\b|\bcan be (restored|recovered|undeleted)\b|\b(status|state)\b.{0,40}\b(becomes?|turns?|set|changes?)\b|\b(sets?|turns?|changes?)\b.{0,40}\b(status|state)\b/i;

/** Members that say whether a thing is still there. */
const marks: ReadonlySet<string> = new Set(
  (
    'deleted deleted-at deleted-on deleted-date deletion-date date-deleted is-deleted ' +
    'archived archived-at archived-on is-archived removed removed-at is-removed trashed trashed-at is-trashed ' +
    'cancelled cancelled-at canceled canceled-at is-cancelled is-canceled deactivated-at'
  ).split(' '),
);

const endStates = /^(deleted|archived|cancell?ed|removed|trashed|inactive|deactivated|disabled)$/i;

/**
 * Why a thing may still be there after its deletion, by the contract's own words: what it says of the DELETE, what that
 * answers, or what the thing itself can say of its state. Undefined: nothing speaks for it.
 */
export function softDeletion(resource: Resource, api: Api): string | undefined {
  const { remove, read, name } = resource;
  const { schemas } = api;
  if (remove === undefined) return undefined;
  const { summary = '', description = '', responses } = remove;
  const texts = [
    summary,
    description,
    ...responses.filter(({ status }) => status.startsWith('2')).map((response) => response.description),
  ];
  const text = texts.find((one) => told.test(one));
  if (text !== undefined) return `its DELETE says so: “${text.trim().split('\n')[0]}”`;
  const shape = (operation: Operation | undefined) => {
    const schema = operation && answerSchema(operation);
    const envelope = schema === undefined ? undefined : envelopeIn(schema, name, schemas);
    return members(envelope === undefined ? schema : memberAt(schema!, envelope, schemas), schemas);
  };
  const [thing, answered] = [shape(read), shape(remove)];
  if (thing.size > 0 && [...thing.keys()].every((member) => answered.has(member)))
    return 'its DELETE answers the thing';
  for (const [member, schema] of thing) {
    const words = kebab(wordsOf(member));
    if (marks.has(words) && !isReachedOtherwise(member, words, { resource, api }))
      return `it has a member ${member}`;
    if (!/(^|-)(status|state)$/.test(words)) continue;
    const values = parts(schema, schemas).flatMap((part) => part.enum ?? []);
    const end = values.find((value) => typeof value === 'string' && endStates.test(value));
    if (typeof end === 'string' && !isReachedOtherwise(member, end, { resource, api }))
      return `its ${member} may be ${JSON.stringify(end)}`;
  }
  return undefined;
}

/**
 * Whether a state has a way of its own, so that the DELETE need not be that: an update takes the member, or there is an
 * operation for it (`/orders/{orderId}/cancellation`). What is called deleted has none.
 */
function isReachedOtherwise(
  member: string,
  state: string,
  { resource, api }: { readonly resource: Resource; readonly api: Api },
): boolean {
  if (/delet|remov|trash/i.test(state)) return false;
  const isTaken = [resource.replace, resource.update].some((change) =>
    change?.body?.contents.some(({ schema }) => {
      const taken = members(schema, api.schemas).get(member);
      return taken !== undefined && !parts(taken, api.schemas).some(({ readOnly }) => readOnly === true);
    }),
  );
  const stem = state.replace(/^is-/, '').slice(0, 5).toLowerCase();
  const isDone = api.operations.some(
    ({ path }) =>
      path.startsWith(resource.item) &&
      path
        .slice(resource.item.length + 1)
        .toLowerCase()
        .startsWith(stem),
  );
  return isTaken || isDone;
}
