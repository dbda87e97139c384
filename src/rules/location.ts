import type { Operation } from '../api/api.ts';
import { type Resource, answerSchema, successes } from '../api/resources.ts';
import { memberAt, pointerTokens, types } from '../api/schema-shape.ts';
import { gap, noRequest, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import { isMade } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { object, savedPart, type Value } from '../model/value.ts';
import type { Rule } from './rule.ts';

/**
 * The Location of a 201 leads to the created thing (RFC 9110 §10.2.2, §15.3.2): a GET of it answers, and is of that thing.
 *
 * Only where the contract declares the header. An answer without it is judged by the contract alone: where the header is
 * not required the case is pending then. What leads to another host is looked up here: behind a proxy servers know neither
 * their host nor what stands in front of their paths. And what leads to something else that is there (a monitor, a parent,
 * a file elsewhere) is pending: the contract does not say what is promised of that.
 */
export const location: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

const created = ['created'];

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { create, read } = resource;
  if (!subject.isTested(create)) return [];
  const header = locationOf(create);
  if (header === undefined) return [];
  if (!subject.isTested(read)) {
    const reason = `Where the Location of ${create.method} ${create.path} leads is not tested: nothing reads it.`;
    return [gap(create, 'no-request', reason, header.place)];
  }
  const [made, look] = [subject.requests.good(create), subject.requests.good(read)];
  if (!isMade(made)) return [noRequest(create, { at: header.place })];
  if (!isMade(look)) return [noRequest(create, { of: read, at: header.place })];
  const { pathParameters: _pathParameters, ...call } = look.call;
  const containing = itself(resource, read, subject);
  return [
    {
      draft: 'case',
      operation: create,
      story: lifeOf(resource),
      kind: 'location',
      subject: '',
      title: 'is where its Location leads',
      strength: header.required ? 'contract' : 'http',
      steps: [
        { call: made.call, expect: { status: successOf(create).status }, makes: {}, save: created },
        {
          call: { ...call, follows: created },
          expect: { status: successOf(read).status, ...(containing && { containing }) },
        },
      ],
      place: header.place,
    },
  ];
}

function locationOf(create: Operation) {
  return successes(create)
    .filter(({ status }) => status === '201' || status === '2XX')
    .flatMap(({ headers }) => headers)
    .find(({ name }) => name.toLowerCase() === 'location');
}

/** That it is this thing, where both answers say which. */
function itself({ identity }: Resource, read: Operation, { api }: Subject): Value | undefined {
  if (identity?.from !== 'answer') return undefined;
  const shown = memberAt(answerSchema(read) ?? true, identity.pointer, api.schemas);
  // An id that is a number in one answer may be text in another.
  const isAlike = types(shown, api.schemas).join() === types(identity.schema, api.schemas).join();
  if (shown === undefined || !isAlike) return undefined;
  return pointerTokens(identity.pointer).reduceRight<Value>(
    (value, token) => object({ [token]: value }),
    savedPart(created, identity.pointer),
  );
}
