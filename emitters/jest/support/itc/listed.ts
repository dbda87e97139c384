// Written by itc, the same for every contract. Do not edit: it is written again.
/** What is promised of the items of a list. */
import type { Problem } from "./causes";
import { contains, shown } from "./containment";
import { isNumber, sameNumber } from "./json";
import { at as partAt, type Json } from "./values";
import { written } from "./wire";

/** No such member, which is not the member `null`. */
export const NOTHING = Symbol("nothing");

/** Milliseconds before the next look for a thing: many a list is right only after a while. */
export const PAUSES = [0, 100, 200, 400, 800, 1600] as const;

/** One of these; `equals` and `contains` know no upper and lower case. */
export interface Relation {
  readonly equals?: Json;
  readonly atLeast?: Json;
  readonly atMost?: Json;
  readonly contains?: Json;
}

/** Whatever has a list, or the lists of all pages. */
export abstract class Listed {
  abstract readonly status: number;
  protected abstract items(at: string): readonly Json[];
  protected abstract called(at: string): string;
  abstract demand(problems: readonly Problem[]): void;

  /** The list as failures call all of it. */
  protected whole(at: string): string {
    return this.called(at);
  }

  fails(text: string): never {
    this.demand([{ text }]);
    throw new Error(text);
  }

  protected listsNow(item: Json, at: string): void {
    const items = this.items(at);
    if (items.some((candidate) => contains(item, candidate))) return;
    this.fails(
      `${this.whole(at)} does not list it: none of its ${items.length} items contains ${shown(item)}`,
    );
  }

  protected lacksNow(item: Json, at: string): void {
    const index = this.items(at).findIndex((candidate) =>
      contains(item, candidate),
    );
    if (index >= 0)
      this.fails(`${this.called(at)}[${index}] is still there: ${shown(item)}`);
  }

  every(member: string, relation: Relation, at: string): void {
    for (const [name, wanted] of Object.entries(relation) as [
      keyof Relation,
      Json,
    ][]) {
      for (const [index, item] of this.items(at).entries()) {
        const value = memberOf(item, member);
        if (value === NOTHING || relations[name](value, wanted)) continue;
        const place = `${this.called(at)}[${index}]${pathOf(member, "")}`;
        this.fails(
          `${place} is ${shown(value)}, not what ${words[name]} ${shown(wanted)}`,
        );
      }
    }
  }

  /** Only what all collations agree on is compared: numbers, points in time, and texts of the letters a to z alone. */
  sorted(member: string, descending: boolean, at: string): void {
    const before = new Map<
      string,
      { readonly key: SortKey; readonly value: Json; readonly index: number }
    >();
    for (const [index, item] of this.items(at).entries()) {
      const value = memberOf(item, member);
      const sortable = sortKey(value);
      if (sortable === undefined) continue;
      const { kind, key } = sortable;
      const last = before.get(kind);
      if (
        last !== undefined &&
        (descending ? compare(key, last.key) > 0 : compare(key, last.key) < 0)
      ) {
        const place = `${this.called(at)}[${index}]${pathOf(member, "")}`;
        const order = descending ? "descending" : "ascending";
        this.fails(
          `${place} is ${shown(value)}, behind ${shown(last.value)} of item ${last.index}: that is not ${order}`,
        );
      }
      before.set(kind, { key, value, index });
    }
  }

  isEmpty(at: string): void {
    if (this.status < 200 || this.status >= 300) return;
    const { length } = this.items(at);
    if (length > 0)
      this.fails(`${this.called(at)} has ${length} items, expected none`);
  }
}

/** What a JSON Pointer leads to; `NOTHING` where there is no such member. */
export function memberOf(item: Json, pointer: string): Json {
  try {
    return partAt(item, pointer);
  } catch (error) {
    if (error instanceof RangeError) return NOTHING;
    throw error;
  }
}

/** A JSON Pointer as failures write it: `body.items`. */
export function pathOf(pointer: string, start = "body"): string {
  return (
    start +
    pointer
      .split("/")
      .slice(1)
      .map((part) => `.${part}`)
      .join("")
  );
}

const words = {
  equals: "equals",
  atLeast: "at least",
  atMost: "at most",
  contains: "contains",
} as const;

/** Whether a member is what a filter asks for. A query is text: `7` and `"7"` are equal. */
const relations: Readonly<
  Record<keyof Relation, (value: Json, wanted: Json) => boolean>
> = {
  equals: isEqual,
  atLeast: (value, wanted) => !isNumber(value) || value >= wanted,
  atMost: (value, wanted) => !isNumber(value) || value <= wanted,
  contains: (value, wanted) =>
    Array.isArray(value)
      ? value.some((item) => isEqual(item, wanted))
      : textOf(value).includes(textOf(wanted)),
};

function isEqual(value: Json, wanted: Json): boolean {
  return isNumber(value) && isNumber(wanted)
    ? sameNumber(value, wanted)
    : textOf(value) === textOf(wanted);
}

function textOf(value: Json): string {
  return written(value).toLowerCase();
}

type SortKey = number | bigint | string;

function compare(left: SortKey, right: SortKey): number {
  return left < right ? -1 : Number(left > right);
}

/** What of a value has the same order everywhere; nothing of the rest. */
function sortKey(
  value: Json,
): { readonly kind: string; readonly key: SortKey } | undefined {
  if (isNumber(value)) return { kind: "number", key: value };
  if (typeof value !== "string") return undefined;
  if (/^[a-z]+$/.test(value)) return { kind: "text", key: value };
  const time =
    /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d))?$/.exec(
      value,
    );
  if (time === null) return undefined;
  const [, day = "", clock, fraction = "", zone = ""] = time;
  if (clock === undefined) return { kind: "day", key: day };
  const moment = Date.parse(`${day}T${clock}${zone.toUpperCase()}`);
  // The digits behind the second are compared as text, however many there are.
  const key = `${String(moment / 1000 + 1e12).padStart(16, "0")}${fraction}`;
  return Number.isNaN(moment)
    ? undefined
    : {
        kind: "time",
        key: fraction === "" ? `${key}.` : key.replace(/0+$/, ""),
      };
}
