import type { Operation } from '../api/api.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { answeredOnce } from '../api/remembered.ts';
import type { SaidStatuses } from '../api/owner.ts';
import { asksByParameter } from '../api/security.ts';
import { declaresErrorsAlone } from '../api/errors-alone.ts';
import type { CaseKind } from './case-kind.ts';
import type { Check, Expectation, Family, Statuses } from './expectation.ts';
import type { Strength } from './model.ts';

/** The statuses that a case expects, and who says so. */
export interface Promised {
  readonly status: Statuses;
  readonly strength: Strength;
  /** What is asked of the answer besides. */
  readonly checks?: readonly Check[];
}

/** Why a request is refused. */
export type Situation =
  | 'invalid'
  | 'unsupported'
  | 'unconditional'
  | 'unauthenticated'
  | 'no-authorization'
  | 'wrong-password'
  | 'wrong-grant'
  | 'forbidden'
  | 'foreign'
  | 'missing'
  | 'malformed-id';

/** What a contract may declare for each situation (RFC 9110 §15.5), the best first; and what everybody answers. */
const answers: Readonly<
  Record<
    Situation,
    { readonly declared: readonly number[]; readonly family: Family; readonly isOne?: boolean }
  >
> = {
  invalid: { declared: [400, 422], family: 'invalid' },
  unsupported: { declared: [400, 415, 422], family: 'invalid' },
  /** A request that must be conditional and is not (RFC 6585 §3). */
  unconditional: { declared: [400, 412, 422, 428], family: 'invalid' },
  unauthenticated: { declared: [401, 403], family: 'unauthenticated' },
  /** The credential is a parameter to the contract: who lacks it lacks a parameter. */
  'no-authorization': { declared: [401, 403, 400, 422], family: 'unauthenticated' },
  /** Of these an operation means the first that it declares. */
  'wrong-password': { declared: [401, 403, 400, 422], family: 'unauthenticated', isOne: true },
  'wrong-grant': { declared: [400, 401], family: 'unauthenticated' },
  /** Somebody who may not do this (RFC 9110 §15.5.4). */
  forbidden: { declared: [403], family: 'forbidden' },
  /** Somebody who asks for a thing of somebody else. */
  foreign: { declared: [403, 404], family: 'forbidden' },
  missing: { declared: [404, 410], family: 'missing' },
  'malformed-id': { declared: [400, 404, 422], family: 'invalid' },
};

/** The codes of the families that have a name in every support library. */
export const families: Readonly<Record<Family, readonly number[]>> = {
  invalid: [400, 404, 409, 415, 422],
  unauthenticated: [401, 403],
  forbidden: [401, 403, 404],
  missing: [404, 410],
};

/** What an owner gives statuses for: a kind of case, any kind of wrong input, or somebody who may not do this. */
export type StatusKey = CaseKind | 'invalid' | 'forbidden';

const ownerKeys: Readonly<Record<Situation, StatusKey>> = {
  invalid: 'invalid',
  unsupported: 'invalid',
  unconditional: 'invalid',
  'malformed-id': 'invalid',
  unauthenticated: 'auth',
  'no-authorization': 'auth',
  'wrong-password': 'auth',
  'wrong-grant': 'auth',
  forbidden: 'forbidden',
  foreign: 'ownership',
  missing: 'not-found',
};

/**
 * What the owner of the API says that an operation answers in cases of a kind (`status` of itc.yaml, `x-itc-status`), and
 * where; undefined: nothing.
 */
export function saidStatuses({ owner }: Operation, ...kinds: readonly StatusKey[]): SaidStatuses | undefined {
  const said = owner?.statuses;
  if (said === undefined) return undefined;
  const kind = kinds.find((one) => Object.hasOwn(said, one));
  return kind === undefined ? undefined : said[kind];
}

/**
 * How an operation refuses: as its owner says, else with the statuses that it declares for the situation, else with the
 * class `4XX` where it declares that, else as everybody does.
 *
 * @param kind of the case: an owner may say it of wrong types alone
 */
export function refusalOf(operation: Operation, faced: Situation, kind?: CaseKind): Promised {
  const situation = faced === 'unauthenticated' && asksByParameter(operation) ? 'no-authorization' : faced;
  const said = saidStatuses(operation, ...(kind ? [kind] : []), ownerKeys[situation]);
  if (said !== undefined) return { status: { codes: said.codes }, strength: 'contract' };
  return refusals[situation](operation);
}

function declaredRefusal(operation: Operation, situation: Situation): Promised {
  const { declared, family, isOne } = answers[situation];
  const statuses = declaredStatuses(operation.responses);
  const codes = declared.filter((code) => statuses.has(String(code))).slice(0, isOne ? 1 : undefined);
  if (situation === 'forbidden' && codes.length > 0 && conceals(operation)) codes.push(404);
  if (situation === 'missing' && codes.length > 0 && hides(operation)) codes.unshift(403);
  if (codes.length > 0) return { status: { codes }, strength: 'contract' };
  if (statuses.has('4XX')) return { status: { codes: ['4XX'] }, strength: 'contract' };
  // It declares no 404: it may tell nobody that there is no such thing (RFC 9110 §15.5.4), or say nothing at all.
  const silent = aboutThings.has(situation) ? silentSuccesses(operation) : [];
  const hidden = aboutThings.has(situation) && statuses.has('403') ? [403] : [];
  if (silent.length > 0 || hidden.length > 0) {
    const status = { codes: sorted([...new Set([...silent, ...hidden, ...families[family]])]) };
    const checks = [{ kind: 'empty', pointer: '' } as const];
    return { status, strength: 'convention', ...(silent.length > 0 && { checks }) };
  }
  if (situation === 'no-authorization')
    return { status: { codes: sorted(declared) }, strength: 'convention' };
  return { status: { codes: families[family], family }, strength: 'convention' };
}

