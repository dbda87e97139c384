import type { Json } from '../../src/model/model.ts';
import { bracketed, concat, flat, type Doc } from '../../src/print/document.ts';

/** The spelling of TypeScript: literals, strings, calls, as Prettier writes them. */

/** Columns of a line. */
export const WIDTH = 80;

export function object(entries: readonly (readonly [key: string, value: Doc])[]): Doc {
  const isQuoted = entries.some(([key]) => !isIdentifier(key));
  const members = entries.map(([key, value]) => {
    if (key === value) return key;
    const name = isQuoted && !isIdentifier(key) ? text(key) : key;
    // An object literal has no own member of that name unless it is computed.
    return concat(key === '__proto__' ? '["__proto__"]' : name, ': ', value);
  });
  return members.length === 0 ? '{}' : braces(members);
}

export function braces(items: readonly Doc[]): Doc {
  return {
    kind: 'brackets',
    open: '{',
    items,
    close: '}',
    breaks: 'apart',
    isOpenEnded: true,
    isPadded: true,
  };
}

export function array(items: readonly Doc[]): Doc {
  return bracketed('[', items, ']');
}

/**
 * A call. Where it does not fit, its last argument breaks if it is an object, an array or a function and what stands before
 * it fits; else each argument has a line of its own.
 */
export function call(name: string, args: readonly Doc[]): Doc {
  const last = args.at(-1);
  if (last !== undefined && mayHug(last, args)) {
    const before = args.slice(0, -1).flatMap((argument) => [argument, ', ']);
    return concat(`${name}(`, ...before, last, ')');
  }
  return bracketed(`${name}(`, args, ')');
}

/** Whether the last argument breaks in place of the whole list. */
function mayHug(last: Doc, args: readonly Doc[]): boolean {
  const isLiteral = (one: Doc) =>
    typeof one !== 'string' && one.kind === 'brackets' && /^[{[]$/.test(one.open);
  const before = args.slice(0, -1);
  return isLiteral(last) && before.every((one) => flat(one, WIDTH / 2) !== undefined && !isLiteral(one));
}

/** Any JSON value; what repeats itself is written as a repetition (`'x'.repeat(256)`). */
export function literal(json: Json): Doc {
  if (json === null) return 'null';
  switch (typeof json) {
    case 'boolean':
      return String(json);
    case 'number':
      return Object.is(json, -0) ? '-0' : String(json);
    case 'string':
      return repetition(json) ?? text(json);
    default:
  }
  if (!Array.isArray(json))
    return object(Object.entries(json).map(([key, value]) => [key, literal(value as Json)]));
  const items = json as readonly Json[];
  const first = JSON.stringify(items[0]);
  if (items.length > 10 && items.every((item) => JSON.stringify(item) === first))
    return concat(`Array.from({ length: ${items.length} }, () => `, literal(items[0] ?? null), ')');
  return array(items.map(literal));
}

/** `'Dun' + 'e'.repeat(198)` as one template: `` `Dun${'e'.repeat(198)}` ``, or undefined where nothing repeats itself. */
function repetition(value: string): string | undefined {
  const runs = [...value.matchAll(/(.)\1{15,}/gsu)];
  const [run] = runs;
  if (run === undefined || runs.length > 2) return undefined;
  if (runs.length === 1 && run[0] === value) return repeated(run);
  let written = 0;
  let template = '';
  for (const found of runs) {
    template += inTemplate(value.slice(written, found.index)) + '${' + repeated(found) + '}';
    written = found.index + found[0].length;
  }
  return `\`${template}${inTemplate(value.slice(written))}\``;
}

function repeated([whole, character = '']: RegExpMatchArray): string {
  return `${text(character)}.repeat(${[...whole].length})`;
}

const plain =
  /[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u0391-\u03a9\u03b1-\u03c9\u0400-\u0482\u048a-\u052f\u2013\u2014\u2018-\u201d\u2026\u20ac\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;

/** A string literal in double quotes, or in single ones where those need fewer escapes. */
export function text(value: string): string {
  const quote = count(value, '"') > count(value, "'") ? "'" : '"';
  return quote + escaped(value).replaceAll(quote, `\\${quote}`) + quote;
}

function inTemplate(value: string): string {
  return escaped(value).replaceAll('`', '\\`').replaceAll('${', '\\${');
}

/** Text for a comment: without line breaks, what is not plain, and an end of the comment. */
export function comment(value: string): string {
  return [...value]
    .map((one) => (plain.test(one) ? one : ' '))
    .join('')
    .replaceAll('*/', '* /')
    .trim();
}

/** `/** …` on one line; undefined where there is nothing to say. */
export function docComment(value: string): string | undefined {
  const said = comment(value);
  return said === '' ? undefined : `/** ${said} */`;
}

export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

function escaped(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll(/./gsu, (character) => (plain.test(character) ? character : escape(character)));
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escape(character: string): string {
  const known = short[character];
  if (known !== undefined) return known;
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

function count(value: string, part: string): number {
  return value.split(part).length - 1;
}
