import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema, JsonType, Schemas } from '../api/json-schema.ts';
import { type Attempt, attemptsAt } from './attempts.ts';
import { called } from './called.ts';
import { differenceOf } from './difference.ts';
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
}

/** A promise that no deviation breaks, and why. */
export interface Omission {
  readonly keyword: string;
  readonly pointer: string;
  readonly origin: Origin;
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
    // What else each deviation breaks, by its name and by what it makes of the good value.
    const twins = new Map<string, Origin[]>([...names].map((known) => [known, []]));
    const deviations: { readonly deviation: Deviation; readonly also: Origin[] }[] = [];
    const omissions: Omission[] = [];
    const scope: Scope = { schema, value: good, depth: 0 };
    for (const { path, scope: judged, attempt } of walk(
      { schemas, validator },
      { schemas: [placeless(schema)], value: good, path: [], scope },
    )) {
      const { group, keyword, variant, says, origin, types } = attempt;
      const pointer = pointerTo(path);
      if ('omitted' in attempt) {
        omissions.push({ keyword, pointer, origin, ...attempt.omitted });
        continue;
      }
      const id = nameOf({ group, pointer, variant });
      const namesake = twins.get(id);
      if (namesake) {
        namesake.push(origin);
        continue;
      }
      const label = `${called(path, name)} ${says}`;
      const change = mostPrecise(validator, judged, { path: path.slice(judged.depth), attempt });
      if (change === undefined) {
        if (attempt.isGuess) continue;
        omissions.push({
          keyword,
          pointer,
          origin,
          code: 'still-valid',
          reason: `another part of the schema takes it when ${label}`,
        });
        continue;
      }
      const print = differenceOf(good, path, change.kind === 'with' ? change.value : undefined) ?? '';
      const same = twins.get(print);
      if (same) {
        same.push(origin);
        continue;
      }
      const also = [...(attempt.also ?? [])];
      twins.set(id, also).set(print, also);
      const deviation = { group, keyword, pointer, variant, label, ...(types && { types }), change, origin };
      deviations.push({ deviation, also });
    }
    return {
      deviations: deviations.map(({ deviation, also }) =>
        also.length === 0 ? deviation : { ...deviation, also },
      ),
      omissions,
    };
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
  for (const attempt of attemptsAt(means.schemas, parts, value)) {
    yield { path: attempt.member === undefined ? path : [...path, attempt.member], scope, attempt };
  }
  const visit = (inner: readonly Located[], segment: string | number, member: Json | undefined): Visited => {
    const isWide =
      hasChoices || scope.depth < path.length || member === undefined || inner.some(isUnevaluated);
    const own = (): Scope => ({
      schema: inner.length === 1 ? inner[0]!.schema : { allOf: inner.map(({ schema }) => schema) },
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
