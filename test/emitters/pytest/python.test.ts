import { expect, it } from 'vitest';
import { docstring, inNodeId, literal } from '../../../emitters/pytest/python.ts';
import type { Json } from '../../../src/api/json.ts';
import { print } from '../../../src/print/print.ts';

it.each<[why: string, value: Json, python: string]>([
  ['one character, often', 'x'.repeat(201), '"x" * 201'],
  ['a text that ends like that', `Dun${'e'.repeat(198)}`, '"Dun" + "e" * 198'],
  ['one that begins like that', `${'0'.repeat(16)}1`, '"0" * 16 + "1"'],
  ['digits', '1'.repeat(100), '"1" * 100'],
  ['what can still be counted', 'e'.repeat(15), `"${'e'.repeat(15)}"`],
  ['more than one run', `${'a'.repeat(16)}${'b'.repeat(17)}`, '"a" * 16 + "b" * 17'],
  [
    'too many to read',
    'ab'.repeat(2).replaceAll(/./g, (c) => c.repeat(16)),
    `"${'ab'.repeat(2).replaceAll(/./g, (c) => c.repeat(16))}"`,
  ],
  ['what is escaped', `"\n${'\n'.repeat(20)}`, `'"' + "\\n" * 21`],
  ['characters beyond 16 bits', '😀'.repeat(20), '"\\U0001f600" * 20'],
  ['an array of the same', Array.from({ length: 11 }, () => [1]), '[[1]] * 11'],
  ['numbers as Python reads them', [-0, 1e21, 1e-7, 2 ** 63], '[-0.0, 1e21, 1e-7, 9223372036854776000]'],
])('writes %s', (_, value, python) => {
  expect(print(literal(value), { width: 88, tab: 4 })).toBe(`${python}\n`);
});

it('breaks a sum where it does not fit', () => {
  const text = `${'word '.repeat(6)}${'e'.repeat(99)}`;
  expect(print(literal(text), { width: 30, tab: 4 })).toBe(`"${'word '.repeat(6)}"\n+ "e" * 99\n`);
});

it('writes docstrings and node ids as Python does', () => {
  expect(docstring(' GET /books/{id} "x" ')).toBe('"""GET /books/{id} "x\\""""');
  expect(docstring('  ')).toBeUndefined();
  expect(inNodeId('é\\n')).toBe('\\xe9\\\\n');
});
