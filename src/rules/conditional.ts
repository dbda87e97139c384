import type { Operation } from '../api/api.ts';
import type { Resource } from '../api/resources.ts';
import { alterationOf } from '../model/alteration.ts';
import { declares, etagOf, givesEtag, headerOf, withHeader } from '../model/conditions.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { at, changed, literal, without } from '../model/value.ts';
import type { Rule } from './rule.ts';

/**
 * What a caller has already is not sent again: a GET with the ETag of what was read is answered 304 (RFC 9110 §13.1.2).
 * And a write to a thing that is another by now is refused: 412 for a stale If-Match (§13.1.1), 428 without one where the
 * contract declares that (RFC 6585 §3).
 *
 * Only where the contract declares both the condition and its answer: a 304 alone stands in many contracts as a matter of
 * form.
 */
export const conditional: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

const seen = ['seen'];

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { read, create } = resource;
  if (!subject.isTested(read) || !create) return [];
  const look = subject.requests.good(read);
  if (!isMade(look) || subject.requests.fixture(resource) === undefined) return [];
  const thing = { resource, read, look, subject };
  return [
    ...notModified(thing),
    ...[resource.replace, resource.update, resource.remove]
      .filter((write) => subject.isTested(write))
      .filter((write) => write !== create)
      .flatMap((write) => [...stale(write, thing), ...unconditional(write, thing)]),
  ];
}

interface Thing {
  readonly resource: Resource;
  readonly read: Operation;
  readonly look: GoodRequest;
  readonly subject: Subject;
}

function notModified(thing: Thing): readonly Draft[] {
  const { read, look } = thing;
  const condition = headerOf(read, 'if-none-match');
  if (condition === undefined || !declares(read, '304')) return since(read);
  if (!givesEtag(read)) return [noEtag(read)];
  return [
    story(thing, {
      subject: 'if-none-match',
      title: 'is not sent again to whoever has it',
      steps: [
        { call: look.call, expect: { status: successOf(read).status }, makes: {}, save: seen },
        { call: withHeader(look, condition, etagOf(seen)), expect: { status: { codes: [304] } } },
      ],
      place: condition.place,
    }),
  ];
}

/** By the clock: a second is the least that a date tells (RFC 9110 §13.1.3), and no test waits for one. */
function since(read: Operation): readonly Draft[] {
  const condition = headerOf(read, 'if-modified-since');
  if (condition === undefined || !declares(read, '304')) return [];
  const reason = 'If-Modified-Since is not tested: its dates tell nothing shorter than a second.';
  return [gap(read, 'by-the-clock', reason, condition.place)];
}

/** Written once after the ETag was read, it is another thing, and the ETag stale. */
function stale(write: Operation, thing: Thing): readonly Draft[] {
  const { read, look, subject } = thing;
  const condition = headerOf(write, 'if-match');
  if (condition === undefined || !declares(write, '412')) return [];
  if (!givesEtag(read)) return [noEtag(write)];
  const change = [thing.resource.update, thing.resource.replace].find((one) => subject.isTested(one));
  const first = change && changing(change, thing);
  const request = write === change ? first : subject.requests.good(write);
  if (change === undefined || first === undefined || !isMade(request))
    return [
      gap(write, 'no-request', 'Nothing is known to change the thing, so that no ETag of it becomes stale.'),
    ];
  // What need not be sent is not: no weak ETag may be in an If-Match (RFC 9110 §13.1.1).
  const demanded = headerOf(change, 'if-match');
  const isDemanded = demanded?.required === true || declares(change, '428');
  return [
    story(thing, {
      subject: `if-match/${write.method.toLowerCase()}`,
      title: `answers 412 to a ${write.method} with the ETag of what it was`,
      steps: [
        { call: look.call, expect: { status: successOf(read).status }, makes: {}, save: seen },
        {
          call: demanded && isDemanded ? withHeader(first, demanded, etagOf(seen)) : first.call,
          expect: { status: successOf(change).status },
          makes: {},
        },
        { call: withHeader(request, condition, etagOf(seen)), expect: { status: { codes: [412] } } },
      ],
      place: condition.place,
    }),
  ];
}

/** A request after which the thing is another one: it has a value that the thing does not have yet. */
function changing(change: Operation, { resource, read, subject }: Thing): GoodRequest | undefined {
  const { requests } = subject;
  const request = requests.maximal(change) ?? requests.good(change);
  if (!isMade(request) || request.body === undefined) return undefined;
  const { body, call } = request;
  const altered = alterationOf(request, { resource, read, subject });
  if (altered === undefined) return undefined;
  if (altered.isSent) return request;
  const value = changed(body.value, at(altered.pointer), literal(altered.value));
  return { ...request, call: { ...call, body: body.wrap(value) } };
}

function unconditional(write: Operation, thing: Thing): readonly Draft[] {
  const condition = headerOf(write, 'if-match');
  const request = thing.subject.requests.good(write);
  if (condition === undefined || !declares(write, '428') || !isMade(request)) return [];
  const { headers, ...call } = request.call;
  const rest = headers && without(headers, at(condition.name));
  return [
    story(thing, {
      subject: `required/${write.method.toLowerCase()}`,
      title: `answers 428 to a ${write.method} without an If-Match`,
      steps: [{ call: { ...call, ...(rest && { headers: rest }) }, expect: { status: { codes: [428] } } }],
      place: condition.place,
    }),
  ];
}

function noEtag(operation: Operation): Draft {
  return gap(operation, 'no-etag', 'It takes an ETag, and the contract does not say that reading gives one.');
}

function story(
  { resource }: Thing,
  told: Pick<CaseDraft, 'subject' | 'title' | 'steps' | 'place'>,
): CaseDraft {
  return {
    draft: 'case',
    operation: resource.create!,
    story: lifeOf(resource),
    kind: 'conditional',
    strength: 'contract',
    ...told,
  };
}
