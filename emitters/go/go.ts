import type { Json } from '../../src/api/json.ts';
import { bracketed, concat, type Doc } from '../../src/print/document.ts';
import type { Imports } from './imports.ts';

/** The spelling of Go: literals, strings, calls, comments, as gofmt writes them. */

/** A call: `name(a, b)`; where it doesn't fit, its arguments go on lines of their own. */
export function call(name: string, args: readonly Doc[]): Doc {
  return bracketed(`${name}(`, args, ')');
}

/** An ordered object: `object{{"title", "Dune"}}`, or the same of another type. */
export function object(entries: readonly (readonly [key: Doc, value: Doc])[], type = 'object'): Doc {
  return bracketed(
    `${type}{`,
    entries.map(([key, value]) => concat('{', key, ', ', value, '}')),
    '}',
  );
}

export function list(items: readonly Doc[]): Doc {
  return bracketed('list{', items, '}');
}

/** Any JSON value as a Go expression; what repeats itself is written as a repetition. */
export function literal(json: Json, imports: Imports): Doc {
  if (json === null) return 'nil';
  switch (typeof json) {
    case 'boolean':
      return String(json);
    case 'number':
      return number(json);
    case 'string':
      return isLongRun.test(json) ? textOfRuns(json, imports) : text(json);
    default:
  }
  if (!isArray(json)) return members(json, imports);
  const [first = null] = json;
  if (isRepetition(json))
    return call(imports.use('slices', 'Repeat'), [list([literal(first, imports)]), String(json.length)]);
  return list(json.map((item) => literal(item, imports)));
}

/** An object of JSON as a literal of a type that keeps the order of members. */
export function members(json: Readonly<Record<string, Json>>, imports: Imports, type = 'object'): Doc {
  return object(
    Object.entries(json).map(([key, value]) => [text(key), literal(value, imports)]),
    type,
  );
}

/** One character often enough that nobody would count it. */
const run = /(.)\1{15,}/gsu;
const isLongRun = new RegExp(run.source, 'su');

/** `joined("Dun", strings.Repeat("e", 198))`; a text with so many runs that nobody could read it is written as it is. */
function textOfRuns(value: string, imports: Imports): Doc {
  const parts: Doc[] = [];
  let written = 0;
  for (const { 0: found, 1: character = '', index } of value.matchAll(run)) {
    if (index > written) parts.push(text(value.slice(written, index)));
    parts.push(call(imports.use('strings', 'Repeat'), [text(character), String([...found].length)]));
    written = index + found.length;
  }
  if (written < value.length) parts.push(text(value.slice(written)));
  if (parts.length > 3) return text(value);
  const [first = '', ...more] = parts;
  return more.length === 0 ? first : call('joined', parts);
}

/** A number of JSON, which keeps its value: what no constant of Go can be is written as JSON writes it. */
function number(value: number): string {
  if (Object.is(value, -0)) return 'number("-0.0")';
  const digits = String(value);
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && !digits.includes('e'))
    return `number("${digits}")`;
  return digits.replace('e+', 'e');
}

function isRepetition(items: readonly Json[]): boolean {
  if (items.length <= 10) return false;
  const first = JSON.stringify(items[0]);
  return items.every((item) => JSON.stringify(item) === first);
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/** Characters that stand for themselves in source code, and that Go calls printable; all others are escaped. */
const plain =
  /[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0400-\u0482\u048a-\u052f\u2013\u2014\u2018-\u201d\u2026\u20ac\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;
const allPlain = new RegExp(`^${plain.source}*$`);

/**
 * A string literal that reads back as the same text; half a surrogate pair as the bytes that UTF-8 would have for it. A raw
 * one where quotation marks and backslashes would be escaped.
 */
export function text(value: string): string {
  if (/["\\]/.test(value) && allPlain.test(value) && !value.includes('`')) return `\`${value}\``;
  const slashed = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  if (allPlain.test(slashed)) return `"${slashed}"`;
  return `"${slashed.replaceAll(/./gsu, (character) => (plain.test(character) ? character : escape(character)))}"`;
}

/** The same escapes where they are to be read: a name without a line break and what else is not plain. */
export function readable(value: string): string {
  if (allPlain.test(value)) return value;
  return value.replaceAll(/./gsu, (character) => (plain.test(character) ? character : escape(character)));
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escape(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = (digits: number, value = point) => value.toString(16).padStart(digits, '0');
  if (point >= 0xd800 && point <= 0xdfff) {
    const bytes = [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
    return bytes.map((byte) => `\\x${hex(2, byte)}`).join('');
  }
  if (point < 0x80) return short[character] ?? `\\x${hex(2)}`;
  return point < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

/**
 * Text for a comment that gofmt leaves as it is: one line of plain characters, without what it would set as quotation
 * marks.
 */
export function comment(value: string): string {
  return [...value]
    .map((character) => (plain.test(character) ? character : ' '))
    .join('')
    .replaceAll(/``|''/g, '"')
    .replaceAll(/ +/g, ' ')
    .trim();
}
