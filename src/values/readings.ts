import { isArray, isObject, type Json } from '../api/json.ts';

/**
 * Every way in which a server may read a value that travels as text: `12` is a number or a text, `true`, `1` and `0` may
 * be truth values, a list of one item is the item, and a text is a list where it holds the delimiter. Of lists and
 * objects: each part read in another way, and all parts in the same way.
 */
export function readingsOf(value: Json, delimiter: string): readonly Json[] {
  if (isArray(value)) return listReadings(value, delimiter);
  if (isObject(value)) return objectReadings(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const one = textReadings(text);
  const items = text.split(delimiter);
  const lists = [
    one.map((reading) => [reading]),
    items.length > 1 ? listReadings(items, delimiter) : [],
  ].flat();
  return [...one, ...lists, ...(text === '' ? [[]] : [])];
}

/** Every scalar (or JSON value) that a text may be read as; the text itself first. */
export function textReadings(text: string): readonly Json[] {
  const trimmed = text.trim();
  return /^[[{"]/.test(trimmed) ? [...scalarsOf(text), ...jsonReadings(trimmed)] : scalarsOf(text);
}

/** Every scalar that a text may be read as; the text itself first. */
function scalarsOf(text: string): readonly Json[] {
  const readings: Json[] = [text];
  const trimmed = text.trim();
  if (trimmed !== text) readings.push(trimmed);
  if (trimmed !== '' && Number.isFinite(Number(trimmed))) readings.push(Number(trimmed));
  if (/^(true|1|yes|on|y|t)$/i.test(trimmed)) readings.push(true);
  if (/^(false|0|no|off|n|f)$/i.test(trimmed)) readings.push(false);
  if (/^(null|none|nil|)$/i.test(trimmed)) readings.push(null);
  return readings;
}

function jsonReadings(text: string): readonly Json[] {
  if (!mayBeJson(text)) return [];
  try {
    return [JSON.parse(text) as Json];
  } catch (problem) {
    if (problem instanceof SyntaxError) return [];
    throw problem;
  }
}

/**
 * Whether a text ends as it begins: the parts of an object's JSON between commas mostly do not, and an exception for each
 * took half of the time that Stripe's forms take.
 */
function mayBeJson(text: string): boolean {
  switch (text[0]) {
    case '{':
      return text.endsWith('}');
    case '[':
      return text.endsWith(']');
    default:
      return /^"(?:[^"\\]|\\.)*"$/s.test(text);
  }
}

type Kind = 'string' | 'number' | 'boolean';

/** A value's text read as one kind, where it can be. */
function readAs(value: Json, kind: Kind): Json {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (kind === 'string') return text;
  return scalarsOf(text).find((reading) => typeof reading === kind) ?? value;
}

const kinds: readonly Kind[] = ['string', 'number', 'boolean'];
/** Lists longer than this are read in the same way throughout. */
const mostTurns = 20;

function listReadings(items: readonly Json[], delimiter: string): readonly Json[] {
  const uniform = kinds.map((kind) => items.map((item) => readAs(item, kind)));
  const turned = items
    .slice(0, mostTurns)
    .flatMap((item, index) => scalarReadings(item).map((reading) => items.with(index, reading)));
  // Where one value is expected, a server takes the first or the last of a repeated name.
  const ends = [items[0], items.at(-1)].flatMap((item) => (item === undefined ? [] : scalarReadings(item)));
  const joined = items
    .map((item) => (typeof item === 'string' ? item : JSON.stringify(item)))
    .join(delimiter);
  return [...uniform, ...turned, ...ends, joined];
}

function objectReadings(value: Readonly<Record<string, Json>>): readonly Json[] {
  const members = Object.entries(value);
  const uniform = kinds.map((kind) =>
    Object.fromEntries(members.map(([name, member]) => [name, readAs(member, kind)])),
  );
  const turned = members.flatMap(([name, member]) =>
    scalarReadings(member).map((reading) => ({ ...value, [name]: reading })),
  );
  return [...uniform, ...turned];
}

function scalarReadings(value: Json): readonly Json[] {
  if (isArray(value) || isObject(value)) return [value];
  return textReadings(typeof value === 'string' ? value : JSON.stringify(value));
}
