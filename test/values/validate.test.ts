import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/api/json.ts';
import type { JsonSchema, Schemas } from '../../src/api/json-schema.ts';
import { createValidator } from '../../src/values/validate.ts';
import { schemasOfAllKinds } from './schemas.ts';

const isValid = (schema: JsonSchema, value: Json, schemas: Schemas = {}): boolean =>
  createValidator(schemas).isValid(schema, value);

let count = 0;

async function byHyperjump(schema: JsonSchema, value: Json): Promise<boolean> {
  const uri = `https://example.com/${count++}`;
  registerSchema(
    { $schema: 'https://json-schema.org/draft/2020-12/schema', ...(schema as object) } as never,
    uri,
  );
  const { valid } = await validate(uri, value as never);
  unregisterSchema(uri);
  return valid;
}

describe('a validator', () => {
  it.each<[string, JsonSchema, readonly Json[], readonly Json[]]>([
    ['true', true, [1, null], []],
    ['false', false, [], [1, null]],
    ['integers', { type: 'integer' }, [1, 1.0, -0], [1.5, '1', null]],
    ['several types', { type: ['string', 'null'] }, ['', null], [0, []]],
    ['enumerations', { enum: [1, { a: [1] }] }, [1, { a: [1] }], ['1', { a: [2] }, { a: [1], b: 1 }]],
    ['a constant', { const: null }, [null], [0, false, '']],
    ['decimal steps', { multipleOf: 0.01 }, [4.35, 0.07, 19.99, 1e3], [4.355]],
    ['bounds', { minimum: 1, exclusiveMaximum: 2 }, [1, 1.9, 'x'], [0.9, 2]],
    ['lengths in code points', { minLength: 2, maxLength: 2 }, ['👍👍', 'ab'], ['👍', 'abc']],
    ['patterns, unanchored', { pattern: 'b+' }, ['abc', 5], ['ac']],
    [
      'items after prefix items',
      { prefixItems: [{ type: 'string' }], items: { type: 'number' } },
      [['a', 1], []],
      [[1], ['a', 'b']],
    ],
    [
      'unique items',
      { uniqueItems: true },
      [
        [1, '1'],
        [{ a: 1 }, { a: 2 }],
      ],
      [
        [1, 1.0],
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      ],
    ],
    [
      'contains',
      { contains: { const: 1 }, minContains: 1, maxContains: 2 },
      [[1], [1, 1, 2]],
      [[], [2], [1, 1, 1]],
    ],
    ['required own members only', { required: ['toString'] }, [{ toString: 1 }], [{}]],
    ['dependent members', { dependentRequired: { a: ['b'] } }, [{}, { a: 1, b: 1 }], [{ a: 1 }]],
    ['dependent schemas', { dependentSchemas: { a: { required: ['b'] } } }, [{ b: 1 }], [{ a: 1 }]],
    ['property names', { propertyNames: { maxLength: 1 } }, [{ a: 1 }], [{ ab: 1 }]],
    [
      'closed objects',
      { properties: { a: true }, patternProperties: { '^x-': true }, additionalProperties: false },
      [{ a: 1, 'x-b': 2 }],
      [{ b: 1 }],
    ],
    ['exactly one', { oneOf: [{ minimum: 2 }, { maximum: 4 }] }, [1, 5], [3, 'x']],
    // oxlint-disable-next-line unicorn/no-thenable -- it is a keyword of JSON Schema
    ['conditions', { if: { minimum: 5 }, then: { multipleOf: 2 }, else: { multipleOf: 3 } }, [6, 3], [5, 4]],
    [
      'unevaluated members, through branches',
      {
        anyOf: [
          { properties: { a: { type: 'string' } }, required: ['a'] },
          { properties: { b: true }, required: ['b'] },
        ],
        unevaluatedProperties: false,
      },
      [{ a: 'x' }, { a: 'x', b: 1 }],
      [
        { a: 1, b: 1 },
        { a: 'x', c: 1 },
      ],
    ],
    [
      'unevaluated items, through contains',
      { prefixItems: [true], contains: { const: 'x' }, unevaluatedItems: { type: 'number' } },
      [[null, 'x', 1]],
      [['x', 'x', 'y']],
    ],
  ])('knows %s', (_, schema, good, bad) => {
    expect(good.filter((value) => !isValid(schema, value))).toEqual([]);
    expect(bad.filter((value) => isValid(schema, value))).toEqual([]);
  });

  it.each([
    [
      'date-time',
      ['2024-02-29T12:00:00Z', '1990-12-31T23:59:60Z', '2024-01-01t10:00:00.5+02:00'],
      ['2024-02-30T12:00:00Z', '2024-01-01 10:00:00Z', '2024-01-01T10:00:00', '2024-01-01T24:00:00Z'],
    ],
    ['date', ['2024-02-29', '2000-02-29'], ['2023-02-29', '1900-02-29', '2024-13-01', '2024-1-1']],
    ['email', ['jane.doe@example.com'], ['jane', 'jane@', '@example.com', 'a b@example.com']],
    ['uuid', ['3f2b8c1e-5d4a-4b6f-9e7d-1a2b3c4d5e6f'], ['3f2b8c1e', 'not-a-uuid']],
    [
      'uri',
      ['https://example.com/a?b=c#d', 'urn:isbn:9780441172719', 'http://[::1]:80/'],
      ['/books', 'example.com', 'http://a b', 'http://a/[b]', 'https://a#b#c'],
    ],
    ['ipv4', ['192.0.2.1'], ['192.0.2.256', '192.0.2']],
    ['ipv6', ['2001:db8::1', '::'], ['2001:db8', 'fe80::1%eth0']],
    ['hostname', ['anything at all'], []],
  ])('checks %s', (format, good, bad) => {
    expect(good.filter((text) => !isValid({ format }, text))).toEqual([]);
    expect(bad.filter((text) => isValid({ format }, text))).toEqual([]);
  });

  it('says what is wrong, and where', () => {
    const schema: JsonSchema = {
      properties: {
        title: { type: 'string', minLength: 1 },
        tags: { items: { $ref: '#/$defs/Tag' } },
        'a/b~c': false,
      },
      required: ['price'],
    };
    expect(
      createValidator({ Tag: { enum: ['x'] } }).problems(schema, { title: '', tags: ['x', 'y'], 'a/b~c': 1 }),
    ).toEqual([
      { pointer: 'title', keyword: 'minLength', message: 'is shorter than 1' },
      { pointer: 'tags/1', keyword: 'enum', message: 'is not one of its values' },
      { pointer: 'a~1b~0c', keyword: 'false', message: 'is not allowed here' },
      { pointer: '', keyword: 'required', message: 'has no price' },
    ]);
  });

  it('follows recursion into the value, and stops where there is none', () => {
    const schemas: Schemas = {
      Tree: {
        properties: { children: { type: 'array', items: { $ref: '#/$defs/Tree' } } },
        required: ['children'],
      },
      Loop: { allOf: [{ $ref: '#/$defs/Loop' }, { type: 'string' }] },
    };
    expect(isValid({ $ref: '#/$defs/Tree' }, { children: [{ children: [] }] }, schemas)).toBe(true);
    expect(isValid({ $ref: '#/$defs/Tree' }, { children: [{}] }, schemas)).toBe(false);
    expect(isValid({ $ref: '#/$defs/Loop' }, 'x', schemas)).toBe(true);
    expect(isValid({ $ref: '#/$defs/Loop' }, 1, schemas)).toBe(false);
  });

  it('reports a pattern that JavaScript cannot read, and lets everything pass', () => {
    const validator = createValidator({});
    expect(validator.isValid({ pattern: '(?P<year>\\d{4})' }, 'x')).toBe(true);
    expect(validator.unusablePatterns()).toEqual(['(?P<year>\\d{4})']);
    expect(validator.isValid({ pattern: '^\\p{Lu}' }, 'É')).toBe(true);
  });

  it('agrees with two independent validators, or at least with one where they disagree', async () => {
    await fc.assert(
      fc.asyncProperty(schemasOfAllKinds, async ({ schema, values }) => {
        const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: false }).compile(
          schema as object,
        );
        for (const value of values) {
          const verdict = isValid(schema, value);
          if (verdict !== ajv(value))
            expect([value, verdict]).toEqual([value, await byHyperjump(schema, value)]);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
