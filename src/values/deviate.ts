import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { type Attempt, attemptsAt } from './attempts.ts';
import { fingerprint, isEqual } from './equality.ts';
import { facetsOf } from './facets.ts';
import {
  declaredNames,
  isUnevaluated,
  itemSchemas,
  type Located,
  memberSchemas,
  type Origin,
  placeless,
} from './parts.ts';
import { memberOf, pointerTo, withChange, withoutMember } from './pointer.ts';
import type { Validator } from './validate.ts';

/** What kind of promise a deviation breaks: the rows of one operation's cases. */
export type DeviationGroup = 'required' | 'type' | 'bounds' | 'value';

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
  readonly change: Change;
  /** Where the schema says so: segments below the root schema, or below the named schema that was crossed last. */
  readonly origin: Origin;
}

/** A promise that no deviation breaks, and why. */
export interface Omission {
  readonly keyword: string;
  readonly pointer: string;
  /** Machine-readable. */
  readonly code: 'too-large' | 'not-exact' | 'still-valid' | 'not-observable';
  /** One line: `a text longer than 20000 is too large to send`. */
  readonly reason: string;
}

export interface Deviations {
  readonly deviations: readonly Deviation[];
  readonly omissions: readonly Omission[];
}

/** Finds what can be wrong with values of the schemas of one contract. */
export interface Deviator {
  /**
   * Every way in which `good`, a valid value of the schema, can be made invalid by one change: at each depth that it
   * has, in the order of the schema. `name` is what labels call the whole value: `the body`, or a parameter's name.
   */
  deviations(schema: JsonSchema, good: Json, name?: string): Deviations;
  /** The same of a fuller value, without those deviations that are known of another one. */
  further(schema: JsonSchema, fuller: Json, about: Known): Deviations;
}

/** What is known of another good value of the same schema. */
export interface Known {
  /** What labels call the whole value. */
  readonly name: string;
  /** Names of deviations, see `nameOf`. */
  readonly names: ReadonlySet<string>;
}

/** What tells a deviation from the others of its schema. */
export function nameOf({
  group,
  pointer,
  variant,
}: Pick<Deviation, 'group' | 'pointer' | 'variant'>): string {
  return `${group} ${pointer} ${variant}`;
}

/**
 * A deviator over named schemas. Each deviation has been validated as invalid against the whole schema, so that nothing
 * is called wrong which another branch takes; two that make the same value are one. Of arrays and maps the first item
 * or member is deviated. The number of deviations is linear in the nodes of the schema that the value meets.
 */
export function createDeviator(schemas: Schemas, validator: Validator): Deviator {
  const find = (schema: JsonSchema, good: Json, { name, names }: Known): Deviations => {
    const seen = new Set<string>();
    const ids = new Set(names);
    const deviations: Deviation[] = [];
    const omissions: Omission[] = [];
    const scope: Scope = { schema, value: good, depth: 0 };
    for (const { path, scope: judged, attempt } of walk(
      { schemas, validator },
      { schemas: [placeless(schema)], value: good, path: [], scope },
    )) {
      const { group, keyword, variant, says, origin } = attempt;
      const pointer = pointerTo(path);
      const label = `${called(path, name)} ${says}`;
      if ('omitted' in attempt) {
        omissions.push({ keyword, pointer, ...attempt.omitted });
        continue;
      }
      const id = nameOf({ group, pointer, variant });
      if (ids.has(id)) continue;
      const change = mostPrecise(validator, judged, { path: path.slice(judged.depth), attempt });
      if (change === undefined) {
        omissions.push({
          keyword,
          pointer,
          code: 'still-valid',
          reason: `another part of the schema takes it when ${label}`,
        });
        continue;
      }
      const print = differenceOf(good, path, change);
      if (seen.has(print)) continue;
      seen.add(print);
      ids.add(id);
      deviations.push({ group, keyword, pointer, variant, label, change, origin });
    }
    return { deviations, omissions };
  };
  const nothing: ReadonlySet<string> = new Set();
  return {
    deviations: (schema, good, name = 'the value') => find(schema, good, { name, names: nothing }),
    further: find,
  };
}

