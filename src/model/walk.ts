import type { Parameter } from '../api/api.ts';
import type { Listing } from '../api/listings.ts';
import { nextMarkIn } from '../api/next-mark.ts';
import type { PageParameter } from '../api/paging.ts';
import { successes } from '../api/resources.ts';
import { parts } from '../api/schema-shape.ts';
import { kebab, wordsOf } from '../api/words.ts';
import type { Call, NextPage, Walk } from './model.ts';
import type { Subject } from './subject.ts';
import { literal, replaced, type Value } from './value.ts';

/** Why the pages of a list are not walked, or not as somebody might wish. */
export interface Unwalked {
  readonly code: string;
  readonly reason: string;
}

/** How the next page of a list is asked for by its own parameters; or why nobody can say. Undefined: it has no pages. */
export function nextPageOf(
  { list, paging, key }: Listing,
  subject: Subject,
): NextPage | Unwalked | undefined {
  const { position } = paging ?? {};
  if (paging === undefined || position === undefined) return undefined;
  const parameter = position.parameter.name;
  const path = `${list.method} ${list.path}`;
  switch (paging.style) {
    case 'limit':
      return undefined;
    case 'offset':
      return { by: 'offset', parameter };
    case 'page': {
      const first = firstPage(position);
      const reason = `Whether the first page of ${path} has the number 0 or 1 the contract does not say.`;
      return first === undefined ? { code: 'unknown-first-page', reason } : { by: 'page', parameter, first };
    }
    case 'cursor': {
      const words = kebab(wordsOf(parameter));
      const pointer = nextMarkIn(list, subject.api.schemas);
      const goesBack = /(^|-)(before|since|max)(-|$)/.test(words);
      if (pointer !== undefined && !goesBack) return { by: 'cursor', parameter, pointer };
      if (/^(starting|start)-after$/.test(words) && key) return { by: 'last-item', parameter };
      if (followsLinks({ list })) return { by: 'link' };
      return {
        code: 'unknown-cursor',
        reason: `Nothing says where the answer of ${path} has its next ${parameter}.`,
      };
    }
  }
}

/** Whether an answer declares the header Link, in which RFC 8288 has the next page. */
export function followsLinks({ list }: Pick<Listing, 'list'>): boolean {
  return successes(list).some(({ headers }) => headers.some(({ name }) => name.toLowerCase() === 'link'));
}

/** A number that the contract gives the first page: its default, or a minimum of 0 or 1; or what prose says. */
function firstPage({ parameter, default: standard, minimum }: PageParameter): number | undefined {
  if (standard === 0 || standard === 1) return standard;
  if (minimum === 0 || minimum === 1) return minimum;
  const { description = '' } = parameter;
  if (/\b(zero|0)[- ]based\b|\b(starts?|starting|begins?) (at|from|with) (0|zero)\b/i.test(description))
    return 0;
  if (/\b(one|1)[- ]based\b|\b(starts?|starting|begins?) (at|from|with) (1|one)\b/i.test(description))
    return 1;
  return undefined;
}

/** How many items a page is asked for: the least that a list of a few things has several pages of, and the most. */
interface Sizes {
  readonly least: number;
  readonly most: number;
}

/** Undefined: no whole number is a size, as far as the contract tells. */
function sizesOf(
  { parameter, default: standard, maximum }: PageParameter,
  subject: Subject,
): Sizes | undefined {
  const isValid = (size: number) => subject.sent.validator.isValid(subject.sent.of(parameter.schema), size);
  const named = parts(parameter.schema, subject.api.schemas)
    .flatMap((part) => part.enum ?? [])
    .filter((one) => typeof one === 'number');
  const sizes = [2, 3, 1, 4, 5, 6, 8, 10, 12, 15, 16, 20, 24, 25, 30, 50, 100, ...named].filter(isValid);
  const [least] = sizes;
  if (least === undefined) return undefined;
  const greatest = maximum ?? (named.length > 0 ? Math.max(...named) : undefined);
  const wanted = greatest === undefined ? (standard ?? 20) : Math.min(greatest, 100);
  const most = isValid(wanted)
    ? wanted
    : Math.max(...sizes.filter((size) => size <= Math.max(wanted, least)));
  return { least, most };
}

/** How many items a page of a list has where it is asked for few. */
export function smallestPage({ paging }: Listing, subject: Subject): number | undefined {
  return paging?.size && sizesOf(paging.size, subject)?.least;
}

/** How much of a list a page shows. */
export type PageSize = 'small' | 'large';

/**
 * A call of a list that is walked from page to page.
 *
 * @param query what is asked for besides, by parameter
 */
export function walked(
  listing: Listing,
  {
    call,
    size,
    next,
    query = {},
    subject,
  }: {
    readonly call: Call;
    readonly size: PageSize;
    readonly next: NextPage | undefined;
    readonly query?: Readonly<Record<string, Value>>;
    readonly subject: Subject;
  },
): { readonly call: Call; readonly walk: Walk } {
  const { pointer, key, paging } = listing;
  const parameter: Parameter | undefined = paging?.size?.parameter;
  const sizes = paging?.size && sizesOf(paging.size, subject);
  const isSized = parameter !== undefined && sizes !== undefined && !(parameter.name in query);
  const all = isSized
    ? { ...query, [parameter.name]: literal(size === 'small' ? sizes.least : sizes.most) }
    : query;
  return {
    call: asking(call, all),
    walk: {
      items: pointer,
      ...(key && { key: key.pointer }),
      ...(isSized && size === 'small' && { size: { parameter: parameter.name, most: sizes.most } }),
      ...(next && { next }),
    },
  };
}

/** A call with more in its query. */
export function asking(call: Call, query: Readonly<Record<string, Value>>): Call {
  const entries = Object.entries(query);
  if (entries.length === 0) return call;
  return {
    ...call,
    query: entries.reduce((all, [name, value]) => replaced(all, name, value), call.query ?? literal({})),
  };
}
