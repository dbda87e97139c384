import { describe, expect, it } from 'vitest';
import { createLocator } from '../../src/source/locate.ts';
import { parse } from '../../src/source/parse.ts';
import { below, segmentsOf } from '../../src/source/place.ts';

const locating = (text: string) => {
  const parsed = parse(text);
  const value = parsed.kind === 'value' ? parsed.value : undefined;
  const locate = createLocator([{ document: 'a', url: 'file:///a', text, value }]);
  return (pointer: string) => {
    const located = locate({ document: 'a', pointer });
    return located && [located.line, located.column];
  };
};

describe('createLocator', () => {
  it('finds members at their keys and items at their values, in JSON', () => {
    const at = locating('{\n  "paths": {"/books": {"get": [1, {"x": "a\\"}{"}, [2]]}},\n  "b": null }');
    expect(at('')).toEqual([1, 1]);
    expect(at('/paths')).toEqual([2, 3]);
    expect(at('/paths/~1books/get')).toEqual([2, 24]);
    expect(at('/paths/~1books/get/0')).toEqual([2, 32]);
    expect(at('/paths/~1books/get/1/x')).toEqual([2, 36]);
    expect(at('/paths/~1books/get/2/0')).toEqual([2, 52]);
    expect(at('/b')).toEqual([3, 3]);
  });

  it('finds the same in YAML', () => {
    const at = locating(
      '# head\npaths:\n  /books:\n    get: # why\n      - 1\n      - x: 1\n        "y z": {k: v}\n      - - 2\n"b":\n',
    );
    expect(at('/paths')).toEqual([2, 1]);
    expect(at('/paths/~1books/get')).toEqual([4, 5]);
    expect(at('/paths/~1books/get/0')).toEqual([5, 9]);
    expect(at('/paths/~1books/get/1')).toEqual([6, 9]);
    expect(at('/paths/~1books/get/1/y z')).toEqual([7, 9]);
    expect(at('/paths/~1books/get/1/y z/k')).toEqual([7, 17]);
    expect(at('/paths/~1books/get/2/0')).toEqual([8, 11]);
    expect(at('/b')).toEqual([9, 1]);
  });

  it('falls back to the nearest ancestor that exists', () => {
    expect(locating('a:\n  b: 1')('/a/b/c/d')).toEqual([2, 3]);
    expect(locating('{"a":\n{"b": 1}}')('/a/x/0')).toEqual([1, 2]);
  });

  it('goes through what an alias stands for no further than the alias', () => {
    expect(locating('a: &a\n  x: 1\nb: *a\n')('/b/x')).toEqual([3, 1]);
  });

  it('keeps a position that is known, and reads lines', () => {
    const locate = createLocator([{ document: 'a', url: 'file:///a', text: 'x: 1\r\ny: 2\n', value: {} }]);
    const located = locate({ document: 'a', pointer: '', position: { line: 2, column: 4 } });
    expect([
      located?.line,
      located?.column,
      located?.lineText(1),
      located?.lineText(2),
      located?.lineText(9),
    ]).toEqual([2, 4, 'x: 1', 'y: 2', undefined]);
  });

  it('knows nothing of documents that are not at hand', () => {
    expect(createLocator([])({ document: 'nowhere.yaml', pointer: '/a' })).toBeUndefined();
  });
});

describe('pointers', () => {
  it('escape and unescape slashes and tildes', () => {
    const { pointer } = below({ document: 'a', pointer: '' }, '/a~b', 0, '~1');
    expect(pointer).toBe('/~1a~0b/0/~01');
    expect(segmentsOf(pointer)).toEqual(['/a~b', '0', '~1']);
  });
});
