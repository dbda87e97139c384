import { a } from '../api/roles.ts';
import { deviationCases } from '../model/deviation-cases.ts';
import type { Rule } from './rule.ts';

/** A value just outside a bound is refused: numbers, lengths, numbers of items and of members, multiples. */
export const outOfBounds: Rule = (subject) =>
  subject.operations.flatMap((operation) =>
    deviationCases(
      operation,
      { kind: 'bounds', describe: (thing) => `for ${a([thing])} out of bounds` },
      subject,
    ),
  );
