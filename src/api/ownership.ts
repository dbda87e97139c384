import type { Operation } from './api.ts';
import type { Resource } from './resources.ts';
import { isSecured } from './security.ts';

/** What of a thing only its owner may do, as far as the contract tells. */
export interface Ownership {
  /** `said`: `x-itc-owned` or itc.yaml says so; `prose`: a description does. */
  readonly by: 'said' | 'prose';
  /** The operations on one thing that nobody else may call. */
  readonly operations: readonly Operation[];
}

/** Somebody who is not the one who asks. */
const others =
  /\b(some|any)(body|one) else|\b(an)?other('s)? (user|customer|account|person|member|tenant|client|owner|people)|\bnot (yours|your own|the owner|owned by)|\bdo(es)? not (own|belong to)/i;

/** A refusal, in words. */
const refused =
  /\bnot found\b|\b40[34]\b|\bforbidden\b|\bden(y|ied)\b|\bcan(not|'t| not)\b|\b(may|must) not\b|\bnot (be )?(allowed|permitted|visible)\b|\brefused\b|\bhidden\b/i;

/** `Only the owner can delete it.` */
const onlyOwner =
  /\bonly (by )?(the |its |their )?(owner|creator|author)s?\b|\b(owner|creator)s? (only|alone)\b/i;

/**
 * Who owns a thing: nobody but its creator may call these operations on it.
 *
 * The owner of the API says it for the create (`owned`), and then it holds for all secured operations on the thing; or a
 * sentence of an operation says that it refuses somebody else. Who may not even read a thing may not change or delete it;
 * what only says who may delete it tells nothing of reading. Public reads are nobody's secret.
 *
 * @returns undefined where it is not told, `false` where it is said that things have no owner
 */
export function ownershipOf(resource: Resource): Ownership | false | undefined {
  const { create, read, replace, update, remove } = resource;
  if (create === undefined || create.owner?.owned === false) return false;
  const onThing = [read, replace, update, remove].filter(
    (operation): operation is Operation =>
      operation !== undefined && operation !== create && isSecured(operation),
  );
  if (create.owner?.owned === true) return { by: 'said', operations: onThing };
  const told = onThing.filter(tellsOfOwner);
  if (told.length === 0) return undefined;
  const isSecret = read !== undefined && told.includes(read);
  return { by: 'prose', operations: isSecret ? onThing : told };
}

function tellsOfOwner({ summary = '', description = '', responses }: Operation): boolean {
  const refusals = responses.filter(({ status }) => status === '403' || status === '404');
  if (refusals.length === 0) return false;
  const texts = [summary, description, ...refusals.map((response) => response.description)];
  return texts
    .flatMap((text) => text.split(/(?<=[.;!?])\s+|\n{2,}/))
    .some((sentence) => onlyOwner.test(sentence) || (others.test(sentence) && refused.test(sentence)));
}
