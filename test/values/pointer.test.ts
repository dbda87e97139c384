import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/api/json.ts';
import { pointerTo, withChange, withoutMember } from '../../src/values/pointer.ts';

const book: JsonObject = { title: 'Dune', author: { name: 'Herbert', born: 1920 }, tags: ['a', 'b'] };
/** As JSON.parse has it: a member of its own. */
const odd = JSON.parse('{"__proto__": {"a": 1}, "b": 2}') as JsonObject;

describe('a change at one place', () => {
  it.each<[string, (string | number)[], string]>([
    [
      'replaces a member where it stands',
      ['title'],
      '{"title":0,"author":{"name":"Herbert","born":1920},"tags":["a","b"]}',
    ],
    [
      'replaces a member of a member',
      ['author', 'name'],
      '{"title":"Dune","author":{"name":0,"born":1920},"tags":["a","b"]}',
    ],
    [
      'replaces an item',
      ['tags', 1],
      '{"title":"Dune","author":{"name":"Herbert","born":1920},"tags":["a",0]}',
    ],
    [
      'adds a member behind the others',
      ['author', 'age'],
      '{"title":"Dune","author":{"name":"Herbert","born":1920,"age":0},"tags":["a","b"]}',
    ],
  ])('%s', (_, path, changed) => {
    expect(JSON.stringify(withChange(book, path, 0))).toBe(changed);
  });

  it('leaves out a member or an item, and nothing else', () => {
    expect(withoutMember(book, ['author', 'born'])).toEqual({ ...book, author: { name: 'Herbert' } });
    expect(withoutMember(book, ['tags', 0])).toEqual({ ...book, tags: ['b'] });
    expect(withoutMember(book, ['constructor'])).toEqual(book);
    expect(withoutMember(book, ['constructor', 'name'])).toEqual(book);
  });

  it('knows no member that is not its own', () => {
    expect(JSON.stringify(withChange(odd, ['__proto__', 'a'], 3))).toBe('{"__proto__":{"a":3},"b":2}');
    expect(JSON.stringify(withoutMember(odd, ['__proto__']))).toBe('{"b":2}');
    expect(JSON.stringify(withChange({}, ['__proto__'], 3))).toBe('{"__proto__":3}');
  });
});

it('writes ~ and / inside a name as ~0 and ~1', () => {
  expect(pointerTo(['a/b', 'c~d', 0])).toBe('a~1b/c~0d/0');
});
