import type { Json } from '../api/json.ts';
import type { JsonSchema, JsonType, SchemaObject, Schemas } from '../api/json-schema.ts';
import { arraysFor, longestArray } from './build-array.ts';
import { objectsFor } from './build-object.ts';
import { chosenDemands, type Manner, recurs, typesToTry } from './choose.ts';
import type { HeightOf } from './endings.ts';
import { hintsOf, scalarHints } from './hints.ts';
import { type Demands, demandsOf, largest, type Part, placeless, valuesOf } from './parts.ts';
import { pointerTo } from './pointer.ts';
import { repairs } from './repair.ts';
import type { Contradiction } from './build.ts';
import { booleansFor, listedFor, longestText, numbersFor, textsFor } from './scalars.ts';
import type { Validator } from './validate.ts';

/** What one build starts from. */
export interface Order {
  readonly schemas: Schemas;
  readonly heightOf: HeightOf;
  readonly validator: Validator;
  readonly size: 'minimal' | 'maximal';
  readonly seed: string;
}

/** Where in the whole value something is made. */
export interface Site {
  readonly path: readonly (string | number)[];
  /** The last property's name on the way. */
  readonly name: string;
  readonly variant: number;
  /** What examples further out say of this value. */
  readonly hints: readonly Json[];
  readonly around: ReadonlySet<string>;
  readonly isEnding: boolean;
  /** How many objects there would be if all around this one were as wide as those that it stands in. */
  readonly crowd: number;
}

// Enough for every schema of the corpus many times over; what needs more is looking for a needle.
const mostAttempts = 60;
const mostParts = 20_000;
const deepest = 200;

const withoutEnd = proved('each value needs another one of its own kind, without end');

/** As many as that, and no more is made. */
function* first<T>(count: number, things: Iterable<T>): Generator<T> {
  let taken = 0;
  for (const thing of things) {
    if (taken++ >= count) return;
    yield thing;
  }
}

/** Why there is no value, and whether that is known or only that none was found. */
type Refusal = Pick<Contradiction, 'reason' | 'isProved'>;

function proved(reason: string): Refusal {
  return { reason, isProved: true };
}

function unproved(reason: string): Refusal {
  return { reason, isProved: false };
}

const unknownReason: Contradiction = { ...unproved('no value meets the schema'), pointer: '' };

/** Whether nothing is in a part but types and bounds, of which the builder tries all that they leave. */
function isPlain({ schema }: Part): boolean {
  return Object.keys(schema).every((keyword) => plainKeywords.has(keyword));
}

const plainKeywords: ReadonlySet<string> = new Set(
  (
    'type enum const minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems ' +
    'minProperties maxProperties title description default example examples'
  ).split(' '),
);

/** One value in the making: each part is verified as soon as it stands, and another one is tried where it fails. */
export class Build {
  readonly order: Order;
  #made = 0;
  /** Schemas that have been tried in vain, on the way into a recursion and on the way out of it. */
  readonly #hopeless = { entering: new WeakSet<SchemaObject>(), ending: new WeakSet<SchemaObject>() };
  #contradiction: (Contradiction & { readonly depth: number }) | undefined;

  constructor(order: Order) {
    this.order = order;
  }

  get contradiction(): Contradiction {
    const { reason, isProved, pointer } = this.#contradiction ?? unknownReason;
    return { reason, isProved, pointer };
  }

  whole(schema: JsonSchema, name: string, variant: number): Json | undefined {
    return this.make(schema, {
      path: [],
      name,
      variant,
      hints: [],
      around: new Set(),
      isEnding: false,
      crowd: 1,
    });
  }

