import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/api/json-schema.ts';
import { mustBeUnique, saysWhatIsUnique, uniqueLike } from '../../src/model/unique.ts';
import { createValidator } from '../../src/values/validate.ts';
import { contract } from '../contract.ts';

const validator = createValidator({});
const like = (good: string | number, schema: JsonSchema) =>
  uniqueLike(good, (value) => validator.isValid(schema, value));

describe('uniqueLike', () => {
  it.each([
    ['Dune', {}, 'Dune-########'],
    ['The Left Hand', {}, 'The Left Hand ########'],
    ['jane@example.com', { format: 'email' }, 'jane-########@example.com'],
    ['9780441172719', { pattern: '^97[89][0-9]{10}$' }, '97804########'],
    ['Dune', { pattern: '^[A-Za-z]+[0-9]{3}$' }, 'Dune###'],
    ['Dune', { maxLength: 9 }, 'D########'],
    ['Dune', { maxLength: 3 }, undefined],
    ['Dune', { maxLength: 5 }, 'D####'],
    ['dune', { pattern: '^[a-z0-9]{4,12}$' }, 'dune########'],
    ['abc', { pattern: '^[a-z]+$' }, undefined],
    ['en', { enum: ['en', 'de'] }, undefined],
    ['#1', {}, undefined],
  ] as const)('%s with %j: %s', (good, schema, template) => {
    expect(like(good, { type: 'string', ...schema })).toEqual(template && { kind: 'unique', template });
  });

  it.each([
    [42, {}, '4########'],
    [0, { minimum: 0 }, '1########'],
    [1, { minimum: 1, maximum: 2147483647 }, '1########'],
    [5000, { minimum: 1000, maximum: 9999 }, '5###'],
    [7, { minimum: 1, maximum: 100_000 }, '7####'],
    [10, { multipleOf: 10 }, '1#######0'],
    [8, { multipleOf: 4 }, '8######00'],
    [9, { multipleOf: 3 }, undefined],
    [1, { minimum: 1, maximum: 50 }, undefined],
    [-5, { maximum: -1 }, undefined],
    [1, { enum: [1, 2] }, undefined],
  ] as const)('the integer %d with %j: %s', (good, schema, template) => {
    expect(like(good, { type: 'integer', ...schema })).toEqual(
      template && { kind: 'unique', template, type: 'integer' },
    );
  });

  it('is a whole number where any number will do', () =>
    expect(like(9.5, { type: 'number', minimum: 0 })).toMatchObject({ template: '9########' }));

  it('is none for what is neither text nor a number', () =>
    expect(uniqueLike(true, () => true)).toBeUndefined());
});

const creating = async (conflict: string) =>
  (
    await contract(`
      /books:
        post: { operationId: createBook, responses: { '201': { description: Made } ${conflict} } }
    `)
  ).operation('create-book');

const member = (name: string, description = '', isTold = false) => ({
  name,
  schema: { type: 'string', description } as const,
  isTold,
});

const described = (description: string): JsonSchema => ({ properties: { isbn: { description } } });

describe('mustBeUnique', () => {
  it('is what nearly every API keeps unique, and what the contract calls so', async () => {
    const create = await creating('');
    expect(mustBeUnique(member('email'), create, {})).toBe(true);
    expect(mustBeUnique(member('userName'), create, {})).toBe(false);
    expect(mustBeUnique(member('title'), create, {})).toBe(false);
    expect(mustBeUnique(member('title', 'Unique among all books.'), create, {})).toBe(true);
  });

  it('is whatever looks like a name where a 409 is declared and nothing is called unique', async () => {
    const create = await creating(`, '409': { description: Taken }`);
    expect(mustBeUnique(member('title'), create, {})).toBe(true);
    expect(mustBeUnique(member('title', '', true), create, {})).toBe(false);
    expect(mustBeUnique(member('price'), create, {})).toBe(false);
  });
});

it('looks for the word unique in what describes the members', () => {
  expect(saysWhatIsUnique(described('Unique among all books.'), {})).toBe(true);
  expect(saysWhatIsUnique(described('Uniquely beautiful.'), {})).toBe(false);
});
