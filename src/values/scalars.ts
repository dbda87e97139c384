import type { Json } from '../api/json.ts';
import { isMultipleOf, multipleFrom } from './decimal.ts';
import { largest, type Part, smallest } from './parts.ts';
import { textsOfPattern } from './pattern-text.ts';
import { lengthOf } from './patterns.ts';
import { numberNamed, textsNamed, textsOfFormat } from './samples.ts';
import { hash } from './seed.ts';

/** Where a scalar is made. */
export interface Spot {
  /** The property's (or parameter's) name, or that of the array around; `''` where there is none. */
  readonly name: string;
  /** What makes the choice between samples: a text of the place alone. */
  readonly seed: string;
  /** 0 for the first of several values that should differ, then 1, 2 … */
  readonly variant: number;
}

/** The longest text that is made; a schema that wants a longer one gets none. */
export const longestText = 100_000;

/** Texts that may meet the parts, the most readable first; the caller verifies each. */
export function* textsFor(parts: readonly Part[], spot: Spot): Generator<string> {
  const min = largest(parts, 'minLength') ?? 0;
  const max = smallest(parts, 'maxLength') ?? Infinity;
  if (min > max || min > longestText) return;
  const patterns = parts.flatMap(({ schema }) => schema.pattern ?? []);
  const ofFormat = parts.flatMap(({ schema }) =>
    schema.format === undefined ? [] : textsOfFormat(schema.format),
  );
  const named = textsNamed(spot.name);
  const samples = ofFormat.length > 0 ? ofFormat : named;
  const uncut = samples.filter((sample) => lengthOf(sample) >= min && lengthOf(sample) <= max);
  const words = chosen(uncut.length > 0 ? uncut : samples, spot);
  for (const word of words) yield fitted(word, { min, max });
  if (patterns.length > 0) {
    const fitting = words.flatMap((word) => [
      word.toLowerCase(),
      word.toUpperCase(),
      word.replaceAll(/[^A-Za-z0-9]/g, ''),
    ]);
    for (const word of [...fitting, ...plainTexts]) yield fitted(word, { min, max });
    for (const pattern of patterns)
      yield* textsOfPattern(pattern, { min, max }, `${spot.seed}/${spot.variant}`);
  }
  for (const word of [...ofFormat, ...named, ...plainTexts]) yield fitted(word, { min, max });
}

const plainTexts = [
  'a',
  'A',
  '1',
  '12',
  'a1',
  'A1',
  'a-1',
  '2024-03-01',
  '1.0',
  '#',
  '/a',
  '',
  'a@b.io',
  'a:b',
  '::1',
];

/** A sample that the place alone chooses; of several values each gets another one. */
function chosen(samples: readonly string[], { seed, variant }: Spot): readonly string[] {
  const word = samples[(hash(seed) + variant) % samples.length]!;
  return variant < samples.length
    ? [word]
    : [`${word} ${variant + 1}`, `${word}${variant + 1}`, `${variant}${word}`];
}

/** A text brought to a length in code points: cut, or repeated in words. */
function fitted(text: string, { min, max }: { readonly min: number; readonly max: number }): string {
  const length = lengthOf(text);
  if (length > max) return start(text, max).replace(/ $/, 'a');
  if (length >= min) return text;
  const word = text === '' ? 'a' : text;
  const isSentence = /^[A-Z][a-z ]+$/.test(word);
  const repeated = (isSentence ? `${word} ` : word.slice(-1)).repeat(
    Math.ceil(min / (isSentence ? lengthOf(word) + 1 : 1)),
  );
  const long = isSentence ? repeated : word + repeated;
  return start(long, min).replace(/ $/, 'a');
}

/** As many code points of a text; where each is one unit, without taking it apart. */
function start(text: string, length: number): string {
  return lengthOf(text) === text.length ? text.slice(0, length) : [...text].slice(0, length).join('');
}

/** Numbers that may meet the parts, the shortest first; the caller verifies each. */
export function* numbersFor(
  parts: readonly Part[],
  { name, variant }: Spot,
  isInteger: boolean,
): Generator<number> {
  const low = Math.max(
    largest(parts, 'minimum') ?? -Infinity,
    largest(parts, 'exclusiveMinimum') ?? -Infinity,
  );
  const high = Math.min(
    smallest(parts, 'maximum') ?? Infinity,
    smallest(parts, 'exclusiveMaximum') ?? Infinity,
  );
  const steps = parts.flatMap(({ schema }) => schema.multipleOf ?? []).filter((step) => step > 0);
  const step = commonStep(isInteger ? [1, ...steps] : steps);
  const sample = numberNamed(name);
  const near = [sample, 1, 10, 100, 0].map(
    (number) => (isInteger ? Math.round(number) : number) + variant * (step ?? 1),
  );
  const between = variant === 0 && low > -Infinity && high < Infinity ? roundest(low, high) : [];
  const fromLow = low > -Infinity ? [low, low + 1].map((number) => number + variant * (step ?? 1)) : [];
  const fromHigh = high < Infinity ? [high, high - 1].map((number) => number - variant * (step ?? 1)) : [];
  const last = isInteger ? [] : [1.5 + variant, low + (high - low) / 2 ** (variant + 1)];
  const all = [...near, ...between, ...fromLow, ...fromHigh, ...last].filter(Number.isFinite);
  const onStep = all.flatMap((number) => {
    if (step === undefined || isMultipleOf(number, step)) return [number];
    const above = multipleFrom(number, step);
    return [above, Number((above - step).toPrecision(15))];
  });
  for (const number of new Set(onStep)) if (number >= low && number <= high) yield number;
}

/** The number between two bounds that has the fewest decimals. */
function roundest(low: number, high: number): readonly number[] {
  const middle = low / 2 + high / 2;
  const rounded = [0, 1, 2, 3, 6, 9, 12].map((digits) => Number(middle.toFixed(digits)));
  return [...rounded, middle].filter((number) => number > low && number < high).slice(0, 2);
}

/** A step on which all the steps meet, near enough to try; undefined for none. */
function commonStep(steps: readonly number[]): number | undefined {
  if (steps.length === 0) return undefined;
  return steps.reduce((a, b) => {
    if (isMultipleOf(a, b)) return a;
    for (let factor = 1; factor <= 1000; factor++) {
      const product = Number((b * factor).toPrecision(15));
      if (isMultipleOf(product, a)) return product;
    }
    return a * b;
  });
}

/** The truth values, in turns. */
export function booleansFor({ variant }: Spot): readonly boolean[] {
  return variant % 2 === 0 ? [true, false] : [false, true];
}

/** Listed values, in turns; null after all others. */
export function listedFor(values: readonly Json[], { variant }: Pick<Spot, 'variant'>): readonly Json[] {
  const named = values.filter((value) => value !== null);
  const start = named.length === 0 ? 0 : variant % named.length;
  return [...named.slice(start), ...named.slice(0, start), ...values.filter((value) => value === null)];
}
