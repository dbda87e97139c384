import { describe, expect, it } from 'vitest';
import { pathMatcher } from '../../src/api/path-pattern.ts';

describe('pathMatcher', () => {
  it.each([
    ['/books', '/books', true],
    ['/books', '/books/{bookId}', false],
    ['/books/*', '/books/{bookId}', true],
    ['/books/*', '/books/{bookId}/cover', false],
    ['/books/**', '/books/{bookId}/cover', true],
    ['/**/cover', '/books/{bookId}/cover', true],
    ['/books/{bookId}', '/books/{bookId}', true],
    ['/a.b', '/aXb', false],
    ['/a+(b)[c]', '/a+(b)[c]', true],
    ['/*', '/', true],
  ])('%s on %s: %s', (pattern, path, matches) => expect(pathMatcher(pattern)(path)).toBe(matches));
});
