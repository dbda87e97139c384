// Written by itc, the same for every contract. Do not edit: it is written again.
/** What is expected of an answer, or of all pages of a list: `.expect(conforms(201))`. */
import type { Answer } from "./answer";
import type { Relation } from "./listed";
import type { Json } from "./values";
import type { Walk } from "./walk";

type Subject = Answer | Walk;

export interface Check {
  (subject: Subject): void | Promise<void>;
  /** The statuses that it expects. */
  readonly statuses?: readonly Status[];
}

/** `201`, `'2XX'`, or a family such as `INVALID`. */
export type Status = number | string | readonly (number | string)[];

interface At {
  /** A JSON Pointer to the list. */
  readonly at?: string;
}

/** A status, and what else the contract promises for it. `containing` is what the body has at least. */
export function conforms(
  ...expected: readonly (Status | { readonly containing: Json })[]
): Check {
  const { statuses, options } = split<{ readonly containing?: Json }>(expected);
  return Object.assign(
    (subject: Subject) => subject.conforms(statuses, options),
    { statuses },
  );
}

/** A status, and nothing else but what tells the thing: it is only needed to be there. */
export function accepted(
  ...expected: readonly (Status | { readonly having: string })[]
): Check {
  const { statuses, options } = split<{ readonly having?: string }>(expected);
  return Object.assign(
    (subject: Subject) => subject.accepted(statuses, options),
    { statuses },
  );
}

/** The list has an item that contains this. Of a GET, later answers are looked at before that is judged. */
export function lists(item: Json, { at = "" }: At = {}): Check {
  return (subject) => subject.lists(item, at);
}

/** The list has no item that contains this. Of a GET, later answers are looked at before that is judged. */
export function lacks(item: Json, { at = "" }: At = {}): Check {
  return (subject) => subject.lacks(item, at);
}

/** No member of the object has the value that it has here. */
export function forgets(
  members: Readonly<Record<string, Json>>,
  { at = "" }: At = {},
): Check {
  return (subject) => subject.forgets(members, at);
}

/** All items that have the member (a JSON Pointer) have it in this relation to a value. */
export function every(
  member: string,
  { at = "", ...relation }: At & Relation,
): Check {
  return (subject) => subject.every(member, relation, at);
}

/** The items are in the order of a member, a JSON Pointer. */
export function sorted(
  member: string,
  { at = "", descending = false }: At & { readonly descending?: boolean } = {},
): Check {
  return (subject) => subject.sorted(member, descending, at);
}

/** A success lists nothing, and has nothing else to say. */
export function isEmpty({ at = "" }: At = {}): Check {
  return (subject) => subject.isEmpty(at);
}

/** The header Allow, where it is there, names these methods. */
export function allows(...methods: readonly string[]): Check {
  return (subject) => subject.allows(methods);
}

function split<Options extends object>(expected: readonly unknown[]) {
  const last = expected.at(-1);
  const hasOptions =
    typeof last === "object" && last !== null && !Array.isArray(last);
  return {
    statuses: (hasOptions
      ? expected.slice(0, -1)
      : expected) as readonly Status[],
    options: (hasOptions ? last : {}) as Options,
  };
}
