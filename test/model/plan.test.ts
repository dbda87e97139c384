import { describe, expect, it } from 'vitest';
import type { Case, TestModel } from '../../src/model/model.ts';
import { contract } from '../contract.ts';

const schema = `{ $ref: '#/components/schemas/Book' }`;
const body = `requestBody: { required: true, content: { application/json: { schema: ${schema} } } }`;
const answer = (status: number) =>
  `responses: { '${status}': { description: Book, content: { application/json: { schema: ${schema} } } } }`;

/** A contract of books; a test adds paths in front and behind, and properties to a book. */
function shop({ before = '', after = '', property = '' } = {}) {
  return contract(`
${before}
/v1/books:
  post: { operationId: createBook, tags: [Books], ${body}, ${answer(201)} }
/v1/books/{bookId}:
  parameters: [{ name: bookId, in: path, required: true, schema: { type: string } }]
  get: { operationId: getBook, tags: [Books], ${answer(200)} }
  put: { operationId: replaceBook, tags: [Books], ${body}, ${answer(200)} }
${after}
components:
  schemas:
    Book:
      type: object
      required: [id, title]
      properties:
        id: { type: string, readOnly: true }
        title: { type: string, minLength: 1 }
        pages: { type: integer, minimum: 1 }
        author: { type: object, required: [name], properties: { name: { type: string } } }
        ${property}
`);
}

const another = `
/authors/{authorId}/books/{bookId}:
  parameters:
    - { name: authorId, in: path, required: true, schema: { type: string } }
    - { name: bookId, in: path, required: true, schema: { type: string } }
  get: { operationId: getBookOfAuthor, tags: [Authors], responses: { '200': { description: Book } } }
/authors:
  post: { operationId: createAuthor, tags: [Authors], ${body}, ${answer(201)} }
`;

const casesOf = ({ suites }: TestModel): readonly Case[] =>
  suites.flatMap(({ groups }) => groups.flatMap((group) => group.cases));

/** Every case and row by its id, without its line. */
function byId(model: TestModel): ReadonlyMap<string, string> {
  const entries = casesOf(model).flatMap(({ id, title, table, steps }): (readonly [string, string])[] => [
    [id, JSON.stringify([title, steps])],
    ...(table?.rows ?? []).map((row) => [row.id, JSON.stringify([row.label, row.values])] as const),
  ]);
  return new Map(entries);
}

const idsOf = (model: TestModel) =>
  casesOf(model).flatMap(({ id, table }) => [id, ...(table?.rows ?? []).map((row) => row.id)]);

