import * as fc from 'fast-check';
import type { Json } from '../../src/api/json.ts';
import type { JsonSchema } from '../../src/api/json-schema.ts';

const names = fc.constantFrom('a', 'b', 'c');
const scalars = fc.constantFrom<Json>(null, true, false, 0, 1, 2, 2.5, -1, '', 'a', 'ab', 'abc', '12');

/** Small values of few names, so that schemas and values have something to do with each other. */
export const smallValues: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3 }).map((record) => ({ ...record })),
  ),
})).value;

const smallSchemas: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => {
  const some = (max: number): fc.Arbitrary<JsonSchema[]> =>
    fc.array(tie('schema'), { minLength: 1, maxLength: max });
  const record = fc.dictionary(names, tie('schema'), { maxKeys: 3 }).map((members) => ({ ...members }));
  const count = fc.nat({ max: 3 });
  return {
    schema: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom<JsonSchema>(
        true,
        {},
        { type: 'string' },
        { type: 'integer' },
        { type: ['object', 'null'] },
        { type: 'array' },
      ),
      fc.record({ enum: fc.uniqueArray(scalars, { minLength: 1, maxLength: 3 }) }),
      fc.record(
        { type: fc.constant('string' as const), minLength: count, maxLength: count },
        { requiredKeys: ['type'] },
      ),
      fc.record({ pattern: fc.constantFrom('^a', 'b$', '^[0-9]+$') }),
      fc.record(
        { minimum: count, maximum: count, multipleOf: fc.constantFrom(1, 0.5, 2) },
        { requiredKeys: [] },
      ),
      fc.record({ exclusiveMinimum: count, exclusiveMaximum: count }, { requiredKeys: [] }),
      fc.record(
        {
          properties: record,
          required: fc.uniqueArray(names, { maxLength: 2 }),
          additionalProperties: tie('schema'),
          patternProperties: fc
            .dictionary(fc.constantFrom('^a', '[bc]'), tie('schema'), { maxKeys: 1 })
            .map((all) => ({ ...all })),
          minProperties: fc.nat({ max: 2 }),
          maxProperties: count,
          propertyNames: fc.constantFrom<JsonSchema>({ pattern: '[ab]' }, { maxLength: 1 }),
          dependentRequired: fc.constantFrom<Record<string, string[]>>({ a: ['b'] }, { b: ['c'] }),
          dependentSchemas: record,
          unevaluatedProperties: tie('schema'),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          prefixItems: some(2),
          items: tie('schema'),
          minItems: count,
          maxItems: count,
          uniqueItems: fc.boolean(),
          contains: tie('schema'),
          minContains: count,
          unevaluatedItems: tie('schema'),
        },
        { requiredKeys: [] },
      ),
      fc.record({ allOf: some(2) }),
      fc.record({ anyOf: some(3), properties: record }, { requiredKeys: ['anyOf'] }),
      fc.record({ oneOf: some(2), unevaluatedProperties: tie('schema') }, { requiredKeys: ['oneOf'] }),
      fc.record({ not: tie('schema') }),
      // oxlint-disable-next-line unicorn/no-thenable -- it is a keyword of JSON Schema
      fc.record({ if: tie('schema'), then: tie('schema'), else: tie('schema') }, { requiredKeys: ['if'] }),
    ),
  };
}).schema;

/** Schemas with every keyword, and a handful of values for each. */
export const schemasOfAllKinds = fc.record({
  schema: smallSchemas.filter((schema) => typeof schema === 'object'),
  values: fc.array(smallValues, { minLength: 5, maxLength: 12 }),
});
