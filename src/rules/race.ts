import type { Operation } from '../api/api.ts';
import type { Json, JsonObject } from '../api/json.ts';
import { isJson, type Resource } from '../api/resources.ts';
import { pointerTokens } from '../api/schema-shape.ts';
import { kebab, wordsOf } from '../api/words.ts';
import { alterationsOf, type Alteration } from '../model/alteration.ts';
import { declares, etagOf, givesEtag, headerOf, withHeader } from '../model/conditions.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import type { Statuses } from '../model/expectation.ts';
import type { Call } from '../model/model.ts';
import type { Value } from '../model/value.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { at, changed, literal } from '../model/value.ts';
import { withMember } from '../model/with-member.ts';
import type { Rule } from './rule.ts';

/**
 * Of two changes at the same moment the thing is in the end all that one of them sent, and no mixture: each is done or
 * refused. A convention. And of two with the same ETag only one is done (RFC 9110 §13.1.1, the "lost update" problem): where
 * the contract declares `If-Match` and its 412.
 *
 * They differ in two members, if there are as many, which the thing has otherwise before: texts for people that a read shows
 * as they were sent. (Two equal changes on condition of an ETag may both be answered with a success.)
 */
export const race: Rule = (subject) =>
  subject.resources.flatMap((resource) => {
    const { create, read } = resource;
    const isTested = (operation: Operation | undefined): operation is Operation =>
      operation !== undefined && operation !== create && subject.operations.includes(operation);
    if (!isTested(read) || create === undefined || subject.requests.fixture(resource) === undefined)
      return [];
    const look = subject.requests.good(read);
    if (!isMade(look)) return [];
    const { replace, update } = resource;
    return [replace, update?.method === 'PATCH' ? update : undefined]
      .filter(isTested)
      .flatMap((change) => of(change, { resource, read, look, subject }));
  });

interface Thing {
  readonly resource: Resource;
  readonly read: Operation;
  readonly look: GoodRequest;
  readonly subject: Subject;
}

function of(change: Operation, thing: Thing): readonly Draft[] {
  const rivals = rivalsOf(change, thing);
  if (rivals === undefined) {
    const path = `${change.method} ${change.path}`;
    const reason = `Two ${path} at the same moment are not tested: no text for people is read as it was sent.`;
    return [gap(change, 'no-race', reason)];
  }
  const condition = headerOf(change, 'if-match');
  const isDemanded = condition?.required === true || declares(change, '428');
  return [
    ...(isDemanded ? [] : [mixed(change, rivals, thing)]),
    ...(condition && declares(change, '412') && givesEtag(thing.read)
      ? [lost(change, rivals, { ...thing, condition })]
      : []),
  ];
}

/** Two requests that change the same members, each to a value of its own. */
interface Rivals {
  readonly request: GoodRequest;
  readonly given: NonNullable<CaseDraft['given']>;
  readonly bodies: readonly Value[];
  /** What a read shows of each: the members in which they differ. */
  readonly shown: readonly Value[];
}

const names = [['one'], ['other']] as const;

function rivalsOf(change: Operation, thing: Thing): Rivals | undefined {
  const { subject } = thing;
  const request = subject.requests.maximal(change) ?? subject.requests.good(change);
  if (!isMade(request) || request.body === undefined) return undefined;
  const { mediaType } = request.body.content;
  if (!isJson(mediaType) || /json-patch/.test(mediaType)) return undefined;
  const all = alterationsOf(request, thing).filter(
    ({ pointer, values }) => values.length > 1 && isProse(pointer),
  );
  const members = [all.slice(0, 2), all.slice(0, 1)].find(
    (some) => some.length > 0 && names.every((_, index) => isGood(request, some, { index, subject })),
  );
  if (members === undefined) return undefined;
  const bodies = names.map((name): Value => ({ kind: 'given', name }));
  const shown = names.map((_, index) => literal(shownOf(members, index)));
  const given = names.map((name, index) => ({ name, value: spelt(request, members, index) }));
  return { request, given, bodies, shown };
}

