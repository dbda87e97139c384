import type { Operation } from '../api/api.ts';
import { isSecured } from '../api/security.ts';
import { gap, type Draft } from '../model/draft.ts';
import { refusalOf, successOf, type Situation } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import type { Rule } from './rule.ts';

/**
 * Where the contract does not say how an operation accepts or refuses, its cases hold it to what everybody does; the
 * report says which promise would make them a matter of contract. Makes no cases; that nothing is known of a success is
 * a gap.
 */
export const unpromised: Rule = (subject, report) =>
  subject.operations.flatMap((operation): readonly Draft[] => {
    const tell = (situation: string, statuses: string) => {
      const { method, path, place } = operation;
      report.add('rules/no-promise', place, { operation: `${method} ${path}`, situation, statuses });
    };
    const isUntold = successOf(operation).strength !== 'contract';
    if (isUntold) tell('a good request', '200');
    for (const { situation, words, statuses } of situationsOf(operation, subject)) {
      if (refusalOf(operation, situation).strength !== 'contract') tell(words, statuses);
    }
    return isUntold ? [gap(operation, 'untold-success', noSuccess)] : [];
  });

const noSuccess =
  'The contract declares no success: any 2xx or 3xx will do, and nothing is known of what stands in it.';

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
