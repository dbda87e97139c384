import { expect, it } from 'vitest';
import { pathTree } from '../../src/api/path-tree.ts';

const meeting = pathTree(['/books', '/books/{bookId}', '/books/mine', '/authors/mine', '/{things}/{id}']);

it('finds the templates that a path may fit besides its own', () => {
  expect(new Set(meeting('/books/mine'))).toEqual(
    new Set(['/books/mine', '/books/{bookId}', '/{things}/{id}']),
  );
  expect(new Set(meeting('/{things}/{id}'))).toEqual(
    new Set(['/books/{bookId}', '/books/mine', '/authors/mine', '/{things}/{id}']),
  );
});

it('finds none of another length', () => {
  expect(meeting('/books')).toEqual(['/books']);
  expect(meeting('/books/mine/pages')).toEqual([]);
});

it('takes a segment with a parameter in it for any segment', () => {
  const compare = pathTree(['/compare/{base}...{head}', '/compare/latest']);
  expect(new Set(compare('/compare/latest'))).toEqual(
    new Set(['/compare/latest', '/compare/{base}...{head}']),
  );
});

it('takes no empty segment for a value of a parameter', () => {
  const items = pathTree(['/items/', '/items/{id}', '/items']);
  expect(items('/items/')).toEqual(['/items/']);
  expect(items('/items/{id}')).toEqual(['/items/{id}']);
});
