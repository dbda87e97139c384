import { describe, expect, it } from 'vitest';
import { outOfBounds } from '../../src/rules/out-of-bounds.ts';
import { wrongType } from '../../src/rules/wrong-type.ts';
import { wrongValue } from '../../src/rules/wrong-value.ts';
import { contract } from '../contract.ts';
import { bookOf, books } from './books.ts';

const list = (...parameters: readonly string[]) =>
  contract(`
    /books:
      get:
        operationId: listBooks
        parameters: [${parameters.join(', ')}]
        responses: { '200': { description: Books }, '400': { description: No } }
  `);

describe('wrongType', () => {
  it('sends another JSON type, and null, in each field', async () => {
    const shop = await books({
      book: bookOf({ 'title!': '{ type: string }', subtitle: '{ type: [string, "null"] }' }),
    });
    expect(shop.cases(wrongType)).toEqual([
      'create-book refuses a request with a field of the wrong type: title is an integer, title is null, subtitle is an integer',
      'create-book refuses a request with a body of the wrong type: the body is a string, the body is null',
    ]);
  });

  it('knows that in a query all is text', async () => {
    const shop = await list(
      '{ name: text, in: query, schema: { type: string } }',
      '{ name: limit, in: query, schema: { type: integer } }',
      '{ name: names, in: query, schema: { type: array, items: { type: string } } }',
      '{ name: sort, in: query, schema: { type: string, enum: [title, price] } }',
      '{ name: sizes, in: query, schema: { type: array, minItems: 1, items: { type: string, enum: [small] } } }',
    );
    expect(shop.cases(wrongType)).toEqual([
      'list-books answers 400 for a query parameter of the wrong type: limit is a string',
    ]);
  });
});

describe('outOfBounds', () => {
  it('sends what is just outside', async () => {
    const shop = await books({
      book: bookOf({
        'title!': '{ type: string, minLength: 2, maxLength: 9 }',
        'price!': '{ type: number, exclusiveMinimum: 0, multipleOf: 0.5 }',
        'tags!': '{ type: array, maxItems: 1, items: { type: string } }',
      }),
    });
    expect(shop.cases(outOfBounds)).toEqual([
      'create-book refuses a request with a field out of bounds: title is shorter than 2, title is longer than 9, ' +
        'price is not above 0, price is not a multiple of 0.5, tags has more than 1 items',
    ]);
  });

  it('sends an optional parameter that is out of bounds, though the good request has none', async () => {
    const shop = await list('{ name: limit, in: query, schema: { type: integer, minimum: 1 } }');
    expect(shop.cases(outOfBounds)).toEqual([
      'list-books answers 400 for a query parameter out of bounds: limit is below 1',
    ]);
  });
});

describe('wrongValue', () => {
  it('sends what is not in an enum, against a pattern, of no format, or a duplicate', async () => {
    const shop = await books({
      book: bookOf({
        'language!': '{ type: string, enum: [en, de] }',
        'isbn!': "{ type: string, pattern: '^97[89][0-9]{10}$' }",
        'born!': '{ type: string, format: date }',
        tags: '{ type: array, uniqueItems: true, items: { type: string } }',
      }),
    });
    const [good, full] = shop.cases(wrongValue);
    expect(good).toMatch(/language is not one of its values.*isbn.*born/);
    expect(full).toContain('tags has the same item twice');
  });

  it('does not call wrong what another branch takes', async () => {
    const shop = await books({
      book: bookOf({ 'size!': '{ anyOf: [{ enum: [small, large] }, { type: string }] }' }),
    });
    expect(shop.cases(wrongValue).filter((one) => one.startsWith('create-book'))).toEqual([]);
  });

  it('leaves formats alone that nobody checks strictly', async () => {
    const shop = await books({ book: bookOf({ 'colour!': '{ type: string, format: colour }' }) });
    expect(shop.cases(wrongValue).filter((one) => one.startsWith('create-book'))).toEqual([]);
  });
});

describe('a malformed identity in the path', () => {
  it('is not asked of a DELETE that promises no refusal: it may be done already', async () => {
    const remove = `delete: { operationId: deleteBook, responses: { '204': { description: Gone } } }`;
    const shop = await books({ remove });
    const about = [...shop.cases(wrongType), ...shop.cases(wrongValue)];
    expect(about.filter((one) => one.startsWith('delete-book'))).toEqual([]);
  });
});
