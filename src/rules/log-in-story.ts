import type { Operation } from '../api/api.ts';
import { credentialMembers, type FoundLogIn } from '../api/log-ins.ts';
import { opens } from '../api/standing.ts';
import { kebab, wordsOf } from '../api/words.ts';
import type { CarriedCredentials } from '../model/callers.ts';
import { gap, type Draft, type GapDraft } from '../model/draft.ts';
import type { Call, Example, Step } from '../model/model.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { refusalOf, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import {
  at,
  changed,
  joined,
  literal,
  memberOf,
  object,
  replaced,
  savedPart,
  type Value,
} from '../model/value.ts';
import type { Rule } from './rule.ts';

/**
 * Who registers can log in; what the log-in gives opens what is protected; and who has logged out is refused (OWASP
 * API2:2023, broken authentication; RFC 6750 §3.1).
 *
 * A convention: a contract promises each answer, and not that one follows from the other. A token that is refused after
 * the log-out is asked for only where the contract tells that the log-out ends it: a server that keeps no tokens cannot
 * take one back, and is right all the same.
 */
export const logInStory: Rule = (subject) =>
  subject.logIns
    .filter(({ operation }) => subject.isTested(operation))
    .flatMap((logIn) => of(logIn, subject));

const session = ['logged', 'in'];

function of(logIn: FoundLogIn, subject: Subject): readonly Draft[] {
  const { operation, credential, schemes } = logIn;
  const request = subject.requests.good(operation);
  const [scheme] = schemes;
  if (!isMade(request) || scheme === undefined) return [];
  const untold = (code: string, reason: string) =>
    gap(operation, code, `The story of a log-in is not told: ${reason}`);
  if (logIn.template?.isSure === false)
    return [untold('template', `whether its credential is sent as ${logIn.template.template} is not told.`)];
  const holding: CarriedCredentials = {
    kind: 'held',
    values: { [scheme]: inTemplate(givenBy(credential), logIn.template?.template) },
  };
  const entrance = findEntrance(scheme, subject);
  if (entrance === undefined)
    return [untold('no-request', 'no GET that needs nothing else is known to be open to whoever logs in.')];
  const { steps: registering, given, body } = register(logIn, request, subject);
  const enter: Call = { ...entrance.request.call, as: 'anonymous', credentials: holding };
  const ending = leave(logIn, holding, subject);
  const { operation: protectedOne } = entrance;
  return [
    {
      draft: 'case',
      operation,
      story: storyOf(operation, subject),
      kind: 'log-in',
      subject: '',
      title: titleOf([
        ...(registering.length > 0 ? ['registers'] : []),
        'logs in',
        'is let in',
        ...(ending.steps.length > 0 ? ['logs out'] : []),
        ...(ending.isRefused ? ['is refused'] : []),
      ]),
      strength: 'convention',
      ...(given.length > 0 && { given }),
      steps: [
        ...registering,
        {
          call: { ...request.call, ...(body && { body }) },
          expect: { status: successOf(operation).status },
          save: session,
        },
        { call: enter, expect: { status: successOf(protectedOne).status } },
        ...ending.steps,
        ...(ending.isRefused
          ? [{ call: enter, expect: { status: refusalOf(protectedOne, 'unauthenticated').status } }]
          : []),
      ],
      place: operation.place,
    },
    ...ending.gaps,
  ];
}

/** What the log-in has given. */
function givenBy({ in: where, at: place }: FoundLogIn['credential']): Value {
  switch (where) {
    case 'body':
      return savedPart(session, place);
    case 'header':
      return { kind: 'part', of: 'saved', in: 'header', name: session, header: place };
    case 'cookie':
      return { kind: 'part', of: 'saved', in: 'cookie', name: session, cookie: place };
  }
}

/** A credential behind a word of its own: `Token {token}`. */
function inTemplate(credential: Value, template = '{token}'): Value {
  if (template === '{token}') return credential;
  const [before = '', after = ''] = template.split('{token}', 2);
  return joined([literal(before), credential, ...(after === '' ? [] : [literal(after)])]);
}

function titleOf(verbs: readonly string[]): string {
  return `${verbs.slice(0, -1).join(', ')} and ${verbs.at(-1)}`;
}

function storyOf(operation: Operation, { roles }: Subject) {
  const key = roles.get(operation.key)?.resource.key ?? operation.key;
  return { key, name: ['log', 'in'], heading: 'Logging in' };
}

interface Entrance {
  readonly operation: Operation;
  readonly request: GoodRequest;
}

