import { expect, it } from 'vitest';
import { idleSelectors, selectOperations, selectorsOf } from '../../src/api/select.ts';
import { contract } from '../contract.ts';

const { api } = await contract(`
  /books:
    get: { operationId: listBooks, tags: [Books], responses: {} }
    post: { operationId: createBook, tags: [Books, Admin], responses: {} }
  /books/{id}/cover:
    get: { tags: [Covers], responses: {}, parameters: [{ name: id, in: path, required: true, schema: {} }] }
`);

const keys = (include: readonly string[], exclude: readonly string[] = []) =>
  selectOperations(api.operations, { include, exclude }).map(({ key }) => key);

it('takes everything where nothing is said', () =>
  expect(keys([])).toEqual(['list-books', 'create-book', 'get-books-by-id-cover']));

it('takes a tag, a path pattern, an operationId or a key', () => {
  expect(keys(['tag:Admin'])).toEqual(['create-book']);
  expect(keys(['/books/**'])).toEqual(['get-books-by-id-cover']);
  expect(keys(['listBooks'])).toEqual(['list-books']);
  expect(keys(['create-book'])).toEqual(['create-book']);
});

it('leaves out what is excluded, even if it is included', () => {
  expect(keys(['tag:Books'], ['createBook'])).toEqual(['list-books']);
  expect(keys([], ['/books'])).toEqual(['get-books-by-id-cover']);
});

it('tells which selectors nothing answers to', () => {
  expect(idleSelectors(api.operations, { include: ['tag:nosuch'], exclude: ['gteBook'] })).toEqual([
    'tag:nosuch',
    'gteBook',
  ]);
});

it('knows what a selector may name', () =>
  expect(selectorsOf(api.operations)).toEqual([
    'listBooks',
    'list-books',
    'tag:Books',
    'createBook',
    'create-book',
    'tag:Admin',
    'get-books-by-id-cover',
    'tag:Covers',
  ]));
