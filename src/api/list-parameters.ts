import type { Parameter } from './api.ts';
import type { Schemas } from './json-schema.ts';
import type { Listing } from './listings.ts';
import { parts, types } from './schema-shape.ts';
import { kebab, wordsOf } from './words.ts';

/** What the query parameters of a list are for, as far as their names tell. */
export interface ListParameters {
  /** What the list is sorted by. */
  readonly sort?: Parameter;
  /** Which way, where that is a parameter of its own. */
  readonly direction?: Parameter;
  /** A text that is looked for. */
  readonly search?: Parameter;
  /** The rest, but for pages and for what only says how the answer looks. */
  readonly others: readonly Parameter[];
}

const sorts = /^(sort|sort-by|sort-field|sort-key|sort-column|sorting|order|order-by|order-field|ordering)$/;
const directions =
  /^(order|direction|dir|sort-(order|dir|direction|type)|order-(dir|direction|type)|sorting-(order|direction))$/;
const searches = /^(q|query|search|search-(text|term|query|string)|text|term|terms|keyword|keywords)$/;
const looks =
  /^((x-)?(fields?|includes?|expand|embed|select|format|pretty|locale|api-version|version|callback|view|with-.*|no-cache|timezone|tz))$/;

/** The query parameters of a list by what they are for. */
export function listParameters({ list, paging }: Listing, schemas: Schemas): ListParameters {
  const query = list.parameters.filter(
    (one) => one.in === 'query' && one !== paging?.size?.parameter && one !== paging?.position?.parameter,
  );
  const named = (pattern: RegExp, among: readonly Parameter[]) =>
    among.find(({ name }) => pattern.test(kebab(wordsOf(name))));
  // `order` says which way where it has no more to say than `asc` and `desc`.
  const isWay = (one: Parameter) => wayValues(one, schemas) !== undefined;
  const sort = named(
    sorts,
    query.filter((one) => !isWay(one)),
  );
  const direction = named(directions, query.filter(isWay));
  const isText = (one: Parameter) => types(one.schema, schemas).join() === 'string';
  const search = named(searches, query.filter(isText));
  const known = new Set([sort, direction, search]);
  const others = query.filter((one) => !known.has(one) && !looks.test(kebab(wordsOf(one.name))));
  return {
    ...(sort && { sort }),
    ...(direction && sort && { direction }),
    ...(search && { search }),
    others,
  };
}

/** What a direction is asked for by; undefined: it is none. */
export function wayValues(
  { schema }: Parameter,
  schemas: Schemas,
): { readonly ascending: string; readonly descending: string } | undefined {
  const values = enumOf(schema, schemas);
  const ascending = values.find((value) => /^asc(ending)?$/i.test(value));
  const descending = values.find((value) => /^desc(ending)?$/i.test(value));
  return ascending !== undefined && descending !== undefined ? { ascending, descending } : undefined;
}

/** The texts of an enumeration. */
export function enumOf(schema: Parameter['schema'], schemas: Schemas): readonly string[] {
  return parts(schema, schemas)
    .flatMap((part) => part.enum ?? [])
    .filter((value) => typeof value === 'string');
}