/**
 * What anybody who logs in may read: a GET that this scheme alone opens, that speaks of no other thing, and that asks
 * for no scope; or where all scopes that the API knows will do. One that declares a 403 is the second choice.
 */
function findEntrance(scheme: string, { api, operations, requests }: Subject): Entrance | undefined {
  const scopes = new Set(
    api.operations.flatMap(({ security }) => security.flat().flatMap((one) => one.scopes)),
  );
  const isOpenToAll = (operation: Operation) =>
    opens({ scheme, scopes: [] }, operation) ||
    [...scopes].every((scope) => opens({ scheme, scopes: [scope] }, operation));
  const found = operations
    .filter((operation) => operation.method === 'GET' && operation.security.length > 0)
    .filter((operation) => !operation.path.includes('{') && isOpenToAll(operation))
    .filter((operation) => operation.security.every((alternative) => alternative.length > 0))
    .flatMap((operation): readonly Entrance[] => {
      const request = requests.good(operation);
      return isMade(request) && speaksOfNothing(request) ? [{ operation, request }] : [];
    });
  const declares403 = ({ operation }: Entrance) => operation.responses.some(({ status }) => status === '403');
  return found.find((entrance) => !declares403(entrance)) ?? found[0];
}

/** Whether a request is made of nothing but what it says itself. */
function speaksOfNothing({ call }: GoodRequest): boolean {
  return [call.query, call.headers, call.cookies].every(
    (value) => value === undefined || value.kind === 'literal',
  );
}

interface Registered {
  readonly steps: readonly Step[];
  readonly given: readonly Example[];
  readonly body?: Call['body'];
}

/** Somebody new registers where the contract tells how, and logs in with what was sent; else the user's own log-in. */
function register(logIn: FoundLogIn, request: GoodRequest, subject: Subject): Registered {
  const nobody = { steps: [], given: [] };
  const { register: create, operation } = logIn;
  const made = create && subject.requests.good(create);
  if (!subject.isTested(create) || !isMade(made)) return nobody;
  if (made.body?.kind !== 'json' || request.body === undefined) return nobody;
  const names = credentialMembers(operation, subject.sent.schemas);
  const told = names.map((name) => {
    const value = memberOf(spelledOut(made.body!.value, subject), name);
    return { name, value, isNew: value.kind !== 'literal' };
  });
  const fresh = told.filter(({ isNew }) => isNew);
  const given = fresh.map(({ name, value }): Example => ({ name: wordsOf(name), value }));
  const spoken = (name: string): Value => ({ kind: 'given', name: wordsOf(name) });
  const person = fresh.reduce((body, { name }) => changed(body, at(name), spoken(name)), made.body.value);
  const body = told.reduce(
    (whole, { name, value, isNew }) => replaced(whole, name, isNew ? spoken(name) : value),
    spelledOut(request.body.value, subject),
  );
  return {
    given,
    steps: [
      { call: { ...made.call, body: made.body.wrap(person) }, expect: { status: successOf(create).status } },
    ],
    body: request.body.wrap(body),
  };
}

/** What a named example stands for. */
function spelledOut(value: Value, { requests }: Subject): Value {
  return value.kind === 'example' ? requests.examples.get(kebab(value.name))!.value : value;
}

interface Left {
  readonly steps: readonly Step[];
  readonly isRefused: boolean;
  readonly gaps: readonly GapDraft[];
}

function leave({ logOut }: FoundLogIn, holding: CarriedCredentials, subject: Subject): Left {
  if (!subject.isTested(logOut?.operation)) return { steps: [], isRefused: false, gaps: [] };
  const { operation, parameters, endsCredential } = logOut;
  const request = subject.requests.good(operation);
  if (!isMade(request)) return { steps: [], isRefused: false, gaps: [] };
  const path = Object.entries(parameters).map(
    ([name, pointer]) => [name, savedPart(session, pointer)] as const,
  );
  const call: Call = {
    ...request.call,
    as: 'anonymous',
    credentials: holding,
    ...(path.length > 0 && { pathParameters: object(Object.fromEntries(path)) }),
  };
  const reason =
    'Whether a token is refused after the log-out is not asked: the contract does not say that it ends, and a server that keeps no tokens cannot take one back.';
  return {
    steps: [{ call, expect: { status: successOf(operation).status } }],
    isRefused: endsCredential,
    gaps: endsCredential ? [] : [gap(operation, 'may-outlive', reason)],
  };
}
