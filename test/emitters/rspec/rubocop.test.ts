import { rmSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { rspec } from '../../../emitters/rspec/index.ts';
import { literal, text } from '../../../emitters/rspec/ruby.ts';
import { print } from '../../../src/print/print.ts';
import { bookshop } from '../model.ts';
import { richModel } from '../rich-model.ts';
import { written } from '../written.ts';
import { complaints, run } from './tools.ts';

const texts = [
  'name',
  'a rather long name that goes on',
  'a much longer text, which alone is nearly as long as a line of Ruby code may be at most',
  'x'.repeat(200),
  'https://example.org/'.repeat(8),
  ...Array.from({ length: 30 }, (_, index) => 'word '.repeat(3 + index).trim()),
];

it.each([
  ['the bookshop', bookshop],
  ['texts of every length', richModel(texts)],
])('writes Ruby that Ruby and RuboCop like: %s', { timeout: 300_000 }, (_, model) => {
  const folder = written(rspec.emit(model));
  expect(complaints(folder)).toBe('');
  rmSync(folder, { recursive: true });
});

/** What means something in Ruby, in a pattern, in a terminal. */
const pieces = [
  ...`"'\\#{}$@%[]():;=>|&\`~ \n\r\t\0a1é😀`,
  '#{',
  '\u2028',
  '\u202e',
  '\ud800',
  '\udc00',
  '=begin',
];
const hostile = fc.oneof(
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
);

it('writes texts that read back as they were, and run nothing', () => {
  const samples = fc.sample(hostile, { numRuns: 2000, seed: 20261120 });
  const folder = written({ files: [], cases: {} });
  // Half a surrogate pair has no place in UTF-8: its bytes are compared.
  const list = samples.map((sample) => text(sample)).join(',\n');
  const script = `# frozen_string_literal: true\nprint [${list}].map { |text| text.b.unpack('C*') }.inspect`;
  const { code, output } = run('ruby', ['-w', '-e', script], folder);
  expect(code, output).toBe(0);
  const bytes = samples.map((sample) => [...sample].flatMap(bytesOf));
  expect(JSON.parse(output)).toEqual(bytes);
  rmSync(folder, { recursive: true });
});

/** A character in UTF-8, and half a surrogate pair as UTF-8 would have it. */
function bytesOf(character: string): readonly number[] {
  const unit = character.codePointAt(0)!;
  if (unit < 0xd800 || unit > 0xdfff) return [...new TextEncoder().encode(character)];
  return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)];
}

it('writes values that read back as they were', () => {
  const values = [
    null,
    [true, false, 0, -0.5, 1e21, 1e-7, 123456789012, 1e300],
    { a: { 'a-b': 1, if: 2, A: 3, '': 4, "it's": 5, '#{x}': 6, '😀': 7 } },
    [
      'x'.repeat(256),
      `Dun${'e'.repeat(198)}`,
      'a'.repeat(20) + 'b'.repeat(20) + 'c'.repeat(20),
      'é'.repeat(40),
    ],
    Array.from({ length: 12 }, () => ({ a: 1 })),
  ];
  const folder = written({ files: [], cases: {} });
  const list = values.map((value) => print(literal(value), { width: 40, tab: 2 }).trimEnd()).join(',\n');
  const { output } = run('ruby', ['-w', '-rjson', '-e', `print JSON.generate([${list}])`], folder);
  expect(JSON.parse(output)).toEqual(values);
  rmSync(folder, { recursive: true });
});
