import { describe, expect, it } from 'vitest';
import { answerSchema, findResources, identityPointer, isJson } from '../../src/api/resources.ts';
import { singular } from '../../src/api/singular.ts';
import { contract } from '../contract.ts';

const answer = (schema: string) =>
  `{ description: Made, content: { application/json: { schema: ${schema} } } }`;

/** An API of one collection whose create answers this. */
async function made(schema: string, parameter = 'bookId') {
  const { api } = await contract(`
    /books:
      post: { responses: { '201': ${answer(schema)} } }
    /books/{${parameter}}:
      get: { responses: {}, parameters: [{ name: ${parameter}, in: path, required: true, schema: { type: string } }] }
  `);
  return findResources(api)[0]!;
}

const paths = async (...items: readonly string[]) => {
  const lines = items.map((item) => {
    const names = [...item.matchAll(/\{(.*?)\}/g)].map(([, name]) => name);
    const parameters = names.map((name) => `{ name: ${name}, in: path, required: true, schema: {} }`);
    return `"${item}": { get: { responses: {}, parameters: [${parameters.join(', ')}] } }`;
  });
  return findResources((await contract(lines.join('\n'))).api);
};

describe('findResources', () => {
  it('puts the operations of one kind of thing together', async () => {
    const { api } = await contract(`
      /books:
        get: { operationId: list, responses: {} }
        post: { operationId: create, responses: { '201': ${answer('{ properties: { id: { type: string } } }')} } }
      /books/{id}:
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        get: { operationId: read, responses: {} }
        put: { operationId: replace, responses: {} }
        patch: { operationId: update, responses: {} }
        delete: { operationId: remove, responses: {} }
      /books/{id}/archive:
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        post: { operationId: archive, responses: {} }
    `);
    const [book, ...others] = findResources(api);
    expect(others).toEqual([]);
    expect(book).toMatchObject({
      name: ['book'],
      collection: '/books',
      item: '/books/{id}',
      parameter: 'id',
    });
    const { create, list, read, replace, update, remove } = book!;
    expect([create, list, read, replace, update, remove].map((one) => one?.key)).toEqual([
      'create',
      'list',
      'read',
      'replace',
      'update',
      'remove',
    ]);
  });

  it('names a thing by its last fixed segment, and by all of them where two end alike', async () => {
    expect((await paths('/books/{id}', '/authors/{a}/books/{id}')).map(({ name }) => name)).toEqual([
      ['book'],
      ['author', 'book'],
    ]);
    expect((await paths('/v1/order-lines/{id}')).map(({ name }) => name)).toEqual([['order', 'line']]);
  });

  it('gives a key that does not depend on other paths', async () => {
    const [alone] = await paths('/v1/books/{id}');
    const [withAnother] = await paths('/v1/books/{id}', '/v1/authors/{a}/books/{id}');
    expect(alone!.key).toBe('v1-books');
    expect(withAnother!.key).toBe(alone!.key);
  });

  it('gives keys of their own to paths whose fixed segments are the same', async () => {
    const keys = (await paths('/a/{x}/b/{id}', '/a/b/{id}')).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it('takes neither an endless path nor a parameter with a suffix for a thing', async () => {
    expect(await paths('/{id}', '/books/{id}.{format}', '/books/x-{id}')).toEqual([]);
  });

  it('lets the caller name a thing where a PUT promises a 201', async () => {
    const { api } = await contract(`
      /buckets/{name}:
        parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
        put: { operationId: putBucket, responses: { '201': { description: Made }, '200': { description: Kept } } }
    `);
    expect(findResources(api)[0]).toMatchObject({
      create: { key: 'put-bucket' },
      identity: { from: 'path' },
    });
  });

  it('does not take a PUT without a 201 for a create', async () => {
    const { api } = await contract(`
      /buckets/{name}:
        parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
        put: { responses: { '200': { description: Kept } } }
    `);
    expect(findResources(api)[0]!.create).toBeUndefined();
  });
});

describe('the identity of a thing', () => {
  it.each([
    ['{ properties: { bookId: { type: string }, id: { type: string } } }', '/bookId'],
    ['{ properties: { name: { type: string }, id: { type: integer } } }', '/id'],
    ['{ properties: { book_id: { type: string } } }', '/book_id'],
    ['{ properties: { data: { type: object, properties: { id: { type: string } } } } }', '/data/id'],
    ['{ properties: { book: { type: object, properties: { id: { type: string } } } } }', '/book/id'],
    ['{ allOf: [{ properties: { id: { type: string } } }, { properties: { title: {} } }] }', '/id'],
    ['{ properties: { "i/d": { type: string }, id: { type: object } } }', undefined],
    ['{ properties: { title: { type: string } } }', undefined],
    ['{ type: array, items: { properties: { id: { type: string } } } }', undefined],
  ])('%s', async (schema, pointer) => {
    const resource = await made(schema);
    expect(resource.identity && identityPointer(resource)).toBe(pointer);
  });
});

it.each([
  ['application/json', true],
  ['application/json; charset=utf-8', true],
  ['application/problem+json', true],
  ['application/vnd.github.v3+json', true],
  ['application/*', true],
  ['*/*', true],
  ['text/plain', false],
  ['application/jsonp', false],
  ['application/x-ndjson', false],
  ['application/json-seq', false],
])('isJson: %s %s', (mediaType, is) => expect(isJson(mediaType)).toBe(is));

it.each([
  ['Books', ['book']],
  ['order-lines', ['order', 'line']],
  ['addresses', ['address']],
  ['people', ['person']],
  ['status', ['status']],
  ['news', ['news']],
])('singular: %s', (text, words) => expect(singular(text)).toEqual(words));

it('looks for the schema of an answer in the first success that has one', async () => {
  const { operation } = await contract(`
    /books:
      get:
        operationId: list
        responses:
          default: ${answer('{ type: string }')}
          '204': { description: Nothing }
          '200': { description: CSV, content: { text/csv: { schema: { type: string } } } }
          '201': ${answer('{ type: integer }')}
  `);
  expect(answerSchema(operation('list'))).toEqual({ type: 'integer' });
});
