import { a } from '../api/roles.ts';
import { deviationCases } from '../model/deviation-cases.ts';
import type { Rule } from './rule.ts';

/** A value of another JSON type, or null where null is not allowed, is refused. */
export const wrongType: Rule = (subject) =>
  subject.operations.flatMap((operation) =>
    deviationCases(
      operation,
      { kind: 'type', describe: (thing) => `for ${a([thing])} of the wrong type` },
      subject,
    ),
  );
