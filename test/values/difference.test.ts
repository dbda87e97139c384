import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/api/json.ts';
import { differenceOf } from '../../src/values/difference.ts';

const good: Json = { title: 'Dune', author: { name: 'Jane', born: 1965 }, tags: ['a', 'b'] };

describe('the difference of a changed value', () => {
  it('is where something else stands', () => {
    expect(differenceOf(good, ['title'], 'Emma')).toBe('title is "Emma"');
    expect(differenceOf(good, ['title'], undefined)).toBe('title is gone');
  });

  it('is none where the same stands there, in whichever order', () => {
    expect(differenceOf(good, ['author'], { born: 1965, name: 'Jane' })).toBeUndefined();
    expect(differenceOf(good, ['isbn'], undefined)).toBeUndefined();
  });

  it.each<[of: string, path: readonly (string | number)[], after: Json, inner: readonly (string | number)[]]>(
    [
      ['an object', ['author'], { name: 'John', born: 1965 }, ['author', 'name']],
      ['a list', ['tags'], ['a', 'John'], ['tags', 1]],
      ['the whole', [], { ...(good as object), title: 'John' } as Json, ['title']],
    ],
  )('is the same for %s and for the one part of it that differs', (_, path, after, inner) => {
    expect(differenceOf(good, path, after)).toBe(differenceOf(good, inner, 'John'));
  });

  it('is that of the whole part where more of it differs', () => {
    expect(differenceOf(good, ['author'], { name: 'John', born: 1 })).toBe(
      'author is {"born":1,"name":"John"}',
    );
    expect(differenceOf(good, ['tags'], ['a'])).toBe('tags is ["a"]');
  });
});
