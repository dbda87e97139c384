import type { Parameter } from './api.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import type { Listing } from './listings.ts';
import { members, parts, types } from './schema-shape.ts';
import { kebab, wordsOf } from './words.ts';
import { escapeToken } from '../source/place.ts';

/** A query parameter of a list that keeps what has a member in some relation to its value. */
export interface Filter {
  readonly parameter: Parameter;
  /** The member of the items. */
  readonly name: string;
  readonly pointer: string;
  readonly schema: JsonSchema;
  readonly relation: 'equals' | 'at-least' | 'at-most' | 'contains';
}

/** A parameter that may be a filter, and why nobody can say what it keeps. */
export interface UnreadFilter {
  readonly parameter: Parameter;
  readonly code: 'no-member' | 'not-equality' | 'not-comparable';
  readonly reason: string;
}

/** Prose that speaks of more than equality. */
const more =
  /\b(not|exclud\w+|except|without|other than|prefix\w*|starts?|begins?|ends|partial\w*|like|similar|fuzzy|regex|reg(ular )?exp\w*|patterns?|wildcards?|at least|at most|or more|or less|minimum|maximum|greater|less|above|below|older|newer|since|until|within|ranges?|near\w*|comma|any of|one of)\b/i;

const lows = /^(min|minimum|from|gte|gt|lower|start|above)$/;
const highs = /^(max|maximum|to|lte|lt|upper|end|below)$/;

/**
 * What a parameter keeps, by its name and type: the member of that name (or its singular, or the same with `_id`), and of
 * `minPrice`, `price_gte` and their like the numbers beyond a bound. A closed choice, a number, a truth value and an
 * identity are equal to what is asked for; free text has it somewhere, in upper or lower case.
 */
export function readFilter(parameter: Parameter, { item }: Listing, schemas: Schemas): Filter | UnreadFilter {
  const { name, description = '', schema, style } = parameter;
  const unread = (code: UnreadFilter['code'], reason: string): UnreadFilter => ({ parameter, code, reason });
  const declared = new Map(
    [...members(item, schemas)].map(([member, shape]) => [kebab(wordsOf(member)), { member, shape }]),
  );
  const words = wordsOf(name);
  const range = rangeOf(words);
  const found =
    declared.get(kebab(words)) ?? declared.get(`${kebab(words)}-id`) ?? (range && declared.get(range.of));
  if (found === undefined) return unread('no-member', 'the items have no member of that name');
  const { member, shape } = found;
  const isRange = range !== undefined && found === declared.get(range.of);
  const filter = { parameter, name: member, pointer: `/${escapeToken(member)}`, schema: shape };
  const [asked, kept] = [kindOf(schema, schemas), kindOf(shape, schemas)];
  if (style !== 'form' || asked === undefined || asked !== kept)
    return unread('not-comparable', `its value and the member ${member} cannot be compared`);
  if (isRange)
    return asked === 'number'
      ? { ...filter, relation: range.relation }
      : unread('not-comparable', `${member} is no number, and may be spelt in several ways`);
  if (more.test(description)) return unread('not-equality', 'its description speaks of more than equality');
  if (asked === 'string' && isTime(shape, schemas))
    return unread('not-comparable', `${member} is a point in time, and may be spelt in several ways`);
  const isFree = asked === 'string' && !isClosed(schema, schemas) && !isClosed(shape, schemas);
  return { ...filter, relation: isFree || asked === 'array' ? 'contains' : 'equals' };
}

function rangeOf(
  words: readonly string[],
): { readonly of: string; readonly relation: 'at-least' | 'at-most' } | undefined {
  if (words.length < 2) return undefined;
  for (const [end, rest] of [
    [words[0]!, words.slice(1)],
    [words.at(-1)!, words.slice(0, -1)],
  ] as const) {
    if (lows.test(end)) return { of: kebab(rest), relation: 'at-least' };
    if (highs.test(end)) return { of: kebab(rest), relation: 'at-most' };
  }
  return undefined;
}

/** What a value is, in text as in JSON; of a list, that it is one of scalars. */
function kindOf(schema: JsonSchema, schemas: Schemas): 'string' | 'number' | 'boolean' | 'array' | undefined {
  const named = new Set(types(schema, schemas).map((type) => (type === 'integer' ? 'number' : type)));
  const [only] = named;
  if (named.size !== 1) return undefined;
  if (only === 'array') {
    const items = parts(schema, schemas).find((part) => part.items !== undefined)?.items;
    return items !== undefined && kindOf(items, schemas) === 'string' ? 'array' : undefined;
  }
  return only === 'string' || only === 'number' || only === 'boolean' ? only : undefined;
}

/** Whether a text is chosen or named as a whole, and not looked for in others. */
function isClosed(schema: JsonSchema, schemas: Schemas): boolean {
  return parts(schema, schemas).some(
    ({ enum: values, const: constant, format, pattern }) =>
      values !== undefined || constant !== undefined || format === 'uuid' || pattern !== undefined,
  );
}

function isTime(schema: JsonSchema, schemas: Schemas): boolean {
  return parts(schema, schemas).some(({ format = '' }) => /^(date|time|duration)/.test(format));
}
