import type { Operation } from '../api/api.ts';
import { envelopeIn } from '../api/envelopes.ts';
import { answerSchema, type Resource } from '../api/resources.ts';
import { gap, noRequest, type CaseDraft, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import type { Statuses } from '../model/expectation.ts';
import type { Call, Step } from '../model/model.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { sameAfterWrite } from '../model/sameness.ts';
import { successOf } from '../model/statuses.ts';
import { steady } from '../model/steady.ts';
import type { Subject } from '../model/subject.ts';
import { literal } from '../model/value.ts';
import { forgettable } from './replace/forgettable.ts';
import { partialBy } from './replace/partial.ts';
import type { Rule } from './rule.ts';

/**
 * A PUT replaces (RFC 9110 §9.3.4): what is not sent is gone, or at its default, and no member keeps what was sent before;
 * and sent twice it leaves the same state (§9.2.2). To what is there already it is no creation.
 *
 * A PUT that creates as well replaces what it has created, where it promises more than a 201.
 *
 * Left out is what a right server may keep or make again (see `forgettable`), and a PUT that changes only what is sent
 * (see `partialBy`).
 */
export const replace: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

interface Replaceable {
  readonly resource: Resource;
  readonly replace: Operation;
  readonly read: Operation;
  readonly good: GoodRequest;
  readonly look: GoodRequest;
  readonly subject: Subject;
}

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { replace, read, create } = resource;
  if (!subject.isTested(replace) || !subject.isTested(read) || create === undefined) return [];
  const path = `${replace.method} ${replace.path}`;
  if (replace === create && !promisesMore(replace))
    return [gap(replace, 'put-creates', `${path} promises a 201, and nothing for what is there already.`)];
  const { requests } = subject;
  const [good, look] = [requests.good(replace), requests.good(read)];
  if (!isMade(good) || !isMade(look) || requests.fixture(resource) === undefined) return [noRequest(replace)];
  const thing = { resource, replace, read, good, look, subject };
  if (good.body?.kind !== 'json')
    return [gap(replace, 'media-type', `What ${path} sends cannot be compared.`)];
  return [...forgetful(thing), ...idempotent(thing)];
}

/** What was sent before and is not sent again is not kept. */
function forgetful(thing: Replaceable): readonly Draft[] {
  const { replace, read, look, good, subject, resource } = thing;
  const full = subject.requests.maximal(replace) ?? good;
  const few = subject.requests.minimal(replace) ?? good;
  const lost = forgettable({ full, few }, thing);
  if (Object.keys(lost).length === 0) return [];
  const partial = partialBy(replace, few, { resource, subject });
  if (partial !== undefined) return [gap(replace, 'partial-put', partial)];
  const status = done(replace);
  const pointer = envelopeIn(answerSchema(read) ?? true, resource.name, subject.api.schemas) ?? '';
  return [
    story(thing, {
      subject: '',
      title: 'forgets what it is not given again when it is replaced',
      given: [],
      steps: [
        { call: aimed(full.call, thing), expect: { status }, makes: {} },
        { call: aimed(few.call, thing), expect: { status }, makes: {} },
        {
          call: look.call,
          expect: {
            status: successOf(read).status,
            checks: [{ kind: 'forgets', pointer, members: literal(lost) }],
          },
        },
      ],
    }),
  ];
}

/** Sent twice it leaves what it left when it was sent once. */
function idempotent(thing: Replaceable): readonly Draft[] {
  const { replace, read, look, good, subject } = thing;
  const request = subject.requests.maximal(replace) ?? good;
  const same = sameAfterWrite(once, read, subject.api.schemas);
  if (same === undefined) {
    const reason = `The answer of ${read.method} ${read.path} declares nothing that two replacements could leave the same.`;
    return [gap(replace, 'no-echo', reason)];
  }
  const { call: sent, given } = steady(request, ['replacement'], subject.requests);
  const call = aimed(sent, thing);
  const status = done(replace);
  const seen = successOf(read).status;
  return [
    story(thing, {
      subject: 'idempotent',
      title: 'stays the same when it is replaced twice',
      given,
      steps: [
        { call, expect: { status }, makes: {} },
        { call: look.call, expect: { status: seen }, makes: {}, save: once },
        { call, expect: { status }, makes: {} },
        { call: look.call, expect: { status: seen, containing: same } },
      ],
    }),
  ];
}

/** A PUT that creates as well chooses a new name each time: here it is that of what is there. */
function aimed(call: Call, { look }: Replaceable): Call {
  const { pathParameters } = look.call;
  return pathParameters === undefined ? call : { ...call, pathParameters };
}

/** Whether a PUT promises an answer for a thing that is there: a 201 is none (RFC 9110 §9.3.4). */
function promisesMore({ responses }: Operation): boolean {
  return responses.some(({ status }) => /^2(?!01)/.test(status));
}

const once = ['once'];

/** How it says that what was there is replaced: 201 is for what was not (RFC 9110 §9.3.4). */
function done(replace: Operation): Statuses {
  const { status } = successOf(replace);
  const codes = status.codes.filter((code) => code !== 201);
  return codes.length > 0 ? { codes } : status;
}

interface Told {
  readonly subject: string;
  readonly title: string;
  readonly given: NonNullable<CaseDraft['given']>;
  readonly steps: readonly Step[];
}

function story({ resource, replace }: Replaceable, { given, ...told }: Told): CaseDraft {
  return {
    draft: 'case',
    operation: resource.create!,
    story: lifeOf(resource),
    kind: 'replace',
    ...told,
    strength: 'http',
    ...(given.length > 0 && { given }),
    place: replace.place,
  };
}