/** Texts for people, of which a server takes any: others (an algorithm, a number of bits) mean something to it. */
const prose =
  /^((?:sub|full|short|long|display|first|last)-?)?(title|name|subject|headline|label|summary|caption|description|text|content|notes?|comments?|message|body|remarks?|bio|about|details)$/;

function isProse(pointer: string): boolean {
  return prose.test(kebab(wordsOf(pointerTokens(pointer).at(-1) ?? '')));
}

/** The body of one of the rivals, as a case speaks of it. */
function spelt({ body }: GoodRequest, members: readonly Alteration[], index: number): Value {
  return members.reduce(
    (whole, { pointer, values, isSent }) =>
      isSent && index === 0 ? whole : changed(whole, at(pointer), literal(values[index]!)),
    body!.value,
  );
}

/** The members as a read has them: in its envelope, at their depth. */
function shownOf(members: readonly Alteration[], index: number): Json {
  const put = (json: Json | undefined, [name, ...rest]: readonly string[], value: Json): Json =>
    name === undefined
      ? value
      : { ...(json as JsonObject), [name]: put((json as JsonObject | undefined)?.[name], rest, value) };
  return members.reduce<Json>(
    (whole, { shown, values }) => put(whole, pointerTokens(shown), values[index]!),
    {},
  );
}

function madeWith({ body }: GoodRequest, members: readonly Alteration[], index: number) {
  return members.reduce(
    (json, { pointer, values }) =>
      json && withMember(json, `/${pointer}`, { value: values[index]!, isAdded: true }),
    body?.made,
  );
}

function isGood(
  request: GoodRequest,
  members: readonly Alteration[],
  { index, subject }: { readonly index: number; readonly subject: Subject },
): boolean {
  const json = madeWith(request, members, index);
  return json !== undefined && subject.sent.validator.isValid(request.body!.schema ?? true, json);
}

/** How a server refuses who comes too late, or at the same time (RFC 9110 §15.5.10, §15.5.13; RFC 4918 §11.3; RFC 6585 §4). */
const tooLate = [409, 412, 423, 429];

/** What is read then is all of what one of them sent. */
function mixed(change: Operation, { request, given, bodies, shown }: Rivals, thing: Thing): CaseDraft {
  const done = successOf(change).status;
  const others: Statuses = {
    codes: [...done.codes, ...tooLate.filter((code) => !done.codes.includes(code))],
  };
  return {
    ...common(thing),
    subject: change.method.toLowerCase(),
    title: `is all that one of two ${change.method} requests at the same moment sent`,
    strength: 'convention',
    given,
    steps: [
      { call: sending(request, bodies), expect: { status: done }, atOnce: { times: 2, others, bodies } },
      {
        call: thing.look.call,
        expect: { status: successOf(thing.read).status, checks: [{ kind: 'either', values: shown }] },
      },
    ],
    place: change.place,
  };
}

const seen = ['seen'];

/** Both have seen the same, and so the one that comes second has not seen what is there. A weak ETag lets neither write. */
function lost(
  change: Operation,
  { request, given, bodies }: Rivals,
  { condition, ...thing }: Thing & { readonly condition: NonNullable<ReturnType<typeof headerOf>> },
): CaseDraft {
  const { codes } = successOf(change).status;
  return {
    ...common(thing),
    subject: `${change.method.toLowerCase()}/if-match`,
    title: `is changed by one of two ${change.method} requests with one ETag at the same moment`,
    strength: 'contract',
    given,
    steps: [
      { call: thing.look.call, expect: { status: successOf(thing.read).status }, makes: {}, save: seen },
      {
        call: withHeader({ call: sending(request, bodies) }, condition, etagOf(seen)),
        expect: { status: { codes: [...codes, 412] } },
        atOnce: { times: 2, others: { codes: tooLate }, bodies },
      },
    ],
    place: condition.place,
  };
}

/** The call as the first of them makes it. */
function sending({ call, body }: GoodRequest, [first]: readonly Value[]): Call {
  return { ...call, body: body!.wrap(first!) };
}

function common({ resource }: Thing) {
  return {
    draft: 'case',
    operation: resource.create!,
    story: lifeOf(resource),
    kind: 'race',
  } as const;
}