  /** A value of a schema, or undefined where none was found; then the contradiction says why. */
  make(schema: JsonSchema, site: Site): Json | undefined {
    const { validator } = this.order;
    this.#made++;
    if (this.#made > mostParts || site.path.length > deepest)
      return this.#refuse(site, unproved('no value was found in sensible time'));
    const manner = this.mannerAt(site);
    const isEnding = site.isEnding || recurs(schema, manner);
    if (isEnding && this.order.heightOf(schema) === Infinity) return this.#refuse(site, withoutEnd);
    const hopeless = this.#hopeless[isEnding ? 'ending' : 'entering'];
    if (typeof schema === 'object' && hopeless.has(schema)) return undefined;
    const here: Site = isEnding === site.isEnding ? site : { ...site, isEnding };
    const failed: Json[] = [];
    for (const value of this.#candidates(schema, here)) {
      if (validator.isValid(schema, value)) return value;
      if (failed.push(value) >= mostAttempts || this.#made > mostParts) break;
    }
    for (const value of failed.slice(0, 3).flatMap((one) => repairs(schema, one, this.order.schemas))) {
      if (validator.isValid(schema, value)) return value;
    }
    if (typeof schema === 'object' && site.variant === 0) hopeless.add(schema);
    return this.#refuse(site, this.#reason(schema, failed[0]));
  }

  mannerAt({ around, isEnding }: Site): Manner {
    const { schemas, heightOf, size } = this.order;
    return { schemas, heightOf, size, around, isEnding };
  }

  *#candidates(schema: JsonSchema, site: Site): Generator<Json> {
    for (const demands of chosenDemands(schema, this.mannerAt(site))) {
      const hints = hintsOf(demands.parts, site.hints);
      const around = demands.names.length === 0 ? site.around : new Set([...site.around, ...demands.names]);
      const here: Site = { ...site, hints, around };
      const values = valuesOf(demands.parts);
      if (values) {
        yield* site.variant === 0 ? hints : [];
        yield* listedFor(values, site);
        continue;
      }
      if (site.variant === 0) yield* scalarHints(hints);
      const types = typesToTry(demands);
      const share = Math.ceil(mostAttempts / types.length);
      for (const type of types) yield* first(share, this.#candidatesOf(type, demands, here));
    }
  }

  *#candidatesOf(type: JsonType, demands: Demands, site: Site): Generator<Json> {
    const spot = {
      name: site.name,
      variant: site.variant,
      seed: `${this.order.seed}#${pointerTo(site.path)}`,
    };
    switch (type) {
      case 'null':
        return yield null;
      case 'boolean':
        return yield* booleansFor(spot);
      case 'integer':
      case 'number':
        return yield* numbersFor(demands.parts, spot, type === 'integer');
      case 'string':
        return yield* textsFor(demands.parts, spot);
      case 'array':
        return yield* arraysFor(this, demands, site);
      case 'object':
        return yield* objectsFor(this, demands, site);
    }
  }

  /** Why none of the candidates is good; said of the innermost place, where the cause is. */
  #reason(schema: JsonSchema, candidate: Json | undefined): Refusal {
    const { parts, isImpossible } = demandsOf(this.order.schemas, placeless(schema));
    const found = parts.every(isPlain) ? proved : unproved;
    if (candidate !== undefined) {
      const [problem] = this.order.validator.problems(schema, candidate);
      if (problem)
        return found(`no value fits: ${JSON.stringify(candidate).slice(0, 60)} ${problem.message}`);
    }
    if (isImpossible) return proved('nothing is allowed here');
    if (this.order.heightOf(schema) === Infinity) return withoutEnd;
    const isHuge =
      (largest(parts, 'minLength') ?? 0) > longestText || (largest(parts, 'minItems') ?? 0) > longestArray;
    if (isHuge) return unproved('it asks for more than can sensibly be sent');
    if (valuesOf(parts)?.length === 0) return proved('its enumerations have no value in common');
    return found('its types or bounds exclude each other');
  }

  #refuse({ path }: Site, { reason, isProved }: Refusal): undefined {
    const isInner = this.#contradiction !== undefined && this.#contradiction.depth > path.length;
    if (!isInner) this.#contradiction = { reason, isProved, pointer: pointerTo(path), depth: path.length };
    return undefined;
  }
}
