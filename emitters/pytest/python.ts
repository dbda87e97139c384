import type { Json } from '../../src/api/json.ts';
import { bracketed, concat, gathered, type Doc, stacked } from '../../src/print/document.ts';

/** The spelling of Python: literals, strings, calls, docstrings, as `ruff format` writes them. */

/** A call, or the making of an object: `name(a, b)`; where it doesn't fit, its arguments go on lines of their own. */
export function call(name: string, args: readonly Doc[]): Doc {
  return gathered(`${name}(`, args, ')');
}

export function dict(entries: readonly (readonly [key: string, value: Doc])[]): Doc {
  return bracketed(
    '{',
    entries.map(([key, value]) => concat(text(key), ': ', value)),
    '}',
  );
}

export function list(items: readonly Doc[]): Doc {
  return bracketed('[', items, ']');
}

/** A tuple of two or more. */
export function tuple(items: readonly Doc[]): Doc {
  return bracketed('(', items, ')');
}

/** Any JSON value as a Python literal; what repeats itself is written as a repetition (`"x" * 256`, `"Dun" + "e" * 198`). */
export function literal(json: Json): Doc {
  if (json === null) return 'None';
  switch (typeof json) {
    case 'boolean':
      return json ? 'True' : 'False';
    case 'number':
      return number(json);
    case 'string':
      return isLongRun.test(json) ? textOfRuns(json) : text(json);
    default:
  }
  if (!isArray(json)) return dict(Object.entries(json).map(([key, value]) => [key, literal(value)]));
  if (isRepetition(json)) return repeated(list([literal(json[0] ?? null)]), json.length);
  return list(json.map(literal));
}

/** One character often enough that nobody would count it. */
const run = /(.)\1{15,}/gsu;
const isLongRun = new RegExp(run.source, 'su');

/** `"Dun" + "e" * 198`; a text with so many runs that nobody could read the sum is written as it is. */
function textOfRuns(value: string): Doc {
  const terms: Doc[] = [];
  let written = 0;
  for (const { 0: found, 1: character = '', index } of value.matchAll(run)) {
    if (index > written) terms.push(text(value.slice(written, index)));
    terms.push(repeated(text(character), [...found].length));
    written = index + found.length;
  }
  if (written < value.length) terms.push(text(value.slice(written)));
  if (terms.length > 3) return text(value);
  const [first = '', ...more] = terms;
  return more.length === 0 ? first : stacked(first, ...more.map((term) => concat('+ ', term)));
}

/** A number of JSON, which keeps its value: negative zero and what is beyond 1e21 are floats. */
function number(value: number): string {
  return Object.is(value, -0) ? '-0.0' : String(value).replace('e+', 'e');
}

function isRepetition(items: readonly Json[]): boolean {
  if (items.length <= 10) return false;
  const first = JSON.stringify(items[0]);
  return items.every((item) => JSON.stringify(item) === first);
}

function repeated(item: Doc, times: number): Doc {
  return stacked(item, `* ${times}`);
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/** Characters that stand for themselves in source code; all others (invisible, combining, right-to-left) are escaped. */
const plain =
  /[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u0391-\u03a9\u03b1-\u03c9\u0400-\u0482\u048a-\u052f\u2013\u2014\u2018-\u201d\u2026\u20ac\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;
const allPlain = new RegExp(`^${plain.source}*$`);
const ascii = /^[\x20\x21\x23-\x26\x28-\x5b\x5d-\x7e]*$/;

/** A string literal in the quotes that need fewer escapes; it reads back as the same text, whatever is in it. */
export function text(value: string): string {
  if (ascii.test(value)) return `"${value}"`;
  const quote = count(value, '"') > count(value, "'") ? "'" : '"';
  return quote + escaped(value).replaceAll(quote, `\\${quote}`) + quote;
}

/** A docstring of one line, or undefined where there is nothing to say. Python refuses half a surrogate pair there. */
export function docstring(value: string): string | undefined {
  const line = escaped(value.trim().replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll(
    /"(?="|$)|^"/g,
    '\\"',
  );
  return line === '' ? undefined : `"""${line}"""`;
}

/** Text for a comment: without line breaks and what else is not plain, and without a `#` that could begin a directive. */
export function comment(value: string): string {
  return [...value]
    .map((character) => (plain.test(character) && character !== '#' ? character : ' '))
    .join('')
    .trimEnd();
}

function escaped(value: string): string {
  const slashed = value.replaceAll('\\', '\\\\');
  return allPlain.test(slashed)
    ? slashed
    : slashed.replaceAll(/./gsu, (character) => (plain.test(character) ? character : escape(character)));
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escape(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = (digits: number) => point.toString(16).padStart(digits, '0');
  if (point < 0x100) return short[character] ?? `\\x${hex(2)}`;
  return point < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

function count(value: string, part: string): number {
  return value.split(part).length - 1;
}

/**
 * Text as pytest writes it into the id of a parametrized test: Python's `unicode_escape`, which leaves printable ASCII
 * alone but for the backslash.
 */
export function inNodeId(value: string): string {
  return value.replaceAll(/[^\x20-\x7e]|\\/gu, (character) =>
    character === '\\' ? '\\\\' : escape(character),
  );
}
