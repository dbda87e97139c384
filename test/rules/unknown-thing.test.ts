import { describe, expect, it } from 'vitest';
import { unknownThing } from '../../src/rules/unknown-thing.ts';
import { contract } from '../contract.ts';
import { books } from './books.ts';

describe('unknownThing', () => {
  it('asks for a thing that nobody has made', async () => {
    const shop = await books({ responses: `'404': { description: No }` });
    expect(shop.cases(unknownThing)).toEqual(['get-book answers 404 for an unknown book']);
    expect(shop.drafts(unknownThing)[0]).toMatchObject({
      strength: 'contract',
      steps: [{ call: { pathParameters: { json: { bookId: '00000000-0000-4000-8000-000000000000' } } } }],
    });
  });

  it('expects 404 or 410 of a read that does not say', async () => {
    const shop = await books({});
    expect(shop.cases(unknownThing)).toEqual(['get-book answers 404 or 410 for an unknown book']);
    expect(shop.drafts(unknownThing)[0]).toMatchObject({ strength: 'convention' });
  });

  it.each([
    ['200', `{ anyOf: [{ type: object }, { type: 'null' }] }`],
    ['200', `{ type: object, nullable: true }`],
  ])('lets a read say nothing by a %s with null, and nothing else', async (status, schema) => {
    const shop = await contract(`
      /books/{id}:
        get:
          operationId: getBook
          parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
          responses: { '${status}': { description: Book or null, content: { application/json: { schema: ${schema} } } } }
    `);
    expect(shop.cases(unknownThing)).toEqual(['get-book finds nothing for an unknown id']);
    expect(shop.drafts(unknownThing)).toMatchObject([
      {
        strength: 'convention',
        steps: [{ expect: { status: { codes: [200, 404, 410] }, checks: [{ kind: 'empty', pointer: '' }] } }],
      },
    ]);
  });

  it('makes a gap of a DELETE that does not say: it may be done already', async () => {
    const shop = await books({
      remove: `delete: { operationId: deleteBook, responses: { '204': { description: Gone } } }`,
    });
    const gaps = shop.drafts(unknownThing).filter(({ draft }) => draft === 'gap');
    expect(gaps).toMatchObject([{ code: 'no-promise', operation: { key: 'delete-book' } }]);
  });

  it('makes a gap of a list below an unknown parent: it may well be empty', async () => {
    const shop = await contract(`
      /authors/{id}/books:
        get:
          parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
          responses: { '200': { description: Books } }
    `);
    expect(shop.drafts(unknownThing)).toMatchObject([{ draft: 'gap', code: 'no-promise' }]);
  });

  it('leaves a PUT alone that creates', async () => {
    const shop = await contract(`
      /buckets/{name}:
        put:
          parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
          responses: { '201': { description: Made }, '404': { description: No } }
    `);
    expect(shop.drafts(unknownThing)).toEqual([]);
  });

  it('leaves a closed choice in a path alone', async () => {
    const shop = await contract(`
      /reports/{format}:
        get:
          parameters: [{ name: format, in: path, required: true, schema: { type: string, enum: [pdf, csv] } }]
          responses: { '200': { description: Report }, '404': { description: No } }
    `);
    expect(shop.drafts(unknownThing)).toEqual([]);
  });

  it('knows no unknown one among few numbers: each of them may be taken', async () => {
    const shop = await contract(`
      /days/{day}:
        get:
          parameters: [{ name: day, in: path, required: true, schema: { type: integer, minimum: 1, maximum: 7 } }]
          responses: { '200': { description: Day }, '404': { description: No } }
    `);
    expect(shop.drafts(unknownThing)).toMatchObject([{ draft: 'gap', code: 'no-unknown-value' }]);
  });

  it('does not take an identity that the contract shows for an unknown one', async () => {
    const shop = await contract(`
      /books/{id}:
        get:
          operationId: getBook
          parameters: [{ name: id, in: path, required: true, schema: { type: string }, example: itc-unknown }]
          responses: { '200': { description: Book }, '404': { description: No } }
    `);
    expect(JSON.stringify(shop.drafts(unknownThing)[0])).not.toContain(
      '"pathParameters":{"kind":"literal","json":{"id":"itc-unknown"',
    );
  });

  it('knows that a page, a place and a point in time are no things, whatever is declared', async () => {
    const shop = await contract(`
      /prices/{page}:
        get:
          operationId: listPrices
          parameters: [{ name: page, in: path, required: true, schema: { type: integer } }]
          responses: { '200': { description: Prices }, '404': { description: No } }
      /shops/{maxLat}:
        get:
          operationId: listShops
          parameters: [{ name: maxLat, in: path, required: true, schema: { type: number } }]
          responses: { '200': { description: Shops } }
    `);
    expect(shop.cases(unknownThing)).toEqual([]);
    expect(shop.drafts(unknownThing)).toMatchObject([
      { draft: 'gap', code: 'no-unknown-value' },
      { draft: 'gap', code: 'no-unknown-value' },
    ]);
  });
});
