import { describe, expect, it } from 'vitest';
import { camel, constant, pascal, Scope, snake } from '../../src/print/names.ts';

it('spells words', () => {
  const words = ['create', 'book', '2'];
  expect([camel, pascal, snake, constant].map((spell) => spell(words))).toEqual([
    'createBook2',
    'CreateBook2',
    'create_book_2',
    'CREATE_BOOK_2',
  ]);
});

it('keeps what every language takes', () => {
  expect(snake(['日本', 'a"b', ''])).toBe('ab');
  expect(pascal(['日本'])).toBe('');
});

describe('a scope', () => {
  it('gives each name once', () => {
    const scope = new Scope(['class']);
    expect(['book', 'book', 'book_2', 'class'].map((name) => scope.take(name))).toEqual([
      'book',
      'book_2',
      'book_2_2',
      'class_2',
    ]);
    expect(scope.take('book', '')).toBe('book2');
  });

  it('is seen by what is inside of it, and sees nothing of that', () => {
    const outer = new Scope([]);
    outer.take('a');
    const inner = outer.inner();
    expect([inner.take('a'), inner.take('b'), outer.take('b')]).toEqual(['a_2', 'b', 'b']);
  });
});
