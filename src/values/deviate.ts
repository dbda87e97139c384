import type { Json } from '../api/json.ts';
import type { JsonSchema, JsonType, Schemas } from '../api/json-schema.ts';
import type { Attempt } from './attempts.ts';
import { called } from './called.ts';
import { differenceOf } from './difference.ts';
import { type Path, type Scope, type Visited, walk } from './deviation-walk.ts';
import { type Origin, placeless } from './parts.ts';
import { pointerTo, valueAt, withChange, withoutMember } from './pointer.ts';
import { pointerTokens } from '../api/schema-shape.ts';
import type { OtherWay } from './vary.ts';
import type { Validator } from './validate.ts';

/** What kind of promise a deviation breaks: the rows of one operation's cases. */
export type DeviationGroup = 'required' | 'type' | 'bounds' | 'value' | 'shape' | 'dependency';

export type Change = { readonly kind: 'without' } | { readonly kind: 'with'; readonly value: Json };

/** The smallest change that makes a good value wrong in one way. */
export interface Deviation {
  readonly group: DeviationGroup;
  /** The keyword that is broken. */
  readonly keyword: string;
  /** JSON Pointer without its leading slash to what is changed; `''` is the whole value. */
  readonly pointer: string;
  /** Part of an id, unique with group and pointer: `below-minimum`; `''` where these two say it all. */
  readonly variant: string;
  /** One line: `title is shorter than 1`. */
  readonly label: string;
  /** Of a wrong type: the right ones. */
  readonly types?: readonly JsonType[];
  readonly change: Change;
  /** Where the schema says so: segments below the root schema, or below the named schema that was crossed last. */
  readonly origin: Origin;
  /** Where it says what the same value breaks, too. */
  readonly also?: readonly Origin[];
  /** The alternative that the value has taken before it is made wrong, where that is not the good value's own. */
  readonly way?: OtherWay;
}

/** A promise that no deviation breaks, and why. */
export interface Omission {
  readonly keyword: string;
  readonly pointer: string;
  readonly origin: Origin;
  /** Machine-readable. */
  readonly code:
    | 'too-large'
    | 'not-exact'
    | 'still-valid'
    | 'not-observable'
    | 'may-be-ignored'
    | 'not-made'
    | 'several-names';
  /** One line: `a text longer than 20000 is too large to send`. */
  readonly reason: string;
  /** Where it says the same, too. */
  readonly also?: readonly Origin[];
}

export interface Deviations {
  readonly deviations: readonly Deviation[];
  readonly omissions: readonly Omission[];
  /** Where else the schema says what those break that are known of another good value: by their names. */
  readonly known?: ReadonlyMap<string, readonly Origin[]>;
}

/** Finds what can be wrong with values of the schemas of one contract. */
export interface Deviator {
  /**
   * Every way in which `good`, a valid value of the schema, can be made invalid by one change: at each depth that it
   * has, in the order of the schema. `name` is what labels call the whole value: `the body`, or a parameter's name.
   */
  deviations(schema: JsonSchema, good: Json, name?: string): Deviations;
  /**
   * The same of a fuller value, without those deviations that are known of another one; and of the value as it is when
   * it has gone another way at one place.
   */
  further(schema: JsonSchema, fuller: Json, about: Known): Deviations;
}

/** What is known of a schema and its other good values. */
export interface Known {
  /** What labels call the whole value. */
  readonly name: string;
  /** Names of deviations of another good value, see `nameOf`. */
  readonly names: ReadonlySet<string>;
  /** The alternatives that the value has not taken, each to be made wrong in its turn. */
  readonly ways: readonly OtherWay[];
}

/** What tells a deviation from the others of its schema. */
export function nameOf(deviation: Pick<Deviation, 'group' | 'pointer' | 'variant' | 'way'>): string {
  return `${deviation.group} ${subjectOf(deviation)}`;
}

/** Part of an id: `payment/number/against-pattern`; of another alternative, `payment/InvoicePayment/email/integer`. */
export function subjectOf({ pointer, variant, way }: Pick<Deviation, 'pointer' | 'variant' | 'way'>): string {
  const parts =
    way === undefined
      ? [pointer, variant]
      : [wayName(way), pointerTo(pointerTokens(pointer).slice(pointerTokens(way.pointer).length)), variant];
  return parts.filter((part) => part !== '').join('/');
}

/** What an alternative is called: `payment/InvoicePayment`. */
export function wayName({ pointer, variant }: Pick<OtherWay, 'pointer' | 'variant'>): string {
  return [pointer, variant].filter((part) => part !== '').join('/');
}

/**
 * A deviator over named schemas. Each deviation has been validated as invalid against the whole schema, so that nothing
 * is called wrong which another branch takes; two that make the same value are one. Of arrays and maps the first item
 * or member is deviated. The number of deviations is linear in the nodes of the schema that the value meets.
 */
