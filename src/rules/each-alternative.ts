import type { Operation } from '../api/api.ts';
import { isSecured } from '../api/security.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { refusalOf, refusing, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import type { Rule } from './rule.ts';

/**
 * Of several ways to say who somebody is each is enough, alone; and of several credentials that are asked for together
 * none may be missing (OpenAPI 3.1 §4.8.30: alternatives are a list, what is needed together is one member of it).
 *
 * Alternatives that differ in their scopes alone are left to the rule of lesser roles: one credential is good for all of
 * them, and who holds it is not told.
 */
export const eachAlternative: Rule = (subject) =>
  subject.operations.filter(isSecured).flatMap((operation): readonly Draft[] => {
    const ways = waysInto(operation);
    const request = subject.requests.good(operation);
    if (!isMade(request) || ways.every((schemes) => schemes.length < 2 && ways.length < 2)) return [];
    const usable = ways.filter((schemes) => !schemes.some((scheme) => isCertificate(scheme, subject)));
    return [
      ...(usable.length < ways.length ? [gap(operation, 'mutual-tls', noCertificate)] : []),
      ...(ways.length < 2 ? [] : usable.map((schemes) => enough(operation, request, schemes))),
      ...usable.flatMap((schemes) =>
        schemes.length < 2 ? [] : tooFew(operation, request, { schemes, ways }),
      ),
    ];
  });

const noCertificate =
  'A client certificate is part of one of its alternatives: a request without one gets no answer.';

/** The schemes of each alternative, each set once. */
function waysInto({ security }: Operation): readonly (readonly string[])[] {
  const sets = security.map((alternative) => [...new Set(alternative.map(({ scheme }) => scheme))]);
  return [...new Map(sets.map((schemes) => [schemes.toSorted().join('\n'), schemes])).values()];
}

function isCertificate(scheme: string, { api }: Subject): boolean {
  return api.securitySchemes[scheme]?.type === 'mutualTLS';
}

function enough(operation: Operation, { call }: GoodRequest, schemes: readonly string[]): CaseDraft {
  const { status, strength } = successOf(operation);
  return {
    draft: 'case',
    operation,
    kind: 'auth',
    subject: `with/${schemes.join('+')}`,
    title: `is open to the ${credentials(schemes)} alone`,
    strength,
    steps: [{ call: { ...call, credentials: { kind: 'only', schemes } }, expect: { status } }],
    place: operation.place,
  };
}

interface Together {
  readonly schemes: readonly string[];
  /** All of the operation's. */
  readonly ways: readonly (readonly string[])[];
}

/** Each without one, where what is left is no other way in. */
function tooFew(
  operation: Operation,
  { call }: GoodRequest,
  { schemes, ways }: Together,
): readonly CaseDraft[] {
  const { status, strength } = refusalOf(operation, 'unauthenticated');
  return schemes.flatMap((missing): readonly CaseDraft[] => {
    const left = schemes.filter((scheme) => scheme !== missing);
    if (ways.some((way) => way.every((scheme) => left.includes(scheme)))) return [];
    return [
      {
        draft: 'case',
        operation,
        kind: 'auth',
        subject: `with/${schemes.join('+')}/without/${missing}`,
        title: refusing(status, `for the ${credentials(left)} without ${missing}`),
        strength,
        steps: [{ call: { ...call, credentials: { kind: 'only', schemes: left } }, expect: { status } }],
        place: operation.place,
      },
    ];
  });
}

function credentials(schemes: readonly string[]): string {
  return `${schemes.length === 1 ? 'credential' : 'credentials'} ${schemes.join(' and ')}`;
}
