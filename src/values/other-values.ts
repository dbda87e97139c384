import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema, SchemaObject, Schemas } from '../api/json-schema.ts';
import { numberType } from '../api/schema-shape.ts';
import { nameOfRef } from '../api/subschemas.ts';
import type { Builder } from './build.ts';
import { called } from './called.ts';
import { facetsOf } from './facets.ts';
import {
  demandsOf,
  isUnevaluated,
  itemSchemas,
  type Located,
  memberSchemas,
  noDemands,
  type Part,
} from './parts.ts';
import { pointerTo, withChange } from './pointer.ts';
import type { Validator } from './validate.ts';
import { nullOf, variantsAt, type Variant } from './variants.ts';

/** Another value for one place of a good value; nobody has judged it. */
export interface OtherValue {
  readonly path: Path;
  readonly scope: Scope;
  readonly variant: Variant;
  /** Values to put there, the best first; made when they are first asked for. */
  made(): readonly Json[];
  /** Of another alternative: its schema. */
  readonly alternative?: JsonSchema;
}

type Path = readonly (string | number)[];

/** A place in the good value, and the schemas that look at it. */
export interface Site {
  readonly schemas: readonly Located[];
  readonly value: Json;
  readonly path: Path;
  /** The schema objects whose other alternatives led here: to offer them again would not end. */
  readonly choices: ReadonlySet<SchemaObject>;
  readonly scope: Scope;
}

/**
 * The smallest part of the good value by which a change can be judged: as long as nothing on the way down judges a value
 * as a whole, it is good where its part is.
 */
export interface Scope {
  readonly schema: JsonSchema;
  readonly value: Json;
  /** How many segments of a path lead here. */
  readonly depth: number;
}

/** What alternatives are made with, of values of one schema. */
export interface Means {
  readonly schemas: Schemas;
  readonly validator: Validator;
  readonly builder: Builder;
  /** Part of the seed of what has to be made. */
  readonly seed: string;
  readonly known: KnownAlternatives;
}

/** The alternatives of the places of values of one schema, by place. */
export type KnownAlternatives = Map<string, { readonly site: Site; readonly all: readonly Alternative[] }>;

/** A branch of anyOf or oneOf: one value of it, and what that can be. The same whichever value is good. */
interface Alternative {
  readonly branch: JsonSchema;
  others(): readonly Omit<OtherValue, 'path' | 'scope'>[];
}

/** What the schemas that look at a good value name for each place in it. */
export function* otherValues(means: Means, site: Site): Generator<OtherValue> {
  const { schemas, value, path, scope } = site;
  const { parts, hasChoices } = facetsOf(means, schemas, value);
  const name = path.findLast((segment) => typeof segment === 'string');
  for (const variant of variantsAt(parts, value, String(name ?? means.seed)))
    yield { path, scope, variant, made: once(() => valuesOf(means, site, variant)) };
  for (const { branch, others } of hasChoices ? alternativesAt(means, site) : []) {
    // The branch that the value has taken is no other one.
    if (means.validator.isValid(branch, value)) continue;
    for (const other of others()) yield { ...other, path, scope };
  }
  const isWide = hasChoices || scope.depth < path.length || parts.some(judgesWhole);
  const inside = (inner: readonly Located[], segment: string | number, member: Json): Site => ({
    ...site,
    schemas: inner,
    value: member,
    path: [...path, segment],
    scope:
      isWide || inner.some(isUnevaluated)
        ? scope
        : { schema: allOf(inner), value: member, depth: path.length + 1 },
  });
  if (isArray(value) && value.length > 0)
    yield* otherValues(means, inside(itemSchemas(parts, 0), 0, value[0]!));
  if (!isObject(value)) return;
  for (const [member, inner] of Object.entries(value)) {
    const looks = memberSchemas(parts, member);
    if (looks.length > 0) yield* otherValues(means, inside(looks, member, inner));
  }
}

/** Whether a schema judges a value by more than each of its parts. */
function judgesWhole({ schema }: Part): boolean {
  return (
    schema.not !== undefined ||
    schema.enum !== undefined ||
    schema.const !== undefined ||
    schema.contains !== undefined ||
    schema.uniqueItems === true
  );
}

function valuesOf({ builder, seed }: Means, { schemas, path }: Site, variant: Variant): readonly Json[] {
  if ('omitted' in variant) return [];
  if (variant.values.length > 0 || variant.build === undefined) return variant.values;
  const name = path.findLast((segment) => typeof segment === 'string');
  const built = builder.build(
    { allOf: [...schemas.map(({ schema }) => schema), variant.build] },
    {
      size: 'minimal',
      seed: [seed, ...path, variant.variant].join('/'),
      ...(name !== undefined && { name: String(name) }),
    },
  );
  return 'value' in built ? [built.value] : [];
}

