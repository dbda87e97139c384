import type { Operation } from '../api/api.ts';
import type { Family, Statuses, Strength } from './model.ts';

/** The statuses that a case expects, and who says so. */
export interface Promised {
  readonly status: Statuses;
  readonly strength: Strength;
}

/** Why a request is refused. */
export type Situation = 'invalid' | 'unsupported' | 'unauthenticated' | 'missing' | 'malformed-id';

/** What a contract may declare for each situation (RFC 9110 §15.5), the best first; and what everybody answers. */
const answers: Readonly<
  Record<Situation, { readonly declared: readonly number[]; readonly family: Family }>
> = {
  invalid: { declared: [400, 422], family: 'invalid' },
  unsupported: { declared: [400, 415, 422], family: 'invalid' },
  unauthenticated: { declared: [401, 403], family: 'unauthenticated' },
  missing: { declared: [404, 410], family: 'missing' },
  'malformed-id': { declared: [400, 404, 422], family: 'invalid' },
};

/** The codes of the families that have a name in every support library. */
export const families: Readonly<Record<Family, readonly number[]>> = {
  invalid: [400, 404, 409, 415, 422],
  unauthenticated: [401, 403],
  missing: [404, 410],
};

/**
 * How an operation refuses: with the statuses that it declares for the situation, else with the class `4XX` where it
 * declares that, else as everybody does.
 */
export function refusalOf(operation: Operation, situation: Situation): Promised {
  const { declared, family } = answers[situation];
  const statuses = new Set(operation.responses.map(({ status }) => status));
  const codes = declared.filter((code) => statuses.has(String(code)));
  if (situation === 'missing' && codes.length > 0 && hides(operation)) codes.unshift(403);
  if (codes.length > 0) return { status: { codes }, strength: 'contract' };
  if (statuses.has('4XX')) return { status: { codes: ['4XX'] }, strength: 'contract' };
  return { status: { codes: families[family], family }, strength: 'convention' };
}

/** Whether an operation may answer 403 so as not to tell that there is no such thing (RFC 9110 §15.5.4). */
function hides({ security, responses }: Operation): boolean {
  return security.length > 0 && responses.some(({ status }) => status === '403');
}

/**
 * How an operation accepts: with any 2xx that it declares, else any 3xx, else any 2xx when it declares a `default` or
 * says nothing of success.
 */
export function successOf(operation: Operation): Promised {
  const declared = (first: string) =>
    operation.responses.map(({ status }) => status).filter((status) => status.startsWith(first));
  const [found] = [declared('2'), declared('3')].filter((statuses) => statuses.length > 0);
  if (found?.includes('2XX')) return { status: { codes: ['2XX'] }, strength: 'contract' };
  const codes = (found ?? [])
    .map(Number)
    .filter(Number.isInteger)
    .toSorted((a, b) => a - b);
  if (codes.length > 0) return { status: { codes }, strength: 'contract' };
  const strength = operation.responses.some(({ status }) => status === 'default') ? 'contract' : 'convention';
  return { status: { codes: ['2XX'] }, strength };
}

/** The beginning of a refusal's title: `answers 422 without a name`, or `refuses a request without a name`. */
export function refusing({ codes, family }: Statuses, deviation: string): string {
  if (family === 'invalid' || codes.includes('4XX'))
    return `refuses a request ${deviation.replace(/^for /, 'with ')}`;
  return `answers ${alternatives(codes.map(String))} ${deviation}`;
}

/** `a`, `a or b`, `a, b or c`. */
function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
