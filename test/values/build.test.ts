import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/api/json.ts';
import type { JsonSchema } from '../../src/api/json-schema.ts';
import { type BuildOptions, createBuilder } from '../../src/values/build.ts';
import { createValidator } from '../../src/values/validate.ts';
import { bookshop } from './bookshop.ts';
import { schemasOfAllKinds } from './schemas.ts';

const validator = createValidator(bookshop);
const builder = createBuilder(bookshop, validator);

function build(schema: JsonSchema, options: Partial<BuildOptions> = {}): Json {
  const built = builder.build(schema, { size: 'minimal', seed: 'here', ...options });
  if ('contradiction' in built)
    throw new Error(`${built.contradiction.pointer}: ${built.contradiction.reason}`);
  return built.value;
}

const named = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const member = (name: string, schema: JsonSchema): JsonSchema => ({
  type: 'object',
  required: [name],
  properties: { [name]: schema },
});

describe('a builder', () => {
  it('makes what is required and nothing else when minimal', () => {
    expect(Object.keys(build(named('Book')) as object)).toEqual(['id', 'title', 'price', 'format']);
  });

  it('makes every property when maximal, and ends a recursion at the first optional turn', () => {
    const book = build(named('Book'), { size: 'maximal' }) as Record<string, Json>;
    expect(Object.keys(book)).toEqual(['id', 'title', 'price', 'format', 'author']);
    expect(book['author']).toMatchObject({ books: [] });
  });

  it.each<[string, Json]>([
    ['Node', { next: null }],
    ['Sum', { left: 1, right: 1 }],
    ['Term', { left: 1, right: 1 }],
  ])('ends the recursion of %s by the shortest branch', (name, value) => {
    expect(build(named(name))).toEqual(value);
  });

  it.each<[string, JsonSchema, Json]>([
    ['price', { type: 'number' }, 7.25],
    ['price', { type: 'number', maximum: 5 }, 1],
    ['year', { type: 'integer' }, 2024],
    ['age', { type: 'integer', minimum: 18, maximum: 21 }, 20],
    ['share', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
    ['step', { type: 'number', multipleOf: 0.05, minimum: 0.07 }, 1],
    ['isOpen', { type: 'boolean' }, true],
    ['size', { enum: [null, 'small', 'large'] }, 'small'],
    ['kind', { const: 'book' }, 'book'],
    ['language', { type: 'string', default: 'nl' }, 'nl'],
    ['comment', { type: 'string', maxLength: 11 }, 'A good read'],
    ['note', { type: 'string', default: '', maxLength: 3 }, 'Wor'],
    ['shelf', { examples: ['A-7'], type: 'string' }, 'A-7'],
    ['shelf', { examples: [7], type: 'string', pattern: '^[0-9]+$' }, '1'],
  ])('makes a %s of %j', (name, schema, value) => {
    expect(build(member(name, schema))).toEqual({ [name]: value });
  });

  it.each<[string, JsonSchema, RegExp]>([
    ['email', { type: 'string' }, /@example\.(com|org)$/],
    ['contact', { type: 'string', format: 'email', maxLength: 8 }, /^a@b\.io$/],
    ['firstName', { type: 'string' }, /^[A-Z][a-z]+$/],
    ['phone_number', { type: 'string' }, /^\+\d+$/],
    ['createdAt', { type: 'string', format: 'date-time' }, /^20\d\d-\d\d-\d\dT/],
    ['isbn', { type: 'string', pattern: '^97[89]-\\d{10}$' }, /^97[89]-\d{10}$/],
    ['code', { type: 'string', pattern: '^[A-Z]{2}\\d+$', minLength: 12, maxLength: 12 }, /^[A-Z]{2}\d{10}$/],
    ['word', { type: 'string', pattern: '^\\p{Lu}\\p{Ll}{3,}$' }, /^[A-Z][a-z]{3,}$/],
    ['text', { type: 'string', minLength: 50, maxLength: 50 }, /^.{50}$/],
  ])('makes a readable %s', (name, schema, expected) => {
    expect((build(member(name, schema)) as Record<string, string>)[name]).toMatch(expected);
  });

  it.each<[string, string, JsonSchema]>([
    ['start', 'end', { type: 'string', format: 'date-time' }],
    ['valid_from', 'valid_to', { type: 'string', format: 'date' }],
    ['starts_at', 'ends_at', { type: 'string' }],
    ['min_age', 'max_age', { type: 'integer', minimum: 0, maximum: 120 }],
    ['minShare', 'maxShare', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }],
    ['opens', 'closes', { type: 'string', format: 'time' }],
  ])('puts %s before %s, wherever they stand', (low, high, schema) => {
    const range: JsonSchema = { required: [low, high], properties: { [high]: schema, [low]: schema } };
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const made = build(range, { seed }) as Record<string, string | number>;
      expect(made[low]! < made[high]!, JSON.stringify(made)).toBe(true);
    }
  });

  it('leaves the ends of a range as an example has them', () => {
    const day: JsonSchema = { type: 'string', format: 'date' };
    const range: JsonSchema = { required: ['start', 'end'], properties: { start: day, end: day } };
    const example = { start: '2024-03-01', end: '2024-03-01' };
    expect(build(range, { example })).toEqual(example);
  });

  it('takes members of an example as far as they are good, and makes the others', () => {
    const example = { title: 'Solaris', price: -1, author: { name: 'Stanisław Lem' }, shelf: 'B' };
    const book = build(named('Book'), { size: 'maximal', example }) as Record<string, Json>;
    expect(book).toMatchObject({ title: 'Solaris', author: { name: 'Stanisław Lem' }, shelf: 'B' });
    expect(book['price']).toBeGreaterThanOrEqual(0);
    expect(build(named('Book'), { example })).not.toHaveProperty('shelf');
  });

  it('gives a discriminator the value that its mapping, or else the schema, is called by', () => {
    expect(build(named('Pet'))).toEqual({ kind: 'feline', lives: 1 });
    expect(build({ allOf: [named('Pet'), { required: ['tricks'] }] })).toMatchObject({ kind: 'feline' });
    expect(build(named('Car'))).toEqual({ kind: 'Car', doors: 1 });
  });

  it.each<[string, JsonSchema]>([
    ['unique items', { type: 'array', items: { enum: ['a', 'b', 'c'] }, minItems: 3, uniqueItems: true }],
    [
      'unique objects',
      { type: 'array', items: member('name', { type: 'string' }), minItems: 7, uniqueItems: true },
    ],
    [
      'contains',
      { type: 'array', items: { type: 'integer' }, contains: { minimum: 50 }, minContains: 2, minItems: 4 },
    ],
    [
      'prefix items',
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2 },
    ],
    ['property names', { type: 'object', propertyNames: { pattern: '^[a-z]{8}$' }, minProperties: 2 }],
    [
      'pattern properties',
      {
        type: 'object',
        patternProperties: { '^x-': { type: 'integer' } },
        additionalProperties: false,
        minProperties: 1,
      },
    ],
    [
      'dependent members',
      {
        type: 'object',
        properties: { a: { type: 'integer' } },
        dependentRequired: { a: ['b'] },
        required: ['a'],
      },
    ],
    ['dependent schemas', { required: ['a'], type: 'object', dependentSchemas: { a: { required: ['b'] } } }],
    [
      'conditions',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { enum: [1, 2] } },
        if: { properties: { a: { const: 1 } } },
        // oxlint-disable-next-line unicorn/no-thenable -- it is a keyword of JSON Schema
        then: { required: ['b'] },
      },
    ],
    ['not', { type: 'string', not: { enum: ['Dune', 'Emma'] } }],
    ['not on members', { type: 'object', properties: { a: true, b: true }, not: { required: ['a', 'b'] } }],
    [
      'closed by unevaluated',
      { allOf: [{ properties: { a: { type: 'string' } } }], required: ['a'], unevaluatedProperties: false },
    ],
    ['one of many numbers', { oneOf: [{ type: 'integer' }, { type: 'number' }] }],
    ['merged bounds', { allOf: [{ type: 'integer', minimum: 7 }, { maximum: 7 }] }],
  ])('meets %s', (_, schema) => {
    expect(validator.isValid(schema, build(schema))).toBe(true);
    expect(validator.isValid(schema, build(schema, { size: 'maximal' }))).toBe(true);
  });

  it.each<[string, JsonSchema, string, string]>([
    [
      'enumerations',
      member('a', { allOf: [{ enum: [true] }, { enum: [false] }] }),
      'a',
      'its enumerations have no value in common',
    ],
    [
      'types',
      { allOf: [{ type: 'string' }, { type: 'integer' }] },
      '',
      'its types or bounds exclude each other',
    ],
    [
      'bounds',
      member('a', { type: 'integer', minimum: 2, maximum: 1 }),
      'a',
      'its types or bounds exclude each other',
    ],
    ['a recursion', named('Endless'), '', 'each value needs another one of its own kind, without end'],
    ['nothing', member('a', false), 'a', 'nothing is allowed here'],
  ])('says that %s contradict each other', (_, schema, pointer, reason) => {
    const built = builder.build(schema, { size: 'minimal', seed: 'here' });
    expect(built).toEqual({ contradiction: expect.objectContaining({ reason }) as unknown });
    expect('contradiction' in built && built.contradiction.pointer.startsWith(pointer)).toBe(true);
  });

  it('makes the same value again, whatever stands beside it', () => {
    const properties = { title: { type: 'string' }, pages: { type: 'integer' } } as const;
    const before = build({ type: 'object', properties }, { size: 'maximal' });
    const after = build(
      { type: 'object', properties: { code: { pattern: '^[a-z]{9}$' }, ...properties } },
      { size: 'maximal' },
    );
    expect(after).toMatchObject(before as object);
    expect(build(named('Book'), { size: 'maximal' })).toEqual(build(named('Book'), { size: 'maximal' }));
  });

  it('makes a value wherever a small one is known to exist, but for odd negations', () => {
    let satisfiable = 0;
    let missed = 0;
    fc.assert(
      fc.property(schemasOfAllKinds, ({ schema, values }) => {
        if (!values.some((value) => validator.isValid(schema, value))) return;
        satisfiable++;
        for (const size of ['minimal', 'maximal'] as const) {
          const built = builder.build(schema, { size, seed: 'here' });
          if ('contradiction' in built) missed++;
          else expect(validator.isValid(schema, built.value)).toBe(true);
        }
      }),
      { numRuns: 500, seed: 11 },
    );
    expect(missed / (2 * satisfiable)).toBeLessThan(0.01);
  });
});
