import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonType, Schemas } from '../api/json-schema.ts';
import { isOfType, withArticle } from './assertions.ts';
import { itemAttempts, nameAttempts, notAttempts } from './attempts-at-exclusions.ts';
import { arrayAttempts, objectAttempts } from './attempts-at-containers.ts';
import { dependencyAttempts } from './attempts-at-dependencies.ts';
import { numberAttempts, textAttempts, valueAttempts } from './attempts-at-scalars.ts';
import { arrayShapes, objectShapes } from './attempts-at-shapes.ts';
import type { Change, DeviationGroup, Omission } from './deviate.ts';
import { type Origin, type Part, typesOf } from './parts.ts';

/** A way to make a value wrong: changes to try, the best first; or why there is none. */
export type Attempt = {
  readonly group: DeviationGroup;
  readonly keyword: string;
  readonly variant: string;
  /** What is then wrong, without a subject: `is shorter than 1`. */
  readonly says: string;
  readonly origin: Origin;
  /** The member that is changed, where it is not the value itself. */
  readonly member?: string;
  /** Of a wrong type: the right ones. */
  readonly types?: readonly JsonType[];
  /** Where else the schema says what is then wrong. */
  readonly also?: readonly Origin[];
  /** What is tried where no change is wrong: the same with other values. */
  readonly instead?: readonly Attempt[];
  /** Nobody knows before it is judged whether it is wrong at all: where it is good, that is no omission. */
  readonly isGuess?: true;
} & ({ readonly changes: readonly Change[] } | { readonly omitted: Pick<Omission, 'code' | 'reason'> });

/** The ways to make the value at one place wrong, given all that it meets there; undefined: it is not in the good value. */
export function attemptsAt(
  schemas: Schemas,
  parts: readonly Part[],
  value: Json | undefined,
): readonly Attempt[] {
  return [
    ...(isObject(value) ? objectAttempts(parts, value) : []),
    ...typeAttempts(parts),
    ...restAttempts(parts, value),
    ...(isObject(value) ? objectShapes(parts, value) : []),
    ...(isObject(value) ? nameAttempts(parts, value) : []),
    ...(isArray(value) ? arrayShapes(parts, value) : []),
    ...(isObject(value) ? dependencyAttempts(schemas, parts, value) : []),
  ];
}

/** One value of another type, and null, where neither is allowed. */
function typeAttempts(parts: readonly Part[]): readonly Attempt[] {
  const types = typesOf(parts);
  const [origin, ...also] = parts.flatMap((part) =>
    part.schema.type === undefined ? [] : [{ ...part.origin, segments: [...part.origin.segments, 'type'] }],
  );
  if (!types || !origin) return [];
  const about = { types, origin, also };
  return wrongFor(types).map(({ wrong, instead }) => ({
    ...typeAttempt(about, wrong),
    ...(instead.length > 0 && { instead: instead.map((one) => typeAttempt(about, one)) }),
  }));
}

type Wrong = readonly [JsonType, Json];

/** What is of none of these types: the least like the first of them, else another one that is not null; and null. */
function wrongFor(types: readonly JsonType[]): readonly WrongType[] {
  const key = types.join();
  const known = wrongKnown.get(key);
  if (known) return known;
  const wrong = wrongValues.filter(([, value]) => !types.some((type) => isOfType(value, type)));
  const fitting =
    wrong.find(([type]) => type === opposite(types[0]!)) ?? wrong.find(([type]) => type !== 'null');
  const nothing = wrong.find(([type]) => type === 'null');
  const others = wrong.filter((one) => one !== fitting && one !== nothing);
  const found: readonly WrongType[] = [
    ...(fitting ? [{ wrong: fitting, instead: others }] : []),
    ...(nothing ? [{ wrong: nothing, instead: [] }] : []),
  ];
  wrongKnown.set(key, found);
  return found;
}

/** A contract asks thousands of times for the wrong values of a handful of types. */
const wrongKnown = new Map<string, readonly WrongType[]>();

interface WrongType {
  readonly wrong: Wrong;
  /** Where an alternative takes that. */
  readonly instead: readonly Wrong[];
}

function typeAttempt(
  { types, origin, also }: Required<Pick<Attempt, 'types' | 'origin' | 'also'>>,
  [type, value]: Wrong,
): Attempt {
  return {
    types,
    origin,
    also,
    group: 'type',
    keyword: 'type',
    variant: type,
    says: `is ${withArticle(type)}`,
    changes: [{ kind: 'with', value }],
  };
}

const wrongValues: readonly Wrong[] = [
  ['string', 'text'],
  ['integer', 42],
  ['boolean', true],
  ['object', {}],
  ['array', []],
  ['null', null],
];

/** The wrong type that no lenient reader takes for the right one. */
function opposite(type: JsonType): JsonType {
  switch (type) {
    case 'string':
      return 'integer';
    case 'object':
    case 'array':
    case 'boolean':
    case 'integer':
    case 'number':
    case 'null':
      return 'string';
  }
}

function restAttempts(parts: readonly Part[], value: Json | undefined): readonly Attempt[] {
  const is = (type: JsonType): boolean =>
    value === undefined ? (typesOf(parts)?.includes(type) ?? false) : isOfType(value, type);
  return parts.flatMap((part) => [
    ...(is('number') || is('integer') ? numberAttempts(part, typeof value === 'number' ? value : 0) : []),
    ...(is('string') ? textAttempts(part, typeof value === 'string' ? value : 'a') : []),
    ...(is('array') ? arrayAttempts(part, isArray(value) ? value : []) : []),
    ...(isArray(value) ? itemAttempts(part, value) : []),
    ...valueAttempts(part, value),
    ...notAttempts(part, value),
  ]);
}
