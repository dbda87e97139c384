import { isArray, isObject, type Json, type JsonObject } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { type Attempt, attemptsAt } from './attempts.ts';
import { facetsOf } from './facets.ts';
import {
  declaredNames,
  isUnevaluated,
  itemSchemas,
  type Located,
  memberSchemas,
  type Part,
  tellingItems,
} from './parts.ts';
import { memberOf } from './pointer.ts';
import type { Validator } from './validate.ts';

export type Path = readonly (string | number)[];

export interface Means {
  readonly schemas: Schemas;
  readonly validator: Validator;
}

/**
 * The smallest part of the good value by which a change can be judged: as long as no alternatives are met on the way
 * down, what is wrong with a part is wrong with the whole.
 */
export interface Scope {
  readonly schema: JsonSchema;
  readonly value: Json;
  /** How many segments of a path lead here. */
  readonly depth: number;
}

/**
 * What another alternative says of its own. What stands beside the alternatives is tried with the first one, as far as
 * the value has it then.
 */
export interface Own {
  readonly schemas: readonly Located[];
  /** What stood at the place before; undefined: nothing. */
  readonly before: Json | undefined;
}

/** A place in the good value, and the schemas that look at it. */
export interface Visited {
  readonly schemas: readonly Located[];
  /** Those of them whose promises are tried; absent: all. */
  readonly own?: Own;
  /** Undefined for a property that the good value does not have. */
  readonly value: Json | undefined;
  readonly path: Path;
  readonly scope: Scope;
}

export interface Found {
  readonly path: Path;
  readonly scope: Scope;
  readonly attempt: Attempt;
}

/** Every way in which a good value, and each part of it, can be made wrong; nobody has judged them. */
export function* walk(means: Means, { schemas, own, value, path, scope }: Visited): Generator<Found> {
  const { parts, hasChoices } = facetsOf(means, schemas, value);
  const ownParts =
    own && kindOf(own.before) === kindOf(value) ? facetsOf(means, own.schemas, value).parts : undefined;
  for (const attempt of attemptsAt(means.schemas, parts, value)) {
    // A discriminator stands beside the alternatives, and is wrong in another way with each.
    if (ownParts && attempt.keyword !== 'discriminator' && !isOfOne(attempt, ownParts)) continue;
    yield { path: attempt.member === undefined ? path : [...path, attempt.member], scope, attempt };
  }
  const visit = function* (
    looksOf: (parts: readonly Part[]) => readonly Located[],
    segment: string | number,
    member: Json | undefined,
  ): Generator<Found> {
    const inner = looksOf(parts);
    const before = partOf(own?.before, segment);
    const isNew = member !== undefined && before === undefined;
    const ownInner = ownParts && !isNew ? looksOf(ownParts) : undefined;
    if (ownInner?.length === 0 || inner.some((one) => one.schema === false)) return;
    const isWide =
      hasChoices || scope.depth < path.length || member === undefined || inner.some(isUnevaluated);
    const narrow = (): Scope => ({
      schema: inner.length === 1 ? inner[0]!.schema : { allOf: inner.map(({ schema }) => schema) },
      value: member!,
      depth: path.length + 1,
    });
    yield* walk(means, {
      schemas: inner,
      ...(ownInner && { own: { schemas: ownInner, before } }),
      value: member,
      path: [...path, segment],
      scope: isWide ? scope : narrow(),
    });
  };
  if (isArray(value)) {
    for (const index of tellingItems(parts, value))
      yield* visit((looking) => itemSchemas(looking, index), index, value[index]);
  }
  if (!isObject(value)) return;
  const declared = declaredNames(parts);
  const undeclared = Object.keys(value).find((name) => !declared.includes(name));
  for (const name of undeclared === undefined ? declared : [...declared, undeclared])
    yield* visit((looking) => memberSchemas(looking, name), name, memberOf(value, name));
}

/** Whether an attempt is at what one of the schema objects itself says. */
function isOfOne({ origin, also = [] }: Attempt, parts: readonly Part[]): boolean {
  return [origin, ...also].some(({ name, segments }) =>
    parts.some(
      (part) =>
        part.origin.name === name &&
        part.origin.segments.every((segment, index) => segments[index] === segment),
    ),
  );
}

function kindOf(value: Json | undefined): string {
  return isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function partOf(value: Json | undefined, segment: string | number): Json | undefined {
  if (isArray(value)) return value[Number(segment)];
  return isObject(value ?? null) ? memberOf(value as JsonObject, String(segment)) : undefined;
}
