import type { Words } from '../../src/api/words.ts';
import { camel, type Scope } from '../../src/print/names.ts';
import type { Spelling } from '../../src/suite/spelling.ts';
import { supportFiles } from './support/index.ts';

/** Names that a generated Go name must not take, because something else would then be hidden. */

const keywords =
  'break case chan const continue default defer else fallthrough for func go goto if import interface map package range ' +
  'return select struct switch type var';

const predeclared =
  'any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 ' +
  'uint16 uint32 uint64 uintptr true false iota nil append cap clear close complex copy delete imag len make max min new ' +
  'panic print println real recover init main';

/** What tests import, and what every test has. */
const ours = 'testing strings slices cmp os t row setup';

/** What the support code declares for the whole package. */
const support = supportFiles.flatMap(({ text }) => declaredIn(text));

export const reserved: ReadonlySet<string> = new Set([
  ...[keywords, predeclared, ours].flatMap((names) => names.split(' ')),
  ...support,
]);

/** The names that a file of Go declares outside of its functions. */
function declaredIn(file: string): readonly string[] {
  const single = [...file.matchAll(/^(?:func|type|var|const) (\w+)/gm)].map(([, name = '']) => name);
  const grouped = [...file.matchAll(/^(?:type|var|const) \(\n([^]*?)\n\)/gm)].flatMap(([, block = '']) =>
    [...block.matchAll(/^\t(\w+)/gm)].map(([, name = '']) => name),
  );
  return [...single, ...grouped];
}

/** A name as an identifier of Go that hides nothing. */
function identifier(words: Words, otherwise: string): string {
  const name = camel(words) || otherwise;
  const started = /^\d/.test(name) ? `n${name}` : name;
  return reserved.has(started) ? `${started}Value` : started;
}

/** Effective Go: mixedCaps. All files of a suite are one package, so that what it declares is unique in all of them. */
export function spellingIn(taken: Scope): Spelling {
  return {
    reserved,
    separator: '',
    example: (name) => taken.take(identifier(name, 'example'), ''),
    fixture: (name) => identifier(name, 'thing'),
    upload: (name) => taken.take(identifier(name, 'file'), ''),
    local: (name) => identifier(name, 'value'),
  };
}
