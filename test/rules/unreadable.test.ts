import { describe, expect, it } from 'vitest';
import { unreadable } from '../../src/rules/unreadable.ts';
import { contract } from '../contract.ts';
import { bookOf, books } from './books.ts';

const ofCreate = async (responses: string) =>
  (await books({ book: bookOf({ 'title!': '{ type: string }' }), responses }))
    .cases(unreadable)
    .filter((one) => one.startsWith('create-book'));

describe('unreadable', () => {
  it('sends what is no JSON, and only the beginning of some', async () => {
    expect(await ofCreate(`'400': { description: No }`)).toEqual([
      'create-book answers 400 for a body that is no JSON',
      'create-book answers 400 for a body that ends too early',
    ]);
    const shop = await books({});
    const texts = shop.drafts(unreadable).flatMap((draft) => {
      const body = draft.draft === 'case' ? draft.steps[0]!.call.body : undefined;
      return body?.kind === 'text' && body.value.kind === 'literal' ? [String(body.value.json)] : [];
    });
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('sends a body of another media type where the contract says how that is refused, else a gap', async () => {
    expect(await ofCreate(`'415': { description: No }`)).toContain(
      'create-book answers 415 for a body of text/plain',
    );
    const shop = await books({});
    expect(shop.drafts(unreadable)).toContainEqual(
      expect.objectContaining({ draft: 'gap', code: 'no-promise' }),
    );
  });

  it('says a media type that the operation does not take', async () => {
    const shop = await contract(`
      /books:
        post:
          operationId: createBook
          requestBody: { required: true, content: { application/json: { schema: { type: object } }, text/*: {} } }
          responses: { '201': { description: Made }, '415': { description: No } }
    `);
    expect(shop.cases(unreadable)).toContain('create-book answers 415 for a body of application/xml');
  });

  it('leaves alone a body that may be left out', async () => {
    const shop = await contract(`
      /search:
        post:
          operationId: search
          requestBody: { content: { application/json: { schema: { type: object } } } }
          responses: { '200': { description: Found } }
    `);
    expect(shop.cases(unreadable)).toEqual([]);
  });

  it('sends scalars of the query twice, and an Accept that nothing meets, and lets the server choose', async () => {
    const shop = await contract(`
      /books:
        get:
          operationId: listBooks
          parameters:
            - { name: limit, in: query, schema: { type: integer } }
            - { name: tags, in: query, schema: { type: array, items: { type: string } } }
            - { name: cursor, in: query, schema: { type: string } }
          responses: { '200': { description: Books, content: { application/json: {} } } }
    `);
    expect(shop.cases(unreadable)).toEqual([
      'list-books does not break when a query parameter comes twice: limit',
      'list-books answers 200 or 406 for an Accept that nothing meets',
    ]);
    expect(shop.drafts(unreadable)).toMatchObject([
      { strength: 'http', steps: [{ expect: { status: { codes: [200, '4XX'] } } }] },
      { strength: 'http', steps: [{ expect: { status: { codes: [200, 406] } } }] },
    ]);
  });
});
