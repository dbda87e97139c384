import type { Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';

/** What one keyword does not accept of a value. */
export interface Problem {
  /** JSON Pointer without its leading slash into the value: `tags/0`; `''` is the whole value. */
  readonly pointer: string;
  /** The keyword that is broken; `false` for a schema that accepts nothing. */
  readonly keyword: string;
  /** What is wrong, without a subject: `is shorter than 1`. */
  readonly message: string;
}

/** One look at a value by a schema, on the way down. */
export interface Visit {
  readonly schemas: Schemas;
  /** Judges a value by a schema: the engine in `validate.ts`, as keywords see it. */
  readonly check: (schema: JsonSchema, value: Json, visit: Visit) => boolean;
  /** Absent: only the verdict is wanted, and the first broken keyword ends the look. */
  readonly report?: (keyword: string, message: string) => void;
  /** Absent: nobody above asks which members and items were evaluated. */
  readonly seen?: Evaluated;
  /** Where in the value we are, as far as somebody wants to read it. */
  readonly path: (string | number)[];
  /** Names of the references crossed on the way, and how many of them there were at each step into the value. */
  readonly crossed: { readonly names: string[]; readonly steps: number[] };
  readonly unusablePatterns: Set<string>;
}

/** Members and items that some keyword has evaluated (2020-12 Core §11). */
export interface Evaluated {
  readonly properties: Set<string>;
  readonly items: Set<number>;
}

/** The same look without reports; what it evaluates is kept apart until `adopt`. */
export function aside(visit: Visit): Visit {
  if (!visit.report && !visit.seen) return visit;
  return { ...visit, report: undefined, seen: visit.seen && { properties: new Set(), items: new Set() } };
}

/** Takes over what a look aside has evaluated, because its schema accepts the value. */
export function adopt(visit: Visit, other: Visit): void {
  if (!visit.seen || !other.seen || visit.seen === other.seen) return;
  for (const name of other.seen.properties) visit.seen.properties.add(name);
  for (const index of other.seen.items) visit.seen.items.add(index);
}

/**
 * Goes into a member or an item of the value; `leave` comes back. Two calls instead of one that takes a function: members
 * are what a validator spends its time on.
 */
export function enter(visit: Visit, segment: string | number): Visit {
  const { path, crossed, seen, report } = visit;
  if (report) path.push(segment);
  crossed.steps.push(crossed.names.length);
  return seen ? { ...visit, seen: undefined } : visit;
}

export function leave({ path, crossed, report }: Visit): void {
  if (report) path.pop();
  crossed.steps.pop();
}

/** Whether a name was crossed since the value was last gone into. */
export function isCrossed({ crossed: { names, steps } }: Visit, name: string): boolean {
  return names.includes(name, steps.at(-1) ?? 0);
}