export function createDeviator(schemas: Schemas, validator: Validator): Deviator {
  const find = (schema: JsonSchema, good: Json, { name, names, ways }: Known): Deviations => {
    // What else each deviation breaks, by its name and by what it makes of the good value.
    const known = new Map<string, Origin[]>([...names].map((name) => [name, []]));
    const twins = new Map<string, Origin[]>(known);
    const deviations: { readonly deviation: Deviation; readonly also: Origin[] }[] = [];
    const omissions: Omission[] = [];
    const look = (from: Visited, way?: OtherWay): void => {
      for (const { path, scope: judged, attempt: wanted } of walk({ schemas, validator }, from)) {
        const pointer = pointerTo(path);
        if ('omitted' in wanted) {
          const { keyword, origin, also, omitted } = wanted;
          omissions.push({ keyword, pointer, origin, ...omitted, ...(also && { also }) });
          continue;
        }
        const made = firstWrong(validator, judged, { path: path.slice(judged.depth), attempt: wanted });
        const { attempt, change } = made ?? { attempt: wanted, change: undefined };
        const { group, keyword, variant, says, origin, types } = attempt;
        const id = nameOf({ group, pointer, variant, ...(way && { way }) });
        const namesake = twins.get(id);
        if (namesake) {
          namesake.push(origin, ...(attempt.also ?? []));
          continue;
        }
        const label = `${called(path, name)} ${says}`;
        if (change === undefined) {
          if (attempt.isGuess) continue;
          omissions.push({
            keyword,
            pointer,
            origin,
            code: 'still-valid',
            reason: `another part of the schema takes it when ${label}`,
            ...(attempt.also && { also: attempt.also }),
          });
          continue;
        }
        const print = printOf(good, { path, change, way });
        const same = twins.get(print);
        if (same) {
          same.push(origin, ...(attempt.also ?? []));
          continue;
        }
        const also = [...(attempt.also ?? [])];
        twins.set(id, also).set(print, also);
        const deviation = {
          group,
          keyword,
          pointer,
          variant,
          label,
          ...(types && { types }),
          change,
          origin,
        };
        deviations.push({ deviation: { ...deviation, ...(way && { way }) }, also });
      }
    };
    look({ schemas: [placeless(schema)], value: good, path: [], scope: { schema, value: good, depth: 0 } });
    for (const way of ways) look(enteredBy(way, good), way);
    return {
      deviations: deviations.map(({ deviation, also }) =>
        also.length === 0 ? deviation : { ...deviation, also },
      ),
      omissions,
      known,
    };
  };
  const nothing: ReadonlySet<string> = new Set();
  return {
    deviations: (schema, good, name = 'the value') => find(schema, good, { name, names: nothing, ways: [] }),
    further: find,
  };
}

/** The good value with a deviation's change made. */
export function deviated(good: Json, deviation: Pick<Deviation, 'pointer' | 'change' | 'way'>): Json {
  return changed(deviationBase(good, deviation), pointerTokens(deviation.pointer), deviation.change);
}

/** What a deviation is made of: the good value, gone another way where that is what is made wrong. */
export function deviationBase(good: Json, { way }: Pick<Deviation, 'way'>): Json {
  return way === undefined ? good : withChange(good, pointerTokens(way.pointer), way.value);
}

/** What a change makes of the good value, as text; see `differenceOf`. */
function printOf(
  good: Json,
  {
    path,
    change,
    way,
  }: Pick<Deviation, 'change'> & { readonly path: Path; readonly way: OtherWay | undefined },
): string {
  if (way === undefined)
    return differenceOf(good, path, change.kind === 'with' ? change.value : undefined) ?? '';
  const at = pointerTokens(way.pointer);
  return differenceOf(good, at, changed(way.value, path.slice(at.length), change)) ?? '';
}

/** A value that has gone another way, at the place where it did. */
function enteredBy({ branch: { schemas, own, path, scope } }: OtherWay, good: Json): Visited {
  const value = valueAt(scope.value, pointerTo(path.slice(scope.depth)));
  return { schemas, own: { schemas: [own], before: valueAt(good, pointerTo(path)) }, value, path, scope };
}

function changed(good: Json, path: Path, change: Change): Json {
  return change.kind === 'without' ? withoutMember(good, path) : withChange(good, path, change.value);
}

/** The first of an attempt and what is tried instead of it that is wrong. */
function firstWrong(
  validator: Validator,
  judged: Scope,
  { path, attempt: wanted }: { readonly path: Path; readonly attempt: Attempt },
): { readonly attempt: Attempt; readonly change: Change } | undefined {
  for (const attempt of [wanted, ...(wanted.instead ?? [])]) {
    const change = mostPrecise(validator, judged, { path, attempt });
    if (change) return { attempt, change };
  }
  return undefined;
}

/** The first change that breaks its keyword and nothing else; else the first that breaks anything at all. */
function mostPrecise(
  validator: Validator,
  { schema, value }: Scope,
  { path, attempt }: { readonly path: Path; readonly attempt: Attempt },
): Change | undefined {
  const changes = 'changes' in attempt ? attempt.changes : [];
  let first: Change | undefined;
  for (const change of changes) {
    const problems = validator.problems(schema, changed(value, path, change));
    if (problems.length === 0) continue;
    if (problems.every(({ keyword }) => keyword === attempt.keyword)) return change;
    first ??= change;
  }
  return first;
}
