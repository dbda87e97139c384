import { expect, it } from 'vitest';
import { listedAt } from '../../src/api/lists.ts';
import { contract } from '../contract.ts';

it.each([
  ['{ type: array }', ''],
  ['{ properties: { volumes: { type: array } } }', '/volumes'],
  ['{ properties: { "a/b~c": { type: array }, total: { type: integer } } }', '/a~1b~0c'],
  ['{ properties: { items: { type: array }, tags: { type: array } } }', '/items'],
  ['{ properties: { books: { type: array }, tags: { type: array } } }', '/books'],
  ['{ properties: { errors: { type: array }, tags: { type: array } } }', undefined],
  ['{ properties: { data: { type: object, properties: { items: { type: array } } } } }', '/data/items'],
  [
    '{ properties: { _embedded: { type: object, properties: { books: { type: array } } } } }',
    '/_embedded/books',
  ],
  ['{ type: object }', undefined],
  ['{ type: [array, "null"] }', ''],
])('listedAt: %s', async (schema, pointer) => {
  const { api, operation } = await contract(`
    /books:
      get:
        operationId: list
        responses: { '200': { description: Books, content: { application/json: { schema: ${schema} } } } }
  `);
  expect(listedAt(operation('list'), ['book'], api.schemas)).toBe(pointer);
});
