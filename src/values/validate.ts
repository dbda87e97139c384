import type { Json } from '../api/json.ts';
import type { JsonSchema, SchemaObject, Schemas } from '../api/json-schema.ts';
import {
  type Applicator,
  arrayApplicators,
  inPlaceApplicators,
  objectApplicators,
  unevaluated,
} from './applicators.ts';
import { type Assertion, assertions } from './assertions.ts';
import { pointerTo } from './pointer.ts';
import { adopt, type Problem, type Visit } from './visit.ts';

export type { Problem } from './visit.ts';

/** What judges a value by each keyword. */
const judgeOf: ReadonlyMap<string, Applicator> = new Map([
  ...Object.entries({ ...inPlaceApplicators, ...objectApplicators, ...arrayApplicators }),
  ...Object.entries(assertions).map(
    ([keyword, assertion]) => [keyword, asserting(keyword, assertion)] as const,
  ),
]);

function asserting(keyword: string, assertion: Assertion): Applicator {
  return (schema, value, visit) => {
    const message = assertion(schema, value, visit);
    if (message === undefined) return true;
    visit.report?.(keyword, message);
    return false;
  };
}

/** Judges values by the schemas of one contract: JSON Schema 2020-12, interpreted; nothing is generated or compiled. */
export interface Validator {
  isValid(schema: JsonSchema, value: Json): boolean;
  /** Everything that is wrong, in the schema's order; empty for a valid value. */
  problems(schema: JsonSchema, value: Json): readonly Problem[];
  /** Patterns met so far that JavaScript cannot read, in the order in which they were met; they accept every text. */
  unusablePatterns(): readonly string[];
}

/**
 * A validator over named schemas, the targets of `$ref: '#/$defs/<name>'`.
 *
 * `format` is checked for the strict set alone (see `formats.ts`); `discriminator`, `readOnly` and the other annotations
 * accept everything. A `$ref` that leads back to itself without going into the value adds nothing (Core §9.4.1 leaves
 * it undefined), and a `$ref` to a name that does not exist accepts everything: front-ends have reported it.
 */
export function createValidator(schemas: Schemas): Validator {
  const unusablePatterns = new Set<string>();
  const start = (): Visit => ({
    schemas,
    check,
    path: [],
    crossed: { names: [], steps: [0] },
    unusablePatterns,
  });
  // A look that only wants a verdict leaves the visit as it was: all of them share one.
  const quiet = start();
  return {
    isValid: (schema, value) => check(schema, value, quiet),
    problems(schema, value) {
      const problems: Problem[] = [];
      const visit = start();
      const report = (keyword: string, message: string): void => {
        problems.push({ pointer: pointerTo(visit.path), keyword, message });
      };
      check(schema, value, { ...visit, report });
      return problems;
    },
    unusablePatterns: () => [...unusablePatterns],
  };
}

function check(schema: JsonSchema, value: Json, visit: Visit): boolean {
  if (schema === true) return true;
  if (schema === false) {
    visit.report?.('false', 'is not allowed here');
    return false;
  }
  const closes = schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined;
  if (!closes) return checkKeywords(schema, value, visit);
  const inner: Visit = { ...visit, seen: { properties: new Set(), items: new Set() } };
  let isGood = checkKeywords(schema, value, inner);
  for (const applicator of [unevaluated.unevaluatedProperties, unevaluated.unevaluatedItems]) {
    if (isGood || visit.report) isGood = applicator(schema, value, inner) && isGood;
  }
  adopt(visit, inner);
  return isGood;
}

function checkKeywords(schema: SchemaObject, value: Json, visit: Visit): boolean {
  let isGood = true;
  for (const keyword in schema) {
    const judge = judgeOf.get(keyword);
    if (judge === undefined || judge(schema, value, visit)) continue;
    if (!visit.report) return false;
    isGood = false;
  }
  return isGood;
}
