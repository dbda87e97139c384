import type { Operation } from '../api/api.ts';
import { ownershipOf, type Ownership } from '../api/ownership.ts';
import type { Resource } from '../api/resources.ts';
import { a } from '../api/roles.ts';
import { isSecured } from '../api/security.ts';
import { gap, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import type { Step } from '../model/model.ts';
import { isMade } from '../model/requests.ts';
import { sameAs } from '../model/sameness.ts';
import { expecting, refusalOf, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import type { Rule } from './rule.ts';

/**
 * What somebody owns, another user of the same standing can't read, change or delete: each is answered with 403, or with
 * 404 where it hides that there is such a thing (RFC 9110 §15.5.4); and it is still there, as it was (OWASP API1:2023,
 * broken object level authorization).
 *
 * A schema can't say who owns a thing. Where the owner of the API says it, it is a matter of contract; where prose does, a
 * convention. Things of which nothing is said are a gap: many are shared. Nor does it ask for what everybody may read.
 */
export const ownership: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { create, read, name } = resource;
  if (!subject.isTested(create)) return [];
  const owned = ownershipOf(resource);
  if (owned === false) return [];
  const untold = (code: string, reason: string) => [
    gap(create, code, `Whether ${a(name)} is kept from strangers is not asked: ${reason}`),
  ];
  if (!isSecured(create))
    return owned === undefined
      ? []
      : untold('no-owner', 'everybody may create one, and nobody then owns it.');
  if (owned === undefined) return onThing(resource).some(isSecured) ? untold('no-owner', nothingTold) : [];
  const fixture = subject.requests.fixture(resource);
  const attempts = owned.operations
    .filter(subject.isTested)
    .flatMap((operation) => attempt(operation, subject));
  if (fixture === undefined || attempts.length === 0)
    return untold('no-request', 'no good request for an operation on it can be made.');
  return [
    {
      draft: 'case',
      operation: create,
      story: lifeOf(resource),
      kind: 'ownership',
      subject: '',
      title: `is kept from strangers${onlyWrites(owned, read) ? ' who would change it' : ''}`,
      strength: owned.by === 'said' ? 'contract' : 'convention',
      steps: unharmed(subject.isTested(read) ? read : undefined, attempts, subject),
      place: create.place,
    },
  ];
}

const nothingTold =
  'the contract does not say who owns it. Mark what creates it with `x-itc-owned: true`, or `false` where it is shared.';

function onThing({ read, replace, update, remove }: Resource): readonly Operation[] {
  return [read, replace, update, remove].filter((operation) => operation !== undefined);
}

function onlyWrites({ operations }: Ownership, read: Operation | undefined): boolean {
  return read !== undefined && !operations.includes(read);
}

/** A good request, of somebody else. */
function attempt(operation: Operation, { requests }: Subject): readonly Step[] {
  const request = requests.good(operation);
  if (!isMade(request)) return [];
  const expect = expecting(refusalOf(operation, 'foreign'));
  return [{ call: { ...request.call, as: 'stranger' }, expect }];
}

const before = ['before'];

/** The same answer to its owner before and after, but for what changes by itself. */
function unharmed(
  read: Operation | undefined,
  attempts: readonly Step[],
  { requests, api }: Subject,
): readonly Step[] {
  const look = read && requests.good(read);
  if (read === undefined || !isMade(look)) return attempts;
  const { status } = successOf(read);
  const same = sameAs(before, read, api.schemas);
  return [
    ...(same === undefined ? [] : [{ call: look.call, expect: { status }, save: before }]),
    ...attempts,
    { call: look.call, expect: { status, ...(same && { containing: same }) } },
  ];
}
