import type { Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import type { Builder } from './build.ts';
import { called } from './called.ts';
import { differenceOf } from './difference.ts';
import { fingerprint } from './equality.ts';
import { type Located, type Origin, placeless } from './parts.ts';
import { pointerTo, valueAt, withChange } from './pointer.ts';
import type { Validator } from './validate.ts';
import { type KnownAlternatives, otherValues, type Scope, type Site } from './other-values.ts';

/** A good value that differs from another good one at one place. */
export interface Variation {
  /** The keyword that allows it. */
  readonly keyword: string;
  /** JSON Pointer without its leading slash to what is changed; `''` is the whole value. */
  readonly pointer: string;
  /** Part of an id, unique with the pointer: `at-minimum`. */
  readonly variant: string;
  /** One line: `pages is at its minimum, 1`. */
  readonly label: string;
  /** What stands at the pointer then. */
  readonly value: Json;
  /** Where the schema says so: segments below the root schema, or below the named schema that was crossed last. */
  readonly origin: Origin;
  /** Set where the value is of another alternative than the good one: what it meets. */
  readonly alternative?: JsonSchema;
}

/** A good value that goes another way than the good one at one place, and from where what is wrong with it can be looked for. */
export interface OtherWay extends Variation {
  readonly branch: BranchSite;
}

/** Where the schemas of an alternative look at a value that has taken it. */
export interface BranchSite {
  readonly schemas: readonly Located[];
  /** The one of them that other alternatives do not have. */
  readonly own: Located;
  readonly path: readonly (string | number)[];
  /** The smallest part of the value that has taken it by which a change can be judged. */
  readonly scope: Scope;
}

/** A value that the schema allows and that is not tried, and why. */
export interface Untold {
  readonly pointer: string;
  readonly origin: Origin;
  /** Machine-readable. */
  readonly code: 'too-large' | 'too-many' | 'not-exact' | 'not-free' | 'not-made' | 'contradiction';
  /** One line, without a full stop. */
  readonly reason: string;
}

export interface Variations {
  readonly variations: readonly Variation[];
  /** Each other alternative, whether it is among the variations or the same as one of them. */
  readonly ways: readonly OtherWay[];
  readonly untold: readonly Untold[];
}

/** Finds the other good values of the schemas of one contract. */
export interface Variator {
  /**
   * Every way in which `good`, a valid value of the schema, can be changed at one place and stay valid: each value that
   * an enumeration, a bound, null or an alternative names. `about.names` (see `variationName`) are left out.
   */
  variations(schema: JsonSchema, good: Json, about: About): Variations;
}

export interface About {
  /** What labels call the whole value: `the body`, or a parameter's name. */
  readonly name: string;
  /** Part of the seed of what has to be made. */
  readonly seed: string;
  /** Variations that are known of another good value of the same schema. */
  readonly names: ReadonlySet<string>;
}

/** What tells a variation from the others of its schema. */
export function variationName({ pointer, variant }: Pick<Variation, 'pointer' | 'variant'>): string {
  return `${pointer} ${variant}`;
}

interface Means {
  readonly schemas: Schemas;
  readonly validator: Validator;
  readonly builder: Builder;
}

/**
 * A variator over named schemas. Each variation has been validated by the smallest part of the schema that can tell. Of
 * arrays and maps the first item or member is varied; other alternatives (anyOf, oneOf) are made, and varied inside. The
 * number of variations is linear in the nodes of the schema that the value meets.
 */
export function createVariator(means: Means): Variator {
  // One schema is mostly asked of twice, for two of its good values: its alternatives are the same.
  let last:
    { readonly schema: JsonSchema; readonly seed: string; readonly known: KnownAlternatives } | undefined;
  const alternativesOf = (schema: JsonSchema, seed: string) => {
    if (last?.schema !== schema || last.seed !== seed) last = { schema, seed, known: new Map() };
    return last.known;
  };
  return {
    variations(schema, good, { name, seed, names }) {
      const ids = new Set(names);
      const seen = new Set<string>();
      const variations: Variation[] = [];
      const ways: OtherWay[] = [];
      const untold: Untold[] = [];
      const scope: Scope = { schema, value: good, depth: 0 };
      const schemas = [placeless(schema)];
      const root: Site = { schemas, value: good, path: [], choices: new Set(), scope };
      const walking = { ...means, seed, known: alternativesOf(schema, seed) };
      for (const { path, scope: judged, variant, made, alternative, branch } of otherValues(walking, root)) {
        const pointer = pointerTo(path);
        const label = `${called(path, name)} ${variant.says}`;
        const { keyword, origin } = variant;
        if ('omitted' in variant) {
          untold.push({ pointer, origin, ...variant.omitted });
          continue;
        }
        const id = variationName({ pointer, variant: variant.variant });
        if (ids.has(id)) {
          // What another alternative is known to be need not be tried again under another name.
          if (alternative !== undefined)
            for (const one of made()) seen.add(differenceOf(good, path, one) ?? '');
          continue;
        }
        const inside = path.slice(judged.depth);
        const value = made().find((one) =>
          means.validator.isValid(judged.schema, withChange(judged.value, inside, one)),
        );
        if (value === undefined) {
          const now = fingerprint(valueAt(good, pointer) ?? null);
          if (made().every((one) => fingerprint(one) === now)) continue;
          untold.push({
            pointer,
            origin,
            code: 'not-made',
            reason: `no good value is known in which ${label}`,
          });
          continue;
        }
        const found: Variation = {
          keyword,
          pointer,
          variant: variant.variant,
          label,
          value,
          origin,
          ...(alternative !== undefined && { alternative }),
        };
        if (branch) {
          ids.add(id);
          const scope = { ...judged, value: withChange(judged.value, inside, value) };
          ways.push({
            ...found,
            branch: { ...branch, path: [...path, ...branch.path], scope },
          });
        }
        const print = differenceOf(good, path, value);
        if (print === undefined || seen.has(print)) continue;
        seen.add(print);
        ids.add(id);
        variations.push(found);
      }
      return { variations, ways, untold };
    },
  };
}
