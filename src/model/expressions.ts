import { isArray, isObject, type Json } from '../api/json.ts';
import { pointerTokens } from '../api/schema-shape.ts';
import { kebab, type Words } from '../api/words.ts';
import type { Call, Example } from './model.ts';
import { joined, literal, savedPart, within, type Value } from './value.ts';

/** A request that a story sends, and the name under which it keeps the answer. */
export interface Told {
  readonly call: Call;
  readonly saved: Words;
}

/** The named examples that requests are made of, by `kebab(name)`. */
export type Examples = ReadonlyMap<string, Example>;

const expression =
  /^\$(url|method|statusCode|request|response|inputs|outputs|steps|workflows|sourceDescriptions|components)\b/;

/** The runtime expression that a text is, without the braces that it may stand in; undefined: it is a constant. */
export function expressionIn(text: string): string | undefined {
  const bare = /^\{(\$[^{}]*)\}$/.exec(text)?.[1] ?? text;
  return expression.test(bare) ? bare : undefined;
}

/**
 * A text with expressions among other words, as in `Bearer {$response.body#/token}` (OpenAPI 3.1 §4.8.20.4).
 *
 * @param meaning what one of them means; undefined: a suite cannot know, and then not the text either
 */
export function textWith(
  text: string,
  meaning: (expression: string) => Value | undefined,
): Value | undefined {
  const [first = '', ...pieces] = text.split(/\{(\$[^{}]*)\}/);
  const parts = [
    literal(first),
    ...pieces.map((piece, index) => (index % 2 === 0 ? meaning(piece) : literal(piece))),
  ];
  const known = parts.filter((part) => part !== undefined);
  const said = known.filter((part) => part.kind !== 'literal' || part.json !== '');
  return known.length === parts.length ? (said.length === 0 ? literal('') : joined(said)) : undefined;
}

/**
 * What a runtime expression on one exchange means (OpenAPI 3.1 §4.8.20.4, Arazzo 1.0 §4.7).
 *
 * @returns undefined where only the server knows (`$url`), or where the value is another one each time it is made.
 */
export function meaningOf(text: string, { call, saved }: Told, examples: Examples): Value | undefined {
  if (text === '$method') return literal(call.method);
  const [, side, place = '', rest = ''] =
    /^\$(request|response)\.(header|query|path|body)(.*)$/s.exec(text) ?? [];
  if (side === undefined) return undefined;
  if (place === 'body') {
    const pointer = rest.replace(/^#/, '');
    if (rest !== '' && !rest.startsWith('#')) return undefined;
    return side === 'response'
      ? savedPart(saved, pointer)
      : steady(partOf(call.body?.value, pointer, examples));
  }
  const name = rest.slice(1);
  if (side === 'response')
    return place === 'header'
      ? { kind: 'part', of: 'saved', in: 'header', name: saved, header: name }
      : undefined;
  const slot = { header: call.headers, query: call.query, path: call.pathParameters }[place as 'path'];
  return steady(partOf(slot, `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, examples));
}

/** What a JSON Pointer leads to in a value; undefined where that is known only when the suite runs. */
function partOf(value: Value | undefined, pointer: string, examples: Examples): Value | undefined {
  return pointerTokens(pointer).reduce<Value | undefined>((whole, token) => {
    const meant = whole?.kind === 'example' ? examples.get(kebab(whole.name))?.value : whole;
    if (meant?.kind === 'object')
      return Object.hasOwn(meant.members, token) ? meant.members[token] : undefined;
    if (meant?.kind === 'array') return meant.items[Number(token)];
    if (meant?.kind === 'literal') {
      const inside = memberOfJson(meant.json, token);
      return inside === undefined ? undefined : literal(inside);
    }
    return meant?.kind === 'part' && meant.in === 'body'
      ? { ...meant, pointer: `${meant.pointer}/${token}` }
      : undefined;
  }, value);
}

function memberOfJson(json: Json, token: string): Json | undefined {
  if (isArray(json)) return json[Number(token)];
  return isObject(json) && Object.hasOwn(json, token) ? json[token] : undefined;
}

/** A value that is the same wherever it is made. */
function steady(value: Value | undefined): Value | undefined {
  const isNew =
    value !== undefined && [...within(value)].some(({ kind }) => kind === 'unique' || kind === 'example');
  return isNew ? undefined : value;
}