/** Each kind of deviation asks how an operation refuses. */
const refusals = Object.fromEntries(
  (Object.keys(answers) as Situation[]).map((situation) => [
    situation,
    answeredOnce((operation: Operation) => declaredRefusal(operation, situation)),
  ]),
) as Readonly<Record<Situation, (operation: Operation) => Promised>>;

const declaredStatuses = answeredOnce(
  (responses: Operation['responses']): ReadonlySet<string> => new Set(responses.map(({ status }) => status)),
);

/** What is expected of an answer that is promised. */
export function expecting({ status, checks }: Promised): Expectation {
  return { status, ...(checks && { checks }) };
}

/** Situations in which a path leads to nothing. */
const aboutThings: ReadonlySet<Situation> = new Set(['missing', 'malformed-id', 'foreign']);

function sorted(codes: readonly number[]): readonly number[] {
  return codes.toSorted((a, b) => a - b);
}

/** Whether an operation on a thing may answer 404, so as not to tell whom it refuses that there is one (RFC 9110 §15.5.4). */
function conceals({ path, responses }: Operation): boolean {
  return path.includes('{') && responses.some(({ status }) => status === '404');
}

/** The declared successes of a read that can say that there is nothing: a 204, or one whose body may be null. */
function silentSuccesses({ method, responses }: Operation): readonly number[] {
  if (method !== 'GET') return [];
  return responses
    .filter(({ status, contents }) => status === '204' || contents.some(({ schema }) => admitsNull(schema)))
    .map(({ status }) => Number(status))
    .filter((code) => code >= 200 && code < 300);
}

/** Whether a schema says of itself that null is one of its values. */
function admitsNull(schema: JsonSchema | undefined): boolean {
  if (schema === undefined || typeof schema === 'boolean') return false;
  const { type, anyOf = [], oneOf = [] } = schema;
  return [type].flat().includes('null') || [...anyOf, ...oneOf].some(admitsNull);
}

/** Whether an operation may answer 403 so as not to tell that there is no such thing (RFC 9110 §15.5.4). */
function hides({ security, responses }: Operation): boolean {
  return security.length > 0 && responses.some(({ status }) => status === '403');
}

/**
 * How an operation accepts: as its owner says, else with any 2xx that it declares, else any 3xx, else any 2xx where its
 * `default` may be one. Where it declares errors alone nobody says so: then any 2xx will do, any 3xx, and what it
 * declares instead of ever doing anything.
 */
export function successOf(operation: Operation): Promised {
  const said = saidStatuses(operation, 'happy');
  return said === undefined
    ? declaredSuccess(operation.responses)
    : { status: { codes: said.codes }, strength: 'contract' };
}

const declaredSuccess = answeredOnce((responses: Operation['responses']): Promised => {
  const declared = (first: string) =>
    responses.map(({ status }) => status).filter((status) => status.startsWith(first));
  const [found] = [declared('2'), declared('3')].filter((statuses) => statuses.length > 0);
  if (found?.includes('2XX')) return { status: { codes: ['2XX'] }, strength: 'contract' };
  const codes = sorted((found ?? []).map(Number).filter(Number.isInteger));
  if (codes.length > 0) return { status: { codes }, strength: 'contract' };
  if (!declaresErrorsAlone({ responses })) return { status: { codes: ['2XX'] }, strength: 'contract' };
  const never = neverDone.filter((code) => responses.some(({ status }) => status === String(code)));
  return { status: { codes: ['2XX', '3XX', ...never] }, strength: 'convention' };
});

/** What says that an operation does nothing any more, not here, or not yet (RFC 9110 §15.5.6, §15.5.11, §15.6.2). */
const neverDone = [405, 410, 501];

/** More than these nobody wants to read in a title. */
const severalCodes = 4;

/** The beginning of a refusal's title: `answers 422 without a name`, or `refuses a request without a name`. */
export function refusing({ codes, family }: Statuses, deviation: string): string {
  if (codes.some((code) => typeof code === 'number' && code < 300)) return `finds nothing ${deviation}`;
  if (family === 'invalid' || codes.length > severalCodes || codes.includes('4XX'))
    return `refuses a request ${deviation.replace(/^for /, 'with ')}`;
  return `answers ${alternatives(codes.map(String))} ${deviation}`;
}

/** The beginning of a title where some are no refusals: `answers 200 or 406 for an Accept that nothing meets`. */
export function answering({ codes }: Statuses, situation: string): string {
  return `answers ${alternatives(codes.map(String))} ${situation}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
