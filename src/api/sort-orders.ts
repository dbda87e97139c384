import type { Parameter } from './api.ts';
import { enumOf, type ListParameters, wayValues } from './list-parameters.ts';
import type { Listing } from './listings.ts';
import { members } from './schema-shape.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import { kebab, wordsOf } from './words.ts';
import { escapeToken } from '../source/place.ts';

/** A member that a list can be sorted by, and what is sent for either way. */
export interface SortOrder {
  /** The member of the items. */
  readonly name: string;
  readonly pointer: string;
  readonly schema: JsonSchema;
  readonly ascending?: Readonly<Record<string, string>>;
  readonly descending?: Readonly<Record<string, string>>;
}

export interface SortOrders {
  readonly parameter: Parameter;
  readonly orders: readonly SortOrder[];
  /** Values that speak of no member. */
  readonly unread: readonly string[];
}

/**
 * What the values of a sort parameter mean, where its schema enumerates them: `price`, `-price` and `+price`, `price_desc`,
 * `price:desc`, `price desc`, `priceDesc`; or `price` beside a parameter that says which way. Undefined: it has no
 * enumeration, or there is no such parameter.
 */
export function sortOrders(
  { item }: Listing,
  { sort, direction }: ListParameters,
  schemas: Schemas,
): SortOrders | undefined {
  if (sort === undefined) return undefined;
  const values = enumOf(sort.schema, schemas);
  if (values.length === 0) return undefined;
  const ways = direction && wayValues(direction, schemas);
  const declared = new Map(
    [...members(item, schemas)].map(([name, schema]) => [kebab(wordsOf(name)), { name, schema }]),
  );
  const found = new Map<string, SortOrder>();
  const unread: string[] = [];
  for (const value of values) {
    const { words, isDescending } = read(value);
    const member = declared.get(words);
    if (member === undefined) {
      unread.push(value);
      continue;
    }
    const known = found.get(member.name) ?? {
      name: member.name,
      pointer: `/${escapeToken(member.name)}`,
      schema: member.schema,
    };
    const asked = (way?: string) => ({
      [sort.name]: value,
      ...(direction && way !== undefined && { [direction.name]: way }),
    });
    found.set(
      member.name,
      ways
        ? { ...known, ascending: asked(ways.ascending), descending: asked(ways.descending) }
        : isDescending
          ? { ...known, descending: asked() }
          : { ascending: asked(), ...known },
    );
  }
  return { parameter: sort, orders: [...found.values()], unread };
}

/** A value of a sort parameter: what it names, as `kebab(wordsOf(name))`, and which way. */
function read(value: string): { readonly words: string; readonly isDescending: boolean } {
  const words = wordsOf(value);
  const last = words.at(-1) ?? '';
  const isSuffixed = words.length > 1 && /^(asc|desc|ascending|descending)$/.test(last);
  return {
    words: kebab(isSuffixed ? words.slice(0, -1) : words),
    isDescending: value.startsWith('-') || (isSuffixed && last.startsWith('desc')),
  };
}
