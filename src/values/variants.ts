import { isArray, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { originOf } from './attempts-at-scalars.ts';
import { multipleFrom } from './decimal.ts';
import { fingerprint } from './equality.ts';
import { isFreeText, stretchable } from './free-text.ts';
import { largest, type Origin, type Part, smallest, typesOf, valuesOf } from './parts.ts';
import { hash } from './seed.ts';

/** Another good value for one place: values to try, the best first; a schema to make one by; or why there is none. */
export type Variant = {
  readonly keyword: string;
  /** Part of an id, unique at its place: `at-minimum`. */
  readonly variant: string;
  /** What the value then is, without a subject: `is at its minimum, 1`. */
  readonly says: string;
  readonly origin: Origin;
} & (
  | { readonly values: readonly Json[]; readonly build?: JsonSchema }
  | {
      readonly omitted: {
        readonly code: 'too-large' | 'too-many' | 'not-exact' | 'not-free' | 'not-made' | 'contradiction';
        readonly reason: string;
      };
    }
);

/** The longest text, the longest list and the most values of one place that are sent. */
const longestText = 10_000;
const longestList = 1_000;
const mostValues = 100;

/**
 * The other values that the keywords at one place name: each of an enumeration, both truth values, null, and each bound
 * from inside (JSON Schema Validation 2020-12 §6). Bounds that no keyword names are none.
 *
 * @param name the member's or parameter's name: it tells whether a text is free
 */
export function variantsAt(parts: readonly Part[], value: Json, name: string): readonly Variant[] {
  const listed = valuesOf(parts);
  if (listed) return [...listedVariants(parts, listed), ...nullVariant(parts)];
  return [
    ...(typeof value === 'boolean' ? truthVariants(parts) : []),
    ...(typeof value === 'number' ? numberVariants(parts, value) : []),
    ...(typeof value === 'string' ? textVariants(parts, name) : []),
    ...(isArray(value) ? listVariants(parts, value) : []),
    ...nullVariant(parts),
  ];
}

function listedVariants(parts: readonly Part[], listed: readonly Json[]): readonly Variant[] {
  const part = parts.find(({ schema }) => schema.enum !== undefined);
  if (!part) return [];
  const about = (value: Json) => ({
    keyword: 'enum',
    variant: `enum/${spelled(value)}`,
    says: `is ${shown(value)}`,
    origin: originOf(part, 'enum'),
  });
  const sent = listed.filter((value) => value !== null);
  const more = sent.length - mostValues;
  const reason = `${more} of its ${sent.length} values are not tried: they are too many`;
  const rest: readonly Variant[] =
    more > 0 ? [{ ...about(sent[mostValues]!), omitted: { code: 'too-many', reason } }] : [];
  return [...sent.slice(0, mostValues).map((value) => ({ ...about(value), values: [value] })), ...rest];
}

function truthVariants(parts: readonly Part[]): readonly Variant[] {
  const part = parts.find(({ schema }) => schema.type !== undefined);
  return [true, false].flatMap((value) =>
    part === undefined
      ? []
      : [
          {
            keyword: 'type',
            variant: String(value),
            says: `is ${value}`,
            origin: originOf(part, 'type'),
            values: [value],
          },
        ],
  );
}

/** Null, where a type or an enumeration names it. */
function nullVariant(parts: readonly Part[]): readonly Variant[] {
  const keyword = typesOf(parts)?.includes('null') ? 'type' : 'enum';
  const part = parts.find(({ schema }) =>
    keyword === 'type' ? [schema.type].flat().includes('null') : schema.enum?.includes(null),
  );
  return part ? [nullOf(part, keyword, originOf(part, keyword))] : [];
}

/** Null as a value of its own; where the contract means it and does not say it, a right server may refuse it. */
export function nullOf({ schema }: Part, keyword: string, origin: Origin): Variant {
  const about = { keyword, variant: 'null', says: 'is null', origin };
  const reason = 'by the letter of the contract it may not be null, whatever it means by `nullable`';
  return schema['x-itc-null'] === 'meant'
    ? { ...about, omitted: { code: 'not-free', reason } }
    : { ...about, values: [null] };
}

function numberVariants(parts: readonly Part[], value: number): readonly Variant[] {
  const isInteger = typesOf(parts)?.every((type) => type === 'integer' || type === 'null') ?? false;
  const [step] = parts.flatMap(({ schema }) => schema.multipleOf ?? []);
  const inside = step ?? (isInteger ? 1 : 0.01);
  const low = (bound: number) => (step === undefined ? bound : multipleFrom(bound, step));
  const high = (bound: number) => (step === undefined ? bound : -multipleFrom(-bound, step));
  const at = (
    keyword: NumberKeyword,
    bound: number | undefined,
    values: readonly number[],
  ): readonly Variant[] => {
    const part = parts.find(({ schema }) => schema[keyword] === bound);
    if (bound === undefined || part === undefined) return [];
    const { variant, says } = bounds[keyword];
    const about = { keyword, variant, says: `${says}${bound}`, origin: originOf(part, keyword) };
    const reason = `the numbers next to ${bound} cannot be written exactly`;
    return Math.abs(bound) <= Number.MAX_SAFE_INTEGER
      ? [{ ...about, values: values.map(tidy) }]
      : [{ ...about, omitted: { code: 'not-exact', reason } }];
  };
  const [minimum, maximum] = [largest(parts, 'minimum'), smallest(parts, 'maximum')];
  const [above, below] = [largest(parts, 'exclusiveMinimum'), smallest(parts, 'exclusiveMaximum')];
  return [
    ...at('minimum', minimum, minimum === undefined ? [] : [low(minimum)]),
    ...at('exclusiveMinimum', above, above === undefined ? [] : [low(above + inside), low(above) + inside]),
    ...at('maximum', maximum, maximum === undefined ? [] : [high(maximum)]),
    ...at('exclusiveMaximum', below, below === undefined ? [] : [high(below - inside), high(below) - inside]),
    ...at('multipleOf', step, step === undefined ? [] : [value + step, value - step]),
  ];
}

const bounds = {
  minimum: { variant: 'at-minimum', says: 'is at its minimum, ' },
  maximum: { variant: 'at-maximum', says: 'is at its maximum, ' },
  exclusiveMinimum: { variant: 'just-above-minimum', says: 'is just above ' },
  exclusiveMaximum: { variant: 'just-below-maximum', says: 'is just below ' },
  multipleOf: { variant: 'another-multiple', says: 'is another multiple of ' },
} as const;

type NumberKeyword = keyof typeof bounds;

/** The shortest and the longest text; where a text has a grammar that no keyword tells, none can be made. */
function textVariants(parts: readonly Part[], name: string): readonly Variant[] {
  const isPlain = parts.every(({ schema }) => schema.pattern === undefined && schema.format === undefined);
  const isLink = parts.every(
    ({ schema: { pattern, format = 'uri' } }) => pattern === undefined && stretchable.has(format),
  );
  const at = (keyword: 'minLength' | 'maxLength', length: number | undefined): readonly Variant[] => {
    const part = parts.find(({ schema }) => schema[keyword] === length);
    if (length === undefined || part === undefined || (keyword === 'minLength' && length === 0)) return [];
    const extreme = keyword === 'minLength' ? 'short' : 'long';
    const about = {
      keyword,
      variant: extreme === 'short' ? 'shortest' : 'longest',
      says: `is as ${extreme} as ${length}`,
      origin: originOf(part, keyword),
    };
    if (length > longestText) {
      const reason = `a text of ${length} characters is too large to send`;
      return [{ ...about, omitted: { code: 'too-large', reason } }];
    }
    if (!isFreeText(parts, name)) {
      const reason = `${name} has a grammar that the contract does not tell: no text is known to be as ${extreme} as ${length}`;
      return [{ ...about, omitted: { code: 'not-free', reason } }];
    }
    const start = isPlain ? '' : 'https://example.com/';
    const plain = [start + 'x'.repeat(Math.max(0, length - start.length))];
    return [
      { ...about, values: isPlain || isLink ? plain : [], build: { minLength: length, maxLength: length } },
    ];
  };
  return [...at('minLength', largest(parts, 'minLength')), ...at('maxLength', smallest(parts, 'maxLength'))];
}

function listVariants(parts: readonly Part[], value: readonly Json[]): readonly Variant[] {
  const at = (keyword: 'minItems' | 'maxItems', length: number | undefined): readonly Variant[] => {
    const part = parts.find(({ schema }) => schema[keyword] === length);
    if (length === undefined || part === undefined) return [];
    const extreme = keyword === 'minItems' ? 'few' : 'many';
    const about = {
      keyword,
      variant: extreme === 'few' ? 'fewest-items' : 'most-items',
      says: `has as ${extreme} as ${length} items`,
      origin: originOf(part, keyword),
    };
    const reason = `a list of ${length} items is too large to send`;
    return length > longestList
      ? [{ ...about, omitted: { code: 'too-large', reason } }]
      : [
          {
            ...about,
            values: value.length >= length ? [value.slice(0, length)] : [],
            build: { minItems: length, maxItems: length },
          },
        ];
  };
  return [...at('minItems', largest(parts, 'minItems')), ...at('maxItems', smallest(parts, 'maxItems'))];
}

const longestSpelling = 40;

/** A value as part of an id: itself where it is short, on one line, else its beginning and what tells it from others. */
function spelled(value: Json): string {
  const text = typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : fingerprint(value);
  return text.length <= longestSpelling
    ? text
    : `${text.slice(0, longestSpelling)}-${hash(text).toString(36)}`;
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= longestSpelling ? text : `${text.slice(0, longestSpelling)}…`;
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function tidy(number: number): number {
  return Number(number.toPrecision(15)) || 0;
}
