import { rmSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { go as emitter } from '../../../emitters/go/index.ts';
import { verdicts } from '../../../emitters/go/verdicts.ts';
import { bookshop } from '../model.ts';
import { richModel } from '../rich-model.ts';
import { written } from '../written.ts';
import { complaints, go } from './tools.ts';

const texts = [
  'name',
  'a rather long name that goes on',
  'a much longer text, which alone is nearly as long as a line of code may be at most, whoever reads it',
  'x'.repeat(200),
  'https://example.org/'.repeat(8),
  ...Array.from({ length: 30 }, (_, index) => 'word '.repeat(3 + index).trim()),
];

it.each([
  ['the bookshop', bookshop],
  ['texts of every length', richModel(texts)],
])('writes what gofmt would write, and go vet likes: %s', { timeout: 300_000 }, (_, model) => {
  const folder = written(emitter.emit(model));
  expect(complaints(folder)).toBe('');
  rmSync(folder, { recursive: true });
});

/** Prints every string of every file of tests, as Go reads it: in hexadecimal, since it may be no UTF-8. */
const reader = `package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
)

func main() {
	for _, file := range os.Args[1:] {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			panic(err)
		}
		ast.Inspect(tree, func(node ast.Node) bool {
			if literal, ok := node.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				text, _ := strconv.Unquote(literal.Value)
				fmt.Printf("%x\\n", text)
			}
			return true
		})
	}
}
`;

const hostile = fc.oneof(
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.string({
    maxLength: 30,
    unit: fc.constantFrom(
      '"',
      "'",
      '`',
      '\\',
      '\n',
      '\r',
      '/',
      '#',
      '{',
      '}',
      ':',
      ' ',
      'a',
      '\u2028',
      '\ud800',
      '\0',
    ),
  }),
  fc.constantFrom(
    '``',
    "''",
    '//',
    '*/',
    '%s',
    '//go:build x',
    '\u202e',
    '#01',
    'a#01',
    'a',
    'É',
    '日本',
    '__proto__',
    'func',
  ),
);

/** A text in the bytes that Go has it in: half a surrogate pair in three, as UTF-8 would have it. */
function hexOf(text: string): string {
  return [...text]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      const isHalf = point >= 0xd800 && point <= 0xdfff;
      const half = [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
      return Buffer.from(isHalf ? Uint8Array.from(half) : character).toString('hex');
    })
    .join('');
}

it('takes any text as data', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(fc.uniqueArray(hostile, { minLength: 1, maxLength: 12 }), (texts) => {
      const emission = emitter.emit(richModel(texts));
      const folder = written(emission, { 'reader/main.go': reader });
      expect(complaints(folder)).toBe('');
      const files = emission.files.map(({ path }) => path).filter((path) => path.endsWith('.go'));
      const read = new Set(go(['run', './reader', ...files], folder).output.split('\n'));
      for (const text of texts) {
        for (const string of [text, `${text}-####`, `a ${text}`]) expect(read).toContain(hexOf(string));
      }
      // Nobody answers there: every test says its name, and fails.
      const { report } = go(['test', '-json', '-count=1', '.'], folder, { BASE_URL: 'http://127.0.0.1:1' });
      const known = new Set(verdicts(report).map(({ test }) => test));
      expect(Object.values(emission.cases).filter((test) => !known.has(test))).toEqual([]);
      rmSync(folder, { recursive: true });
    }),
    // A failure is readable as it is, and each attempt to make it smaller takes seconds.
    { numRuns: 4, endOnFailure: true },
  );
});
