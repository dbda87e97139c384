import { a } from '../api/roles.ts';
import { deviationCases } from '../model/deviation-cases.ts';
import type { Rule } from './rule.ts';

/** A value that is none of its enum, not its const, against its pattern, not of its format, or a duplicate is refused. */
export const wrongValue: Rule = (subject) =>
  subject.operations.flatMap((operation) =>
    deviationCases(
      operation,
      { kind: 'value', describe: (thing) => `for ${a([thing])} with a wrong value` },
      subject,
    ),
  );
