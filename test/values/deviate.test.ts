import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/api/json.ts';
import type { JsonSchema } from '../../src/api/json-schema.ts';
import { createBuilder } from '../../src/values/build.ts';
import { createDeviator, deviated, nameOf, type Deviations } from '../../src/values/deviate.ts';
import { createValidator } from '../../src/values/validate.ts';
import { createVariator } from '../../src/values/vary.ts';
import { bookshop } from './bookshop.ts';
import { schemasOfAllKinds } from './schemas.ts';

const validator = createValidator(bookshop);
const deviator = createDeviator(bookshop, validator);
const find = (schema: JsonSchema, good: Json): Deviations => deviator.deviations(schema, good, 'it');
const labels = (schema: JsonSchema, good: Json): readonly string[] =>
  find(schema, good).deviations.map(({ label }) => label);

const dune: Json = {
  id: 'a1',
  title: 'Dune',
  price: 7.25,
  format: 'paperback',
  author: { name: 'Frank Herbert' },
};

describe('deviations', () => {
  it('tell what else the same value breaks', () => {
    const alsoOf = (schema: JsonSchema, good: Json) =>
      find(schema, good).deviations.map(({ keyword, also = [] }) => [
        keyword,
        ...also.map(({ segments }) => segments.join('/')),
      ]);
    const twice: JsonSchema = {
      allOf: [
        { type: 'string', minLength: 2 },
        { type: 'string', minLength: 2 },
      ],
    };
    expect(alsoOf(twice, 'ab')).toContainEqual(['minLength', 'allOf/1/minLength']);
    expect(alsoOf(twice, 'ab')).toContainEqual(['type', 'allOf/1/type']);
    expect(alsoOf({ type: 'object', required: ['a'], minProperties: 1 }, { a: 1 })).toContainEqual([
      'required',
      'minProperties',
    ]);
  });

  it('break each promise at every depth of the good value', () => {
    expect(labels({ $ref: '#/$defs/Book' }, dune)).toEqual([
      'id is missing',
      'title is missing',
      'price is missing',
      'format is missing',
      'it is a string',
      'it is null',
      'it is an array',
      'id is an integer',
      'id is null',
      'title is an integer',
      'title is null',
      'title is shorter than 1',
      'title is longer than 40',
      'price is a string',
      'price is null',
      'price is below 0',
      'format is not one of its values',
      'author.name is missing',
      'author is a string',
      'author is null',
      'author is an array',
      'author.name is an integer',
      'author.name is null',
      'author.email is an integer',
      'author.email is null',
      'author.email is not a valid email',
      'author.born is an integer',
      'author.born is not a valid date',
      'author.books is a string',
      'author.books is null',
      'author.password is an integer',
      'author.password is null',
      'sequel is a string',
      'sequel is null',
    ]);
  });

  it('say what is changed, and where the schema says so', () => {
    const { deviations } = find({ $ref: '#/$defs/Book' }, dune);
    expect(deviations.find(({ label }) => label === 'title is shorter than 1')).toEqual({
      group: 'bounds',
      keyword: 'minLength',
      pointer: 'title',
      variant: 'too-short',
      label: 'title is shorter than 1',
      change: { kind: 'with', value: '' },
      origin: { name: 'Book', segments: ['properties', 'title', 'minLength'] },
    });
    expect(deviations.find(({ label }) => label === 'author.name is missing')).toMatchObject({
      pointer: 'author/name',
      change: { kind: 'without' },
      origin: { name: 'Author', segments: ['required', 0] },
    });
  });

  it.each<[JsonSchema, Json, readonly Json[]]>([
    [{ minimum: 1, maximum: 3 }, 2, [0, 4]],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5, [0, 1]],
    [{ multipleOf: 0.05, minimum: 0.1 }, 0.1, [0.05, 1.1 + 0.025]],
    [{ multipleOf: 5 }, 10, [11]],
    [{ minLength: 2, maxLength: 3 }, 'ab', ['a', 'xxxx']],
    [{ enum: ['no-such-value'] }, 'no-such-value', ['none-of-these']],
    [{ enum: [1, 5] }, 1, [6]],
    [{ const: true }, true, [false]],
    [{ pattern: '^[a-z]+$', maxLength: 4 }, 'dune', ['dunee', '!une']],
    [{ format: 'uuid' }, '3f2b8c1e-5d4a-4b6f-9e7d-1a2b3c4d5e6f', ['not-a-uuid']],
    [{ format: 'hostname' }, 'example.com', []],
    [{ uniqueItems: true, minItems: 1, maxItems: 2 }, [1], [[], [1, 2, 3], [1, 1]]],
    [{ minProperties: 1, maxProperties: 1 }, { a: 1 }, [{}, { a: 1, key1: 1 }]],
  ])('of %j', (schema, good, wrong) => {
    const { deviations } = find(schema, good);
    const made = deviations.map((deviation) => deviated(good, deviation));
    expect(made.filter((value) => validator.isValid(schema, value))).toEqual([]);
    for (const value of wrong) if (typeof value !== 'number') expect(made).toContainEqual(value);
    expect(made).toHaveLength(wrong.length);
  });

  it('are dropped where another branch takes them', () => {
    const { deviations, omissions } = find(
      {
        anyOf: [
          { type: 'string', minLength: 3 },
          { type: 'string', maxLength: 2 },
        ],
      },
      'Dune',
    );
    expect(deviations.map(({ label }) => label)).toEqual(['it is an integer', 'it is null']);
    expect(omissions).toMatchObject([{ keyword: 'minLength', code: 'still-valid' }]);
  });

  it('are made once where two make the same value', () => {
    const schema: JsonSchema = { type: 'object', required: ['a'], minProperties: 1, properties: { a: true } };
    expect(labels(schema, { a: 1 })).toEqual([
      'a is missing',
      'it is a string',
      'it is null',
      'it is an array',
    ]);
  });

  it('leave out what is too large to send or cannot be written', () => {
    const { omissions } = find({ maxLength: 20_000, maximum: 2 ** 63, maxItems: 10_000 }, 'a');
    expect(omissions).toMatchObject([{ keyword: 'maxLength', code: 'too-large' }]);
    expect(find({ maximum: 2 ** 63 }, 1).omissions).toMatchObject([
      { keyword: 'maximum', code: 'not-exact' },
    ]);
  });

  it('look at the first item of an array and the first member of a map', () => {
    const list: JsonSchema = { items: { type: 'object', additionalProperties: { type: 'integer' } } };
    expect(labels(list, [{ 'a/b': 1, c: 2 }, {}])).toEqual([
      'it[0] is a string',
      'it[0] is null',
      'it[0].a/b is a string',
      'it[0].a/b is null',
    ]);
    expect(find(list, [{ 'a/b': 1 }]).deviations.at(-1)?.pointer).toBe('0/a~1b');
  });

  it('are always invalid, and all different', () => {
    const builder = createBuilder(bookshop, validator);
    fc.assert(
      fc.property(schemasOfAllKinds, ({ schema }) => {
        const built = builder.build(schema, { size: 'maximal', seed: 'here' });
        if ('contradiction' in built) return;
        const { deviations } = find(schema, built.value);
        const made = deviations.map((deviation) => deviated(built.value, deviation));
        expect(made.filter((value) => validator.isValid(schema, value))).toEqual([]);
        expect(new Set(made.map((value) => JSON.stringify(value))).size).toBe(made.length);
        expect(
          new Set(deviations.map(({ group, pointer, variant }) => `${group} ${pointer} ${variant}`)).size,
        ).toBe(made.length);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('are always invalid, and all different, in every alternative', () => {
    const builder = createBuilder(bookshop, validator);
    const variator = createVariator({ schemas: bookshop, validator, builder });
    let count = 0;
    fc.assert(
      fc.property(schemasOfAllKinds, ({ schema }) => {
        const built = builder.build(schema, { size: 'maximal', seed: 'here' });
        if ('contradiction' in built) return;
        const none: ReadonlySet<string> = new Set();
        const { ways } = variator.variations(schema, built.value, { name: 'it', seed: 'here', names: none });
        const { deviations } = deviator.further(schema, built.value, { name: 'it', names: none, ways });
        const made = deviations.map((deviation) => deviated(built.value, deviation));
        count += deviations.filter(({ way }) => way !== undefined).length;
        expect(made.filter((value) => validator.isValid(schema, value))).toEqual([]);
        expect(new Set(made.map((value) => JSON.stringify(value))).size).toBe(made.length);
        expect(new Set(deviations.map(nameOf)).size).toBe(made.length);
      }),
      { numRuns: 500, seed: 5 },
    );
    expect(count).toBeGreaterThan(20);
  });
});
