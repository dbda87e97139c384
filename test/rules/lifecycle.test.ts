import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/draft.ts';
import { lifecycle } from '../../src/rules/lifecycle.ts';
import { contract } from '../contract.ts';
import { bookOf, books } from './books.ts';
import { life, type Life } from './life.ts';

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

const gaps = (drafts: readonly Draft[]) =>
  drafts.flatMap((draft) => (draft.draft === 'gap' ? [`${draft.operation?.key} ${draft.code}`] : []));

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
      'GET /books 200',
      'DELETE /books/{bookId} 204|404|410',
    ]);
  });

  it('does not look for a thing in a list that comes in pages', async () => {
    const limit = '{ name: limit, in: query, schema: { type: integer } }';
    const shop = await books({ list: list('{ type: array }', limit) });
    expect(steps(shop.drafts(lifecycle)[0])).toEqual(['POST /books 201', 'GET /books/{bookId} 200']);
    expect(gaps(shop.drafts(lifecycle))).toEqual(['list-books paged-list']);
  });

  it('looks for it in a list whose parameters only look like pages', async () => {
    const before = '{ name: created_before, in: query, schema: { type: string } }';
    const shop = await books({ list: list('{ type: array }', before) });
    expect(shop.cases(lifecycle)).toEqual(['books is created, read and listed']);
  });

  it.each([
    ['a default filter', list('{ type: array }', '{ name: status, in: query, schema: { default: live } }')],
    ['words', list('{ type: array }').replace('get: {', 'get: { summary: Lists published books,')],
    [
      'what must be asked',
      list('{ type: array }', '{ name: q, in: query, required: true, schema: { type: string } }'),
    ],
  ])('does not demand that a list has it which leaves some out: %s', async (_, filtered) => {
    const shop = await books({ list: filtered });
    expect(shop.cases(lifecycle)).toEqual(['books is created and read']);
    expect(gaps(shop.drafts(lifecycle))).toEqual(['list-books filtered-list']);
  });

  it.each([
    ['that does not say where its items are', '{ type: object }', 'no-list'],
    [
      'whose items do not say which they are',
      '{ items: { properties: { title: { type: string } } }, type: array }',
      'no-identity',
    ],
    [
      'whose items say it as a number',
      '{ items: { properties: { id: { type: integer } } }, type: array }',
      'no-identity',
    ],
  ])('makes a gap of a list %s', async (_, schema, code) => {
    const shop = await books({ list: list(schema) });
    expect(gaps(shop.drafts(lifecycle))).toEqual([`list-books ${code}`]);
  });

  it.each([
    ['its description', `summary: Archives a book,`, undefined],
    ['its answer', '', undefined],
    [
      'a member of the thing',
      '',
      bookOf({ 'title!': '{ type: string }', deletedAt: '{ type: string, readOnly: true }' }),
    ],
    [
      'a state of the thing',
      '',
      bookOf({
        status: '{ type: string, enum: [live, cancelled], readOnly: true }',
        'title!': '{ type: string }',
      }),
    ],
  ])('does not demand that what may only be marked is gone: %s', async (how, summary, book) => {
    const answer = `'200': { description: Ok, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }`;
    const status = how === 'its answer' ? answer : `'204': { description: Ok }`;
    const shop = await books({
      remove: `delete: { operationId: deleteBook, ${summary} responses: { ${status} } }`,
      ...(book !== undefined && { book }),
    });
    const done = how === 'its answer' ? 200 : 204;
    expect(steps(shop.drafts(lifecycle)[0]).slice(2)).toEqual([
      `DELETE /books/{bookId} ${done}`,
      `DELETE /books/{bookId} ${done}|404|410`,
    ]);
    expect(gaps(shop.drafts(lifecycle))).toEqual(['delete-book soft-deletion']);
  });

  it('demands it where the state has an operation of its own', async () => {
    const thing =
      '{ properties: { id: { type: string }, status: { type: string, enum: [open, cancelled] } } }';
    const answer = (status: number) =>
      `'${status}': { description: Order, content: { application/json: { schema: ${thing} } } }`;
    const id = 'parameters: [{ name: id, in: path, required: true, schema: { type: string } }]';
    const shop = await contract(`
      /orders:
        post: { responses: { ${answer(201)} } }
      /orders/{id}:
        ${id}
        get: { responses: { ${answer(200)} } }
        delete: { responses: { '204': { description: Gone } } }
      /orders/{id}/cancellation:
        ${id}
        put: { responses: { '204': { description: Cancelled } } }
    `);
    expect(steps(shop.drafts(lifecycle)[0])).toContain('GET /orders/{id} 404|410');
    expect(gaps(shop.drafts(lifecycle))).toEqual([]);
  });

  it('keeps what only a full request sends', async () => {
    const shop = await books({ book: bookOf({ 'title!': '{ type: string }', pages: '{ type: integer }' }) });
    expect(shop.cases(lifecycle)).toEqual([
      'books is created and read',
      'books is created with everything that may be sent and read',
    ]);
    expect(shop.drafts(lifecycle)[1]).toMatchObject({ subject: 'maximal' });
  });

  it('makes a gap where nothing of what is sent can be read', async () => {
    const shop = await contract(`
      /books:
        post:
          operationId: createBook
          requestBody: { content: { application/json: { schema: { type: object, required: [title], properties: { title: { type: string } } } } } }
          responses: { '201': { description: Made, content: { application/json: { schema: { properties: { id: { type: string } } } } } } }
      /books/{bookId}:
        get:
          parameters: [{ name: bookId, in: path, required: true, schema: { type: string } }]
          responses: { '200': { description: Book } }
    `);
    expect(gaps(shop.drafts(lifecycle))).toEqual(['create-book no-echo']);
  });

  it.each([
    ['its own name', 'book'],
    ['a usual word', 'data'],
    ['a usual word in the plural', 'results'],
  ])('finds what was sent in an envelope with %s', async (_, name) => {
    const thing = '{ type: object, properties: { id: { type: string }, title: { type: string } } }';
    const answer = `content: { application/json: { schema: { properties: { ${name}: ${thing} } } } }`;
    const shop = await contract(`
      /books:
        post:
          requestBody: { content: { application/json: { schema: { type: object, required: [title], properties: { title: { type: string } } } } } }
          responses: { '201': { description: Made, ${answer} } }
      /books/{bookId}:
        get:
          parameters: [{ name: bookId, in: path, required: true, schema: { type: string } }]
          responses: { '200': { description: Book, ${answer} } }
    `);
    const [draft] = shop.drafts(lifecycle);
    expect(draft).toMatchObject({
      steps: [{}, { expect: { containing: { members: { [name]: { kind: 'example' } } } } }],
    });
    expect(gaps(shop.drafts(lifecycle))).toEqual([]);
  });

  it('goes where the Location of the creation leads', async () => {
    const shop = await contract(`
      /books:
        get: { operationId: list, responses: { '200': { description: Books, content: { application/json: { schema: { type: array, items: { properties: { id: { type: integer } } } } } } } } }
        post: { responses: { '201': { description: Made, headers: { Location: { schema: { type: string } } } } } }
      /books/{bookId}:
        parameters: [{ name: bookId, in: path, required: true, schema: { type: integer } }]
        get: { responses: { '200': { description: Book } } }
    `);
    const located = { kind: 'part', of: 'saved', in: 'location', name: ['created'], path: '/books/{bookId}' };
    expect(shop.drafts(lifecycle)[0]).toMatchObject({
      steps: [
        { save: ['created'] },
        { call: { pathParameters: { ...located, pointer: '' } } },
        {
          expect: {
            checks: [{ item: { members: { id: { ...located, pointer: '/bookId', type: 'integer' } } } }],
          },
        },
      ],
    });
  });

  it('does not replace by a PUT that only creates', async () => {
    const put = (responses: string) =>
      contract(`
      /locks/{name}:
        parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
        get: { responses: { '200': { description: Lock } } }
        put:
          operationId: lock
          requestBody: { content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: string } } } } } }
          responses: { ${responses} }
    `);
    const once = await put(`'201': { description: Made }, '409': { description: Taken }`);
    expect(gaps(once.drafts(lifecycle))).toContain('lock no-replace');
    const again = await put(`'201': { description: Made }, '200': { description: Replaced }`);
    expect(again.cases(lifecycle)).toEqual(['locks is created, read and replaced']);
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
    expect(unreadable.cases(lifecycle)).toEqual([]);
    expect(gaps(unreadable.drafts(lifecycle))).toEqual(['post-books no-identity']);
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

  describe('the answer to a write', () => {
    /** Whether the answers to the POST and the PUT are held against what was sent. */
    const held = async (how: Life) => {
      const [draft] = (await life(how)).drafts(lifecycle);
      const told = draft?.draft === 'case' ? draft.steps : [];
      return ['POST', 'PUT'].map((method) => {
        const step = told.find(({ call }) => call.method === method);
        return step?.expect.containing !== undefined;
      });
    };
    const answers = (status: number, schema: string) =>
      `'${status}': { description: It., content: { application/json: { schema: ${schema} } } }`;

    it('contains what was sent', async () => expect(await held({})).toEqual([true, true]));

    it.each([
      ['may be that of a task', answers(202, `{ $ref: '#/components/schemas/Note' }`)],
      ['may be empty', `'204': { description: Done. }`],
      ['is of several schemas', answers(201, '{ properties: { title: { type: string } } }')],
    ])('is not held against it where it %s', async (_, replace) => {
      expect(await held({ answers: { replace } })).toEqual([true, false]);
    });

    it('is not held against it where it is a receipt, which has less than the thing', async () => {
      const receipt = await contract(`
        /messages:
          post:
            requestBody: { content: { application/json: { schema: { type: object, required: [message, to], properties: { message: { type: string }, to: { type: string } } } } } }
            responses: { ${answers(201, '{ properties: { id: { type: string }, message: { type: string } } }')} }
        /messages/{id}:
          get:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            responses: { ${answers(200, '{ properties: { id: { type: string }, message: { type: string }, to: { type: string } } }')} }
      `);
      const [draft] = receipt.drafts(lifecycle);
      const told = draft?.draft === 'case' ? draft.steps : [];
      expect(told.map((step) => step.expect.containing !== undefined)).toEqual([false, true]);
    });
  });

  it('has an id of its own path, which no other path changes', async () => {
    const shop = await books({});
    expect(shop.drafts(lifecycle)).toMatchObject([
      { story: { key: 'books', heading: 'The life of a book' } },
    ]);
  });
});
