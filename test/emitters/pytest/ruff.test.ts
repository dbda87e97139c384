import { rmSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pytest } from '../../../emitters/pytest/index.ts';
import { bookshop } from '../model.ts';
import { richModel } from '../rich-model.ts';
import { written } from '../written.ts';
import { complaints, run } from './tools.ts';

const texts = [
  'name',
  'a rather long name that goes on',
  'a much longer text, which alone is nearly as long as a line of Python code may be at most',
  'x'.repeat(200),
  'https://example.org/'.repeat(8),
  ...Array.from({ length: 30 }, (_, index) => 'word '.repeat(3 + index).trim()),
];

it.each([
  ['the bookshop', bookshop],
  ['texts of every length', richModel(texts)],
])('writes what Ruff would write: %s', (_, model) => {
  const folder = written(pytest.emit(model));
  expect(complaints(folder)).toBe('');
  rmSync(folder, { recursive: true });
});

/** Prints every string of every module, as Python reads it. */
const reader = `
import ast, json, pathlib
files = pathlib.Path(".").glob("*.py")
nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]
print(json.dumps([n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]))
`;

const hostile = fc.oneof(
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.string({
    maxLength: 30,
    unit: fc.constantFrom(
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      '#',
      '{',
      '}',
      '[',
      ']',
      ':',
      ' ',
      'a',
      '\u2028',
      '\ud800',
      '\0',
    ),
  }),
  fc.constantFrom(
    '"""',
    "'''",
    '\\"""',
    '"',
    '\\',
    '# noqa',
    'import os',
    '\u202e',
    '${x}',
    '::',
    '[a]',
    'É',
    '日本',
    '__proto__',
    'class',
  ),
);

it('takes any text as data', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hostile, { minLength: 1, maxLength: 12 }), (texts) => {
      const emission = pytest.emit(richModel(texts));
      const folder = written(emission);
      expect(complaints(folder)).toBe('');
      const strings = new Set(JSON.parse(run('python', ['-c', reader], folder).output) as string[]);
      for (const text of texts) {
        for (const string of [text, `${text}-####`, `a ${text}`]) expect(strings).toContain(string);
      }
      const collected = run(
        'pytest',
        ['--collect-only', '-q', '-p', 'no:randomly', '-p', 'no:cacheprovider'],
        folder,
      );
      const nodes = collected.output.split('\n').filter((line) => line.includes('::'));
      expect(nodes.toSorted()).toEqual(Object.values(emission.cases).toSorted());
      rmSync(folder, { recursive: true });
    }),
    // A failure is readable as it is, and each attempt to make it smaller takes seconds.
    { numRuns: 8, endOnFailure: true },
  );
});
