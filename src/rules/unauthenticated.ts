import type { Api, Operation, SecurityScheme } from '../api/api.ts';
import { canExpire, isNamedOnTheWire, isSecured } from '../api/security.ts';
import type { Actor } from '../model/callers.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { isMade } from '../model/requests.ts';
import { refusalOf, refusing } from '../model/statuses.ts';
import type { Rule } from './rule.ts';

/**
 * A secured operation lets nobody in without a good credential (RFC 9110 §15.5.2): none at all, one that is malformed,
 * a good one under the name of another HTTP scheme (RFC 9110 §11.1), and one that was good once (RFC 6750 §3.1).
 *
 * Operations that let everybody in, too, are left alone. So are those that only a client certificate opens: without one
 * there is no connection, and so no answer. A key in a header, query or cookie has no scheme to be wrong; keys and
 * passwords do not expire by themselves.
 */
export const unauthenticated: Rule = ({ operations, api, requests }) =>
  operations.filter(isSecured).flatMap((operation): readonly Draft[] => {
    const request = requests.good(operation);
    if (!isMade(request)) return [];
    const alternatives = operation.security.map((one) =>
      one.map(({ scheme }) => api.securitySchemes[scheme]),
    );
    if (needsCertificate(operation, api)) return [gap(operation, 'mutual-tls', noCertificate)];
    const refusal = refusalOf(operation, 'unauthenticated');
    return attempts
      .filter(({ canBe }) => canBe === undefined || alternatives.some((schemes) => schemes.some(canBe)))
      .map(({ as, subject, deviation }): CaseDraft => ({
        draft: 'case',
        operation,
        kind: 'auth',
        subject,
        title: refusing(refusal.status, deviation),
        strength: refusal.strength,
        steps: [{ call: { ...request.call, as }, expect: { status: refusal.status } }],
        place: operation.place,
      }));
  });

interface Attempt {
  readonly as: Actor;
  readonly subject: string;
  readonly deviation: string;
  /** The schemes for which there is such a thing; absent: all. */
  readonly canBe?: (scheme: SecurityScheme | undefined) => boolean;
}

const attempts: readonly Attempt[] = [
  { as: 'anonymous', subject: 'none', deviation: 'without a credential' },
  { as: 'malformed', subject: 'malformed', deviation: 'for a malformed credential' },
  {
    as: 'wrong-scheme',
    subject: 'wrong-scheme',
    deviation: 'for a credential of another scheme',
    canBe: isNamedOnTheWire,
  },
  { as: 'expired', subject: 'expired', deviation: 'for an expired credential', canBe: canExpire },
];

const noCertificate = 'It is opened by a client certificate: a request without one gets no answer.';

function needsCertificate({ security }: Operation, { securitySchemes }: Api): boolean {
  return security.every((alternative) =>
    alternative.some(({ scheme }) => securitySchemes[scheme]?.type === 'mutualTLS'),
  );
}
