// Written by itc, the same for every contract. Do not edit: it is written again.
/** How the next page of a list is asked for. */
import type { Answer } from "./answer";
import { memberOf, NOTHING } from "./listed";
import type { Json } from "./values";
import type { Values } from "./wire";

export interface TurnOptions {
  /** What tells an item from others, as a JSON Pointer. */
  readonly key?: string;
  /** The query parameter that says how many items a page has. */
  readonly size?: string;
  /** The query parameter that says how many items stand before the page. */
  readonly offset?: string;
  /** The query parameter that says which page it is; of the first it is `first`, else 1. */
  readonly page?: string;
  readonly first?: number;
  /** The query parameter that takes what the page before has `at` a JSON Pointer. */
  readonly cursor?: string;
  readonly at?: string;
  /** The query parameter that takes what the last item is. */
  readonly after?: string;
  /** The header Link says it (RFC 8288 §3). */
  readonly link?: boolean;
}

export interface Turn {
  /** The query after a query; undefined after the last. */
  next(
    query: Values,
    answer: Answer,
    items: readonly Json[],
  ): Values | undefined;
  /** Whether many a server refuses to answer for what is beyond the last page. */
  readonly mayBeRefused?: boolean;
}

export function turnBy({
  key,
  size,
  offset,
  page,
  first = 1,
  cursor,
  at = "",
  after,
  link,
}: TurnOptions): Turn {
  if (offset !== undefined) {
    // A page may have fewer items than it was asked for, and not be the last one.
    const step = (query: Values, { length }: readonly Json[]) =>
      Number(query[size ?? ""] ?? length);
    return {
      mayBeRefused: true,
      next: (query, _, items) =>
        items.length > 0
          ? {
              ...query,
              [offset]: Number(query[offset] ?? 0) + step(query, items),
            }
          : undefined,
    };
  }
  if (page !== undefined) {
    return {
      mayBeRefused: true,
      next: (query, _, items) =>
        items.length > 0
          ? { ...query, [page]: Number(query[page] ?? first) + 1 }
          : undefined,
    };
  }
  if (cursor !== undefined)
    return {
      next: (query, { body }) => marked(query, cursor, memberOf(body, at)),
    };
  if (after !== undefined) {
    return {
      next: (query, _, items) => {
        const last =
          items.length > 0 ? memberOf(items.at(-1), key ?? "") : NOTHING;
        return last === NOTHING ? undefined : { ...query, [after]: last };
      },
    };
  }
  return {
    next: (query, { headers }) =>
      link ? linked(query, headers.link ?? "") : undefined,
  };
}

function marked(query: Values, cursor: string, mark: Json): Values | undefined {
  if (
    mark === NOTHING ||
    mark === null ||
    mark === "" ||
    mark === query[cursor]
  )
    return undefined;
  const isUrl = typeof mark === "string" && /^(?:[a-z]+:\/\/|\/|\?)/.test(mark);
  return isUrl ? queryOf(mark, query) : { ...query, [cursor]: mark };
}

function linked(query: Values, header: string): Values | undefined {
  for (const [, url = "", parameters = ""] of header.matchAll(
    /<([^>]*)>([^<]*)/g,
  )) {
    if (/;\s*rel="?([^";]*\s)?next(\s[^";]*)?"?\s*([;,]|$)/.test(parameters))
      return queryOf(url, query);
  }
  return undefined;
}

/** What a URL asks for, or undefined where that is the same again. Its path is that of the list: a proxy may have given it another one. */
function queryOf(url: string, query: Values): Values | undefined {
  const parameters = new URL(url, "http://localhost").searchParams;
  const found = Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const all = parameters.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
  const isSame =
    JSON.stringify(Object.entries(found).sort()) ===
    JSON.stringify(
      Object.entries(query)
        .map(([name, value]) => [name, value])
        .sort(),
    );
  return Object.keys(found).length > 0 && !isSame ? found : undefined;
}
