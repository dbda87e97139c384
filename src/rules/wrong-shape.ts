import { a } from '../api/roles.ts';
import { deviationCases } from '../model/deviation-cases.ts';
import type { Rule } from './rule.ts';

/**
 * What has another shape is refused: an undeclared member where the contract closes an object (`additionalProperties` or
 * `unevaluatedProperties: false`, JSON Schema Core 2020-12 §10.3.2.3, §11.3), an array for an object and the reverse, and
 * a discriminator that names another alternative than the one that was sent (OpenAPI 3.1 §4.8.25).
 */
export const wrongShape: Rule = (subject) =>
  subject.operations.flatMap((operation) =>
    deviationCases(
      operation,
      { kind: 'shape', describe: (thing) => `for ${a([thing])} of the wrong shape` },
      subject,
    ),
  );