/** The alternatives of a place; those inside of other alternatives are known with these. */
function alternativesAt(means: Means, site: Site): readonly Alternative[] {
  if (site.choices.size > 0) return alternatives(means, site);
  const pointer = pointerTo(site.path);
  const known = means.known.get(pointer);
  if (known && isSameSite(known.site, site)) return known.all;
  const all = alternatives(means, site);
  means.known.set(pointer, { site, all });
  return all;
}

function isSameSite(one: Site, other: Site): boolean {
  return (
    one.schemas.length === other.schemas.length &&
    one.schemas.every(({ schema }, index) => schema === other.schemas[index]!.schema)
  );
}

function alternatives(means: Means, site: Site): readonly Alternative[] {
  let demands = noDemands;
  for (const located of site.schemas) demands = demandsOf(means.schemas, located, demands);
  return demands.choices.flatMap(({ keyword, part, branches }): readonly Alternative[] => {
    if ((keyword !== 'anyOf' && keyword !== 'oneOf') || site.choices.has(part.schema)) return [];
    return branches.map((branch, index) => ({
      branch: branch.schema,
      others: once(() => [
        ...valuesOfBranch(means, site, { keyword, part, branch, index, others: branches }),
      ]),
    }));
  });
}

interface Branch {
  readonly keyword: 'anyOf' | 'oneOf';
  /** The schema object that offers it. */
  readonly part: Part;
  readonly branch: Located;
  readonly index: number;
  /** All that the object offers. */
  readonly others: readonly Located[];
}

function* valuesOfBranch(
  means: Means,
  site: Site,
  { keyword, part, branch, index, others }: Branch,
): Generator<Omit<OtherValue, 'path' | 'scope'>> {
  const title = titleOf(branch, index);
  const schemas = [...site.schemas, branch];
  const alternative = allOf(schemas);
  const seed = [means.seed, ...site.path, title].join('/');
  const example = numberInText(means, site, others);
  const built = means.builder.build(alternative, {
    size: 'maximal',
    seed,
    ...(example !== undefined && { example }),
  });
  if (!('value' in built)) return;
  const { value } = built;
  if (value === null) {
    const variant = nullOf(part, keyword, branch.origin);
    yield { variant, made: () => ('values' in variant ? variant.values : []) };
    return;
  }
  const said = /^\d+$/.test(title) ? `its alternative ${title}` : title;
  const about = { keyword, variant: title, says: `is ${said}`, origin: branch.origin };
  yield { variant: { ...about, values: [value] }, made: () => [value], alternative };
  const choices = new Set([...site.choices, part.schema]);
  const scope: Scope = { schema: alternative, value, depth: 0 };
  for (const inner of otherValues(means, { schemas, value, path: [], choices, scope })) {
    const { path, variant } = inner;
    if (path.length === 0) continue;
    yield {
      variant: {
        ...variant,
        variant: `${title}/${pointerTo(path)}/${variant.variant}`,
        says: `is ${said} whose ${called(path, '')} ${variant.says}`,
      },
      made: once(() => inner.made().map((one) => withChange(value, path, one))),
      alternative,
    };
  }
}

/**
 * The text that a string beside a number most likely is: the number itself, as decimals travel (`"7.25"`). Where the
 * string has a pattern or a format that this does not meet, it is something else.
 */
function numberInText({ schemas, builder, seed }: Means, site: Site, branches: readonly Located[]) {
  const number = branches.find(({ schema }) => numberType(schema, schemas) !== undefined);
  if (number === undefined) return undefined;
  const name = site.path.findLast((segment) => typeof segment === 'string');
  const built = builder.build(allOf([...site.schemas, number]), {
    size: 'minimal',
    seed: [seed, ...site.path, 'number'].join('/'),
    ...(name !== undefined && { name: String(name) }),
  });
  return 'value' in built && typeof built.value === 'number' ? String(built.value) : undefined;
}

/** What a branch is called: its component, its title, or its number. */
function titleOf({ schema }: Located, index: number): string {
  if (typeof schema === 'boolean') return String(index + 1);
  return schema.$ref === undefined ? (schema.title ?? String(index + 1)) : nameOfRef(schema.$ref);
}

/** All these schemas as one. */
function allOf(schemas: readonly Located[]): JsonSchema {
  return schemas.length === 1 ? schemas[0]!.schema : { allOf: schemas.map(({ schema }) => schema) };
}

/** The same answer each time, worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
