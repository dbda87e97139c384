import { expect, it } from 'vitest';
import { isPaged, listedAt } from '../../src/api/lists.ts';
import { contract } from '../contract.ts';

const list = async (schema: string, parameter = 'colour') => {
  const { api, operation } = await contract(`
    /books:
      get:
        operationId: list
        parameters: [{ name: "${parameter}", in: query, schema: { type: string } }]
        responses: { '200': { description: Books, content: { application/json: { schema: ${schema} } } } }
  `);
  return { api, operation: operation('list') };
};

it.each([
  ['{ type: array }', ''],
  ['{ properties: { items: { type: array } } }', '/items'],
  ['{ properties: { "a/b~c": { type: array }, total: { type: integer } } }', '/a~1b~0c'],
  ['{ properties: { items: { type: array }, tags: { type: array } } }', undefined],
  ['{ type: object }', undefined],
  ['{ type: [array, "null"] }', ''],
])('listedAt: %s', async (schema, pointer) => {
  const { api, operation } = await list(schema);
  expect(listedAt(operation, api)).toBe(pointer);
});

it.each([
  ['limit', true],
  ['page[size]', true],
  ['starting_after', true],
  ['pageToken', true],
  ['perPage', true],
  ['colour', false],
  ['language', false],
])('isPaged: %s %s', async (parameter, is) => {
  const { api, operation } = await list('{ type: array }', parameter);
  expect(isPaged(operation)).toBe(is);
  if (is) expect(listedAt(operation, api)).toBeUndefined();
});
