import { a } from '../api/roles.ts';
import { deviationCases } from '../model/deviation-cases.ts';
import type { Rule } from './rule.ts';

/**
 * Members of which one needs another one, or another value of it, do not go without (JSON Schema 2020-12:
 * `dependentRequired`, `dependentSchemas`, `if`, `then` and `else`).
 */
export const brokenDependency: Rule = (subject) =>
  subject.operations.flatMap((operation) =>
    deviationCases(
      operation,
      {
        kind: 'dependency',
        describe: (thing) => `for ${a([thing])} that does not go with the others`,
        describeMissing: (thing) => `without ${a([thing])} that the others need`,
      },
      subject,
    ),
  );