describe('ids and values', () => {
  it('are unique', async () => {
    const ids = idsOf((await shop({ after: another })).model());
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('stay what they are when operations are added, in front or behind', async () => {
    const alone = byId((await shop()).model());
    for (const more of [{ before: another }, { after: another }]) {
      const together = byId((await shop(more)).model());
      for (const [id, said] of alone) expect([id, together.get(id)]).toEqual([id, said]);
      expect(together.size).toBeGreaterThan(alone.size);
    }
  });

  it('stay what they are when a property is added', async () => {
    const before = byId((await shop()).model());
    const after = byId((await shop({ property: 'zone: { type: string, maxLength: 9 }' })).model());
    for (const [id, said] of before) {
      expect([id, after.has(id)]).toEqual([id, true]);
      if (!/\/(whole-body|lifecycle|replace|(failed-write|race)\/put)$/.test(id))
        expect([id, after.get(id)]).toEqual([id, said]);
    }
  });

  it('are the same each time', async () => {
    expect(JSON.stringify((await shop()).model())).toBe(JSON.stringify((await shop()).model()));
  });
});

describe('suites and groups', () => {
  it('follow the contract, stories behind the operations', async () => {
    const [books] = (await shop()).model().suites;
    expect(books).toMatchObject({ name: ['books'], heading: 'Books' });
    expect(books!.groups.map(({ heading }) => heading)).toEqual([
      'POST /v1/books',
      'GET /v1/books/{bookId}',
      'PUT /v1/books/{bookId}',
      'The life of a book',
    ]);
  });

  it('are named after the first tag that has a word, else after the path', async () => {
    const { suites } = (
      await contract(`
        /things: { get: { tags: ['***', Ça va], responses: { '200': { description: A } } } }
        /other-things/{id}: { get: { responses: { '200': { description: A } }, parameters: [{ name: id, in: path, required: true, schema: { enum: [a] } }] } }
        /{id}: { get: { responses: { '200': { description: A } }, parameters: [{ name: id, in: path, required: true, schema: { enum: [a] } }] } }
      `)
    ).model();
    expect(suites.map(({ name }) => name)).toEqual([['ca', 'va'], ['other', 'things'], ['api']]);
  });

  it('have names that fit into the name of a file', async () => {
    const tag = (text: string) => `{ get: { tags: ['${text}'], responses: { '200': { description: A } } } }`;
    const { suites } = (
      await contract(`
        /a: ${tag('very long '.repeat(100))}
        /b: ${tag('x'.repeat(1000))}
      `)
    ).model();
    expect(suites.map(({ name }) => name.join('-').length)).toEqual([49, 50]);
  });

  it('have titles of their own in each group', async () => {
    for (const { groups } of (
      await shop({ property: 'tags: { type: array, items: { type: string } }' })
    ).model().suites)
      for (const { cases } of groups) {
        const titles = cases.map(({ title }) => title);
        expect(new Set(titles).size).toBe(titles.length);
      }
  });

  it('have labels of their own in each table', async () => {
    for (const { table } of casesOf((await shop()).model())) {
      const labels = (table?.rows ?? []).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe('gaps', () => {
  it('name each declared answer that no case brings about', async () => {
    const model = (
      await contract(`
        /books:
          get:
            operationId: listBooks
            responses:
              '200': { description: Books }
              '429': { description: Too many }
              '500': { description: Broken }
              default: { description: Anything }
      `)
    ).model();
    expect(model.gaps.map(({ code, reason }) => `${code}: ${reason}`)).toEqual([
      'unsafe: A server may know DELETE of /books although its contract does not.',
      'status-not-provoked: No case brings about a 429: one would have to harm others.',
      'status-not-provoked: No case brings about a 500: only a broken server answers it.',
    ]);
    expect(model.gaps.every(({ at }) => /^openapi\.yaml:\d+:\d+$/.test(at))).toBe(true);
  });
});

describe('the contract of a suite', () => {
  it('forbids writeOnly members in answers, and has no words for people', async () => {
    const { contract: promises } = (
      await shop({ property: 'pin: { type: string, writeOnly: true, description: Secret }' })
    ).model();
    const book = JSON.stringify(promises.$defs['Book']);
    expect(book).toContain('"pin":false');
    expect(book).not.toMatch(/description|readOnly/);
  });

  it('says how to remove what was created', async () => {
    const remove = `
/v1/shelves/{shelf}/books:
  parameters: [{ name: shelf, in: path, required: true, schema: { type: string } }]
  post: { operationId: shelve, ${body}, ${answer(201)} }
/v1/shelves/{shelf}/books/{id}:
  parameters:
    - { name: shelf, in: path, required: true, schema: { type: string } }
    - { name: id, in: path, required: true, schema: { type: string } }
  delete: { operationId: unshelve, responses: { '204': { description: Gone } } }
`;
    const { operations } = (await shop({ after: remove })).model().contract;
    expect(operations['POST /v1/shelves/{shelf}/books']!.cleanup).toEqual({
      method: 'DELETE',
      path: '/v1/shelves/{shelf}/books/{id}',
      parameters: { shelf: { from: 'path', name: 'shelf' }, id: { from: 'body', pointer: '/id' } },
    });
    expect(operations['POST /v1/books']!.cleanup).toBeUndefined();
  });
});
