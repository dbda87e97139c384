import type { Operation } from '../api/api.ts';
import { groupBy } from '../api/group-by.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { answerSchema, isJson } from '../api/resources.ts';
import { singular } from '../api/singular.ts';
import { kebab, wordsOf } from '../api/words.ts';
import { gap, noRequest, type Draft, type GapDraft } from '../model/draft.ts';
import { echo } from '../model/echo.ts';
import type { Step } from '../model/model.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { at, changed, savedPart, type Value } from '../model/value.ts';
import { variationsOf } from '../model/variations.ts';
import { putBack } from './singleton/put-back.ts';
import type { Rule } from './rule.ts';

/**
 * A thing of which an API has only one (`/settings`, `/me/profile`) is what was sent: it is read, replaced or updated, read
 * again, and put back as it was, for it is not the suite's own. Where it can't be put back it is left alone.
 *
 * Nobody promises that in a contract, and everybody does it: a convention.
 */
export const singleton: Rule = (subject) => {
  const byPath = groupBy(subject.operations, ({ path }) => path);
  return subject.operations.flatMap((read) => {
    if (read.method !== 'GET' || read.path.includes('{')) return [];
    const on = (method: string) => byPath.get(read.path)!.find((other) => other.method === method);
    const change = on('PUT') ?? on('PATCH');
    return change === undefined || on('POST') ? [] : of(read, change, subject);
  });
};

const before = ['before'];

function of(read: Operation, change: Operation, subject: Subject): readonly Draft[] {
  const told = prepared(read, change, subject);
  if ('draft' in told) return [told];
  const { request, look, containing, restored, others } = told;
  const segments = read.path.split('/').filter((segment) => segment !== '');
  const name = singular(segments.at(-1) ?? '');
  const body = request.body!;
  const done = successOf(change).status;
  const seen = successOf(read).status;
  const verb = change.method === 'PUT' ? 'replaced' : 'updated';
  return [
    {
      draft: 'case',
      operation: change,
      story: {
        key: kebab(segments.flatMap(wordsOf)),
        name: ['life', 'of', 'the', ...name],
        heading: `The life of the ${name.join(' ')}`,
      },
      kind: 'lifecycle',
      subject: verb,
      title: `is ${verb}, read and put back`,
      strength: 'convention',
      steps: [
        { call: look, expect: { status: seen }, save: before },
        ...[{ value: body.value, containing }, ...others].flatMap((sent): readonly Step[] => [
          { call: { ...request.call, body: body.wrap(sent.value) }, expect: { status: done } },
          { call: look, expect: { status: seen, containing: sent.containing } },
        ]),
        { call: { ...request.call, body: body.wrap(restored) }, expect: { status: done } },
      ],
      place: change.place,
    },
  ];
}

interface Prepared {
  readonly request: GoodRequest;
  readonly look: GoodRequest['call'];
  readonly containing: Value;
  readonly restored: Value;
  /**
   * What is sent besides: it may have been just so before, and then a server that keeps nothing would pass. Empty where the
   * contract names no second value of any member.
   */
  readonly others: readonly Compared[];
}

interface Compared {
  readonly value: Value;
  readonly containing: Value;
}

/** All that the story is made of, or why it is not told. */
function prepared(read: Operation, change: Operation, subject: Subject): Prepared | GapDraft {
  const [saw, did] = [read, change].map(({ method, path }) => `${method} ${path}`);
  const untold = (code: string, reason: string) => gap(change, code, reason);
  const look = subject.requests.good(read);
  const request = subject.requests.maximal(change) ?? subject.requests.good(change);
  if (!isMade(look)) return noRequest(change, { of: read });
  if (!isMade(request)) return noRequest(change);
  const { body } = request;
  const answer = answerSchema(read);
  if (body?.kind !== 'json' || !isJson(body.content.mediaType) || /json-patch/.test(body.content.mediaType))
    return untold('media-type', `What ${did} sends cannot be compared with what is read afterwards.`);
  const sent = { value: body.value, json: body.made, envelope: '' };
  const containing = echo(sent, answer, subject.sent.schemas);
  if (answer === undefined || containing === undefined)
    return untold('no-echo', `The answer of ${saw} declares nothing of what ${did} sends.`);
  const restored = putBack(savedPart(before, ''), { read, change, body, answer }, subject);
  return typeof restored === 'string'
    ? untold('left-behind', `What ${did} changes cannot be put back: ${restored}.`)
    : {
        request,
        look: look.call,
        containing,
        restored,
        others: varied(change, request, { containing, answer, subject }),
      };
}

/** The same request with another value of one member that the answer shows. */
function varied(
  change: Operation,
  request: GoodRequest,
  {
    containing,
    answer,
    subject,
  }: { readonly containing: Value; readonly answer: JsonSchema; readonly subject: Subject },
): readonly Compared[] {
  const known = variationsOf(change, subject).bodies.find((one) => one.request === request);
  const found = known?.variations.find(({ pointer, value, spelled }) => {
    const isMember = pointer !== '' && !pointer.includes('/') && value !== null;
    const json = { [pointer]: value };
    return (
      isMember &&
      spelled.kind === 'literal' &&
      echo({ value: spelled, json, envelope: '' }, answer, subject.sent.schemas) !== undefined
    );
  });
  if (found === undefined) return [];
  const other = (whole: Value) => changed(whole, at(found.pointer), found.spelled);
  return [{ value: other(request.body!.value), containing: other(containing) }];
}