/** The good value with a deviation's change made. */
export function deviated(good: Json, { pointer, change }: Pick<Deviation, 'pointer' | 'change'>): Json {
  const path =
    pointer === ''
      ? []
      : pointer.split('/').map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  return changed(good, path, change);
}

function changed(good: Json, path: Path, change: Change): Json {
  return change.kind === 'without' ? withoutMember(good, path) : withChange(good, path, change.value);
}

type Path = readonly (string | number)[];

interface Means {
  readonly schemas: Schemas;
  readonly validator: Validator;
}

/**
 * The smallest part of the good value by which a change can be judged: as long as no alternatives are met on the way
 * down, what is wrong with a part is wrong with the whole.
 */
interface Scope {
  readonly schema: JsonSchema;
  readonly value: Json;
  /** How many segments of a path lead here. */
  readonly depth: number;
}

interface Visited {
  readonly schemas: readonly Located[];
  /** Undefined for a property that the good value does not have. */
  readonly value: Json | undefined;
  readonly path: Path;
  readonly scope: Scope;
}

interface Found {
  readonly path: Path;
  readonly scope: Scope;
  readonly attempt: Attempt;
}

function* walk(means: Means, { schemas, value, path, scope }: Visited): Generator<Found> {
  const { parts, hasChoices } = facetsOf(means, schemas, value);
  for (const attempt of attemptsAt(parts, value)) {
    yield { path: attempt.member === undefined ? path : [...path, attempt.member], scope, attempt };
  }
  const visit = (inner: readonly Located[], segment: string | number, member: Json | undefined): Visited => {
    const isWide =
      hasChoices || scope.depth < path.length || member === undefined || inner.some(isUnevaluated);
    const own = (): Scope => ({
      schema: { allOf: inner.map(({ schema }) => schema) },
      value: member!,
      depth: path.length + 1,
    });
    return { schemas: inner, value: member, path: [...path, segment], scope: isWide ? scope : own() };
  };
  if (isArray(value) && value.length > 0) yield* walk(means, visit(itemSchemas(parts, 0), 0, value[0]));
  if (!isObject(value)) return;
  const declared = declaredNames(parts);
  const undeclared = Object.keys(value).find((name) => !declared.includes(name));
  for (const name of undeclared === undefined ? declared : [...declared, undeclared]) {
    const inner = memberSchemas(parts, name);
    if (inner.some(({ schema }) => schema === false)) continue;
    yield* walk(means, visit(inner, name, memberOf(value, name)));
  }
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

/**
 * What makes a changed value different from the good one, as text: the same for two changes that make the same value,
 * although one replaces an object and the other leaves out a member of it.
 */
function differenceOf(good: Json, path: Path, change: Change): string {
  if (change.kind === 'without') return `${pointerTo(path)} is gone`;
  const before = path.reduce<Json | undefined>((value, segment) => {
    return isArray(value)
      ? value[Number(segment)]
      : isObject(value)
        ? memberOf(value, String(segment))
        : undefined;
  }, good);
  const after = change.value;
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    const different = [...names].filter((name) => !isSame(memberOf(before, name), memberOf(after, name)));
    const [only] = different;
    if (only !== undefined && different.length === 1) {
      const member = memberOf(after, only);
      return differenceOf(
        good,
        [...path, only],
        member === undefined ? { kind: 'without' } : { kind: 'with', value: member },
      );
    }
  }
  return `${pointerTo(path)} is ${fingerprint(after)}`;
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isEqual(a, b);
}

/** `address.city`, `tags[0]`: a place in a value as people write it. */
function called(path: Path, name: string): string {
  if (path.length === 0) return name;
  const text = path.map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`)).join('');
  return text.startsWith('.') ? text.slice(1) : name + text;
}
