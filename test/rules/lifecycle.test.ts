import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/draft.ts';
import { lifecycle } from '../../src/rules/lifecycle.ts';
import { contract } from '../contract.ts';
import { bookOf, books } from './books.ts';

const remove = `delete: { operationId: deleteBook, responses: { '204': { description: Gone } } }`;
const list = (schema: string, parameters = '') =>
  `get: { operationId: listBooks, parameters: [${parameters}], responses: { '200': { description: Books, content: { application/json: { schema: ${schema} } } } } }`;

/** The steps of a story in words: `GET /books/{bookId} 200`. */
const steps = (draft: Draft | undefined) =>
  draft?.draft === 'case'
    ? draft.steps.map(
        ({ call, expect: { status } }) => `${call.method} ${call.path} ${status.codes.join('|')}`,
      )
    : [];

describe('lifecycle', () => {
  it('follows a thing from its creation to its deletion', async () => {
    const shop = await books({ remove, list: list('{ type: array }') });
    expect(shop.cases(lifecycle)).toEqual(['books is created, read, listed and deleted']);
    expect(steps(shop.drafts(lifecycle)[0])).toEqual([
      'POST /books 201',
      'GET /books/{bookId} 200',
      'GET /books 200',
      'DELETE /books/{bookId} 204',
      'GET /books/{bookId} 404|410',
      'DELETE /books/{bookId} 204|404|410',
    ]);
  });

  it('does not look for a thing in a list that comes in pages', async () => {
    const limit = '{ name: limit, in: query, schema: { type: integer } }';
    const shop = await books({ list: list('{ type: array }', limit) });
    expect(steps(shop.drafts(lifecycle)[0])).toEqual(['POST /books 201', 'GET /books/{bookId} 200']);
  });

  it('is not told where nothing can be read, or the identity is not known', async () => {
    const unreadable = await contract(`
      /books:
        post: { responses: { '201': { description: Made } } }
      /books/{id}:
        get:
          parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
          responses: { '200': { description: Book } }
    `);
    expect(unreadable.drafts(lifecycle)).toEqual([]);
  });

  it('expects back what was sent, but for what a right server may spell differently', async () => {
    const shop = await books({
      book: bookOf({
        'title!': '{ type: string }',
        'due!': '{ type: string, format: date-time }',
        'secret!': '{ type: string, writeOnly: true }',
      }),
    });
    const [draft] = shop.drafts(lifecycle);
    const containing = draft?.draft === 'case' ? JSON.stringify(draft.steps[1]!.expect.containing) : '';
    expect(containing).toContain('"pointer":"due"');
    expect(containing).toContain('"pointer":"secret"');
    expect(containing).not.toContain('"pointer":"title"');
  });

  it('has an id of its own path, which no other path changes', async () => {
    const shop = await books({});
    expect(shop.drafts(lifecycle)).toMatchObject([
      { story: { key: 'books', heading: 'The life of a book' } },
    ]);
  });
});
