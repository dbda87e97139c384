import type { Api, Operation } from '../api/api.ts';
import { isSecured } from '../api/security.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import type { Actor } from '../model/model.ts';
import { isMade } from '../model/requests.ts';
import { refusalOf, refusing } from '../model/statuses.ts';
import type { Rule } from './rule.ts';

/**
 * A secured operation lets nobody in without a credential, nor with one that is malformed (RFC 9110 §15.5.2). Operations
 * that let everybody in, too, are left alone. So are those that only a client certificate opens: without one there is no
 * connection, and so no answer.
 */
export const unauthenticated: Rule = (subject) =>
  subject.operations.filter(isSecured).flatMap((operation): readonly Draft[] => {
    const request = subject.requests.good(operation);
    if (!isMade(request)) return [];
    if (needsCertificate(operation, subject.api)) return [gap(operation, 'mutual-tls', noCertificate)];
    const refusal = refusalOf(operation, 'unauthenticated');
    const attempt = (as: Actor, variant: string, deviation: string): CaseDraft => ({
      draft: 'case',
      operation,
      kind: 'auth',
      subject: variant,
      title: refusing(refusal.status, deviation),
      strength: refusal.strength,
      steps: [{ call: { ...request.call, as }, expect: { status: refusal.status } }],
      place: operation.place,
    });
    return [
      attempt('anonymous', 'none', 'without a credential'),
      attempt('malformed', 'malformed', 'for a malformed credential'),
    ];
  });

const noCertificate = 'It is opened by a client certificate: a request without one gets no answer.';

function needsCertificate({ security }: Operation, { securitySchemes }: Api): boolean {
  return security.every((alternative) =>
    alternative.some(({ scheme }) => securitySchemes[scheme]?.type === 'mutualTLS'),
  );
}
