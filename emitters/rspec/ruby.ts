import type { Json } from '../../src/api/json.ts';
import { concat, type Doc } from '../../src/print/document.ts';

/** The spelling of Ruby: literals, strings, hashes, calls, as RuboCop's layout cops like them. */

/** A list in brackets, each item on a line of its own where they don't fit on one; no comma behind the last. */
export function listed(open: string, items: readonly Doc[], close: string, padding?: ' '): Doc {
  if (items.length === 0) return open + close;
  return {
    kind: 'brackets',
    open,
    items,
    close,
    breaks: 'apart',
    isOpenEnded: false,
    ...(padding && { padding }),
  };
}

/** The same with a line for each item, even where all would fit on one. */
export function below(open: string, items: readonly Doc[], close: string): Doc {
  if (items.length === 0) return open + close;
  return { kind: 'brackets', open, items, close, breaks: 'always', isOpenEnded: false };
}

export function call(name: string, args: readonly Doc[]): Doc {
  return args.length === 0 ? name : listed(`${name}(`, args, ')');
}

/** `{ title: 'Dune', 'a-b': 1 }` */
export function hash(entries: readonly (readonly [key: string, value: Doc])[]): Doc {
  return listed(
    '{',
    entries.map(([key, value]) => concat(label(key), value)),
    '}',
    ' ',
  );
}

export function array(items: readonly Doc[]): Doc {
  return listed('[', items, ']');
}

/** The key of an entry. A symbol can't hold half a surrogate pair. */
export function label(key: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return `${key}: `;
  return /\p{Surrogate}/u.test(key) ? `${text(key)} => ` : `${text(key)}: `;
}

/** Any JSON value as a Ruby literal; what repeats itself is written as a repetition (`'x' * 256`, `'Dun' + ('e' * 198)`). */
export function literal(json: Json): Doc {
  if (json === null) return 'nil';
  switch (typeof json) {
    case 'boolean':
      return String(json);
    case 'number':
      return Object.is(json, -0)
        ? '-0.0'
        : String(json)
            .replace('e+', 'e')
            .replace(/^(-?\d+)e/, '$1.0e');
    case 'string':
      return textOfRuns(json);
    default:
  }
  if (!isArray(json)) return hash(Object.entries(json).map(([key, value]) => [key, literal(value)]));
  if (isRepetition(json)) return concat(array([literal(json[0] ?? null)]), ` * ${json.length}`);
  return array(json.map(literal));
}

/** One character often enough that nobody would count it. */
const run = /(.)\1{15,}/gsu;

/** `'Dun' + ('e' * 198)`; a text with so many runs that nobody could read the sum is written as it is. */
function textOfRuns(value: string): string {
  const terms: string[] = [];
  let written = 0;
  for (const { 0: found, 1: character = '', index } of value.matchAll(run)) {
    if (index > written) terms.push(text(value.slice(written, index)));
    terms.push(`${text(character)} * ${[...found].length}`);
    written = index + found.length;
  }
  if (written < value.length) terms.push(text(value.slice(written)));
  const [only] = terms;
  if (terms.length > 3) return text(value);
  if (terms.length < 2) return only ?? text(value);
  return terms
    .map((term) => (term.includes(' * ') && / \* \d+$/.test(term) ? `(${term})` : term))
    .join(' + ');
}

function isRepetition(items: readonly Json[]): boolean {
  if (items.length <= 10) return false;
  const first = JSON.stringify(items[0]);
  return items.every((item) => JSON.stringify(item) === first);
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/** Characters that stand for themselves in source code; all others (invisible, combining, right-to-left) are escaped. */
const plain =
  /[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u0391-\u03a9\u03b1-\u03c9\u0400-\u0482\u048a-\u052f\u2013\u2014\u2018-\u201d\u2026\u20ac\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;
const allPlain = new RegExp(`^${plain.source}*$`);

/** A string literal; it reads back as the same text, whatever is in it. */
export function text(value: string): string {
  return allPlain.test(value) && !/['\\]/.test(value) ? `'${value}'` : `"${inQuotes(value)}"`;
}

/** Text between double quotes. */
export function inQuotes(value: string): string {
  return value.replaceAll(/./gsu, escape);
}

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escape(character: string, index: number, whole: string): string {
  const known = short[character];
  if (known !== undefined) return known;
  // `#{`, `#$` and `#@` would put something in.
  if (character === '#') return /[{$@]/.test(whole.charAt(index + 1)) ? '\\#' : '#';
  if (plain.test(character)) return character;
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0xd800 && point <= 0xdfff) return surrogate(point);
  const hex = point.toString(16);
  return point < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

/** Half a surrogate pair as the bytes that UTF-8 would have for it, if it had any. */
function surrogate(unit: number): string {
  const bytes = [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)];
  return bytes.map((byte) => `\\x${byte.toString(16).toUpperCase()}`).join('');
}

/** Text for a description: reports have no room for what is no character. */
export function described(value: string): string {
  return value.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** Text for a comment: without line breaks and what else is not plain. */
export function comment(value: string): string {
  return [...value.trim()]
    .map((character) => (plain.test(character) ? character : ' '))
    .join('')
    .trimEnd();
}
