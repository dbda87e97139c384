import type { Operation } from '../api/api.ts';
import { isSecured } from '../api/security.ts';
import { refusalOf, type Situation } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import type { Rule } from './rule.ts';

/**
 * Where the contract does not say how an operation refuses, its cases hold it to what everybody does; the report says
 * which promise would make them a matter of contract. Makes no cases.
 */
export const unpromised: Rule = (subject, report) => {
  for (const operation of subject.operations) {
    for (const { situation, words, statuses } of situationsOf(operation, subject)) {
      if (refusalOf(operation, situation).strength === 'contract') continue;
      const { method, path, place } = operation;
      report.add('rules/no-promise', place, { operation: `${method} ${path}`, situation: words, statuses });
    }
  }
  return [];
};

interface Faced {
  readonly situation: Situation;
  readonly words: string;
  readonly statuses: string;
}

/** The ways in which an operation can be asked for what it must refuse. */
function situationsOf(operation: Operation, subject: Subject): readonly Faced[] {
  const { bodies, parameters } = subject.deviations.of(operation, subject);
  return [
    ...(bodies.length > 0 || parameters.some(({ parameter }) => parameter.in !== 'path')
      ? [{ situation: 'invalid', words: 'an invalid request', statuses: '400 or 422' } as const]
      : []),
    ...(isSecured(operation)
      ? [{ situation: 'unauthenticated', words: 'a request without a credential', statuses: '401' } as const]
      : []),
    ...(operation.path.endsWith('}')
      ? [{ situation: 'missing', words: 'an unknown thing', statuses: '404' } as const]
      : []),
  ];
}
