import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema, SchemaObject, Schemas } from '../api/json-schema.ts';
import { numberType } from '../api/schema-shape.ts';
import type { Builder } from './build.ts';
import { called } from './called.ts';
import { facetsOf } from './facets.ts';
import { inheritance } from './choose.ts';
import {
  type Choice,
  demandsOf,
  isUnevaluated,
  itemSchemas,
  type Located,
  memberSchemas,
  noDemands,
  type Part,
  tellingItems,
} from './parts.ts';
import { pointerTo, withChange } from './pointer.ts';
import type { Validator } from './validate.ts';
import { waysOf, type Way } from './ways.ts';
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
  /** Set where it is the alternative itself, and nothing that can be said in it. */
  readonly branch?: OtherBranch;
}

/** Where the schemas of another alternative look at its value. */
export interface OtherBranch {
  readonly schemas: readonly Located[];
  /** The one of them that other alternatives do not have. */
  readonly own: Located;
  /** From the place that is changed: an alternative may stand inside of another one. */
  readonly path: Path;
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

/** Whether a value has gone a way: of several branches that take it, whoever looks at it takes the first. */
function isTaken({ branch, before }: Alternative, value: Json, { validator }: Means): boolean {
  const fits = (schema: JsonSchema) => validator.isValid(schema, value);
  return fits(branch) && !before.some(fits);
}

/** A way that a value may go: one value of it, and what that can be. The same whichever value is good. */
interface Alternative {
  readonly branch: JsonSchema;
  /** The branches that are looked at before. */
  readonly before: readonly JsonSchema[];
  others(): readonly Omit<OtherValue, 'path' | 'scope'>[];
}

/** What the schemas that look at a good value name for each place in it. */
export function* otherValues(means: Means, site: Site): Generator<OtherValue> {
  const { schemas, value, path, scope } = site;
  const { parts, hasChoices } = facetsOf(means, schemas, value);
  const name = path.findLast((segment) => typeof segment === 'string');
  for (const variant of variantsAt(parts, value, String(name ?? means.seed)))
    yield { path, scope, variant, made: once(() => valuesOf(means, site, variant)) };
  const mayDiffer = hasChoices || parts.some(({ schema }) => schema.discriminator !== undefined);
  for (const alternative of mayDiffer ? alternativesAt(means, site) : []) {
    if (isTaken(alternative, value, means)) continue;
    for (const other of alternative.others()) yield { ...other, path, scope };
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
  if (isArray(value)) {
    for (const index of tellingItems(parts, value))
      yield* otherValues(means, inside(itemSchemas(parts, index), index, value[index]!));
  }
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
  return [...demands.choices, ...inheritance(demands)].flatMap((choice): readonly Alternative[] => {
    if (site.choices.has(choice.part.schema)) return [];
    const ways = waysOf(choice);
    return ways.map((way, index) => ({
      branch: allOf(way.meets),
      before: ways.slice(0, index).map(({ branch }) => branch.schema),
      others: once(() => [...valuesOfWay(means, site, way)]),
    }));
  });
}

function* valuesOfWay(means: Means, site: Site, way: Way): Generator<Omit<OtherValue, 'path' | 'scope'>> {
  const { title, says, branch, choice } = way;
  const { keyword, part } = choice;
  const schemas = [...site.schemas, ...way.meets];
  const alternative = allOf(schemas);
  const seed = [means.seed, ...site.path, title].join('/');
  const example = numberInText(means, site, choice.branches);
  const built = means.builder.build(alternative, {
    size: 'maximal',
    seed,
    ...(example !== undefined && { example }),
  });
  const about = { keyword, variant: title, says, origin: branch.origin };
  if (!('value' in built)) {
    const { reason, isProved } = built.contradiction;
    const code = isProved ? 'contradiction' : 'not-made';
    yield { variant: { ...about, omitted: { code, reason } }, made: () => [], alternative };
    return;
  }
  const { value } = built;
  if (value === null) {
    const variant = nullOf(part, keyword, branch.origin);
    yield { variant, made: () => ('values' in variant ? variant.values : []) };
    return;
  }
  yield {
    variant: { ...about, values: [value] },
    made: () => [value],
    alternative,
    ...(isOffered(choice) && {
      branch: { schemas: judgesOf(means, site, { way, value }), own: branch, path: [] },
    }),
  };
  const choices = new Set([...site.choices, part.schema]);
  const scope: Scope = { schema: alternative, value, depth: 0 };
  // What stands beside a condition is varied without it.
  const looks = keyword === 'if' ? [branch] : schemas;
  for (const inner of otherValues(means, { schemas: looks, value, path: [], choices, scope })) {
    const { path, variant } = inner;
    if (path.length === 0 && inner.branch === undefined) continue;
    const pointer = pointerTo(path);
    yield {
      variant: {
        ...variant,
        variant: [title, pointer, variant.variant].filter((one) => one !== '').join('/'),
        says:
          pointer === ''
            ? `${says} and ${variant.says}`
            : `${says} whose ${called(path, '')} ${variant.says}`,
      },
      made: once(() => inner.made().map((one) => withChange(value, path, one))),
      alternative,
      ...(inner.branch && {
        branch: { ...inner.branch, path: [...path, ...inner.branch.path] },
      }),
    };
  }
}

/** Whether the schema itself offers the alternatives: an heir of a base schema is judged by the base alone. */
function isOffered({ keyword, part }: Choice): boolean {
  return part.schema[keyword] !== undefined;
}

/** The schemas by which what is wrong with a value that has gone a way is found: whoever asks takes the first branch that fits. */
function judgesOf(
  { validator }: Means,
  { schemas }: Site,
  { way, value }: { readonly way: Way; readonly value: Json },
): readonly Located[] {
  const { keyword, branches } = way.choice;
  const first = branches.find(({ schema }) => validator.isValid(schema, value));
  return keyword === 'if' || first === way.branch ? schemas : [...schemas, way.branch];
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

/** All these schemas as one. */
function allOf(schemas: readonly Located[]): JsonSchema {
  return schemas.length === 1 ? schemas[0]!.schema : { allOf: schemas.map(({ schema }) => schema) };
}

/** The same answer each time, worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
