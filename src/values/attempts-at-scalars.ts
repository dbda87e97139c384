import type { Json } from '../api/json.ts';
import type { Attempt } from './attempts.ts';
import { isMultipleOf } from './decimal.ts';
import { isEqual } from './equality.ts';
import { hasFormat, isStrictFormat } from './formats.ts';
import type { Part } from './parts.ts';
import { lengthOf, readPattern } from './patterns.ts';

/** The longest text that a deviation sends, and the longest where a pattern has to be searched in it. */
const longestText = 10_000;
const longestSearched = 2_000;

/** Just outside of each bound of a number, and beside its step. */
export function numberAttempts(part: Part, value: number): readonly Attempt[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = part.schema;
  const step = multipleOf ?? 1;
  const attempts: Attempt[] = [];
  const outside = (
    keyword: string,
    variant: string,
    [bound, numbers]: readonly [number, readonly number[]],
  ): void => {
    const says = bounds[keyword as keyof typeof bounds] + String(bound);
    const about = { group: 'bounds', keyword, variant, says, origin: originOf(part, keyword) } as const;
    const isExact = Math.abs(bound) <= Number.MAX_SAFE_INTEGER;
    const reason = `the next number beyond ${bound} cannot be written exactly`;
    if (isExact) attempts.push({ ...about, changes: numbers.map(changeTo) });
    else attempts.push({ ...about, omitted: { code: 'not-exact', reason } });
  };
  if (minimum !== undefined)
    outside('minimum', 'below-minimum', [minimum, [tidy(minimum - step), minimum - 1]]);
  if (maximum !== undefined)
    outside('maximum', 'above-maximum', [maximum, [tidy(maximum + step), maximum + 1]]);
  if (exclusiveMinimum !== undefined)
    outside('exclusiveMinimum', 'at-exclusive-minimum', [exclusiveMinimum, [exclusiveMinimum]]);
  if (exclusiveMaximum !== undefined)
    outside('exclusiveMaximum', 'at-exclusive-maximum', [exclusiveMaximum, [exclusiveMaximum]]);
  if (multipleOf !== undefined && multipleOf > 0) {
    const beside = [value + 1, value + 0.5, tidy(value + multipleOf / 2), tidy(value - multipleOf / 2)];
    const changes = beside.filter((number) => !isMultipleOf(number, multipleOf)).map(changeTo);
    const says = `is not a multiple of ${multipleOf}`;
    attempts.push({
      group: 'bounds',
      keyword: 'multipleOf',
      variant: 'not-a-multiple',
      says,
      origin: originOf(part, 'multipleOf'),
      changes,
    });
  }
  return attempts;
}

const bounds = {
  minimum: 'is below ',
  maximum: 'is above ',
  exclusiveMinimum: 'is not above ',
  exclusiveMaximum: 'is not below ',
} as const;

/** Too short, too long, against the pattern, and without the format. */
export function textAttempts(part: Part, value: string): readonly Attempt[] {
  const { minLength = 0, maxLength, pattern, format } = part.schema;
  const attempts: Attempt[] = [];
  if (minLength > 0 && minLength <= longestText) {
    const about = {
      group: 'bounds',
      keyword: 'minLength',
      variant: 'too-short',
      origin: originOf(part, 'minLength'),
    } as const;
    attempts.push({
      ...about,
      says: `is shorter than ${minLength}`,
      changes: [changeTo(resized(value, minLength - 1))],
    });
  }
  if (maxLength !== undefined) {
    const about = {
      group: 'bounds',
      keyword: 'maxLength',
      variant: 'too-long',
      origin: originOf(part, 'maxLength'),
    } as const;
    const says = `is longer than ${maxLength}`;
    const limit = pattern === undefined ? longestText : longestSearched;
    if (maxLength > limit)
      attempts.push({
        ...about,
        says,
        omitted: { code: 'too-large', reason: `a text longer than ${maxLength} is too large to send` },
      });
    else attempts.push({ ...about, says, changes: tooLong(part, value, maxLength + 1).map(changeTo) });
  }
  const expression = pattern === undefined ? undefined : readPattern(pattern);
  if (expression) {
    const changes = strange(value)
      .filter((text) => !expression.test(text))
      .map(changeTo);
    const says = 'does not match its pattern';
    attempts.push({
      group: 'value',
      keyword: 'pattern',
      variant: 'against-pattern',
      says,
      origin: originOf(part, 'pattern'),
      changes,
    });
  }
  if (format !== undefined && isStrictFormat(format)) {
    const changes = [`not-a-${format}`, ...strange(value)]
      .filter((text) => !hasFormat(text, format))
      .map(changeTo);
    const says = `is not a valid ${format}`;
    attempts.push({
      group: 'value',
      keyword: 'format',
      variant: `not-a-${format}`,
      says,
      origin: originOf(part, 'format'),
      changes,
    });
  }
  return attempts;
}

/** A value that is not in the enumeration, or not the constant, but of the same type. */
export function valueAttempts(part: Part, value: Json | undefined): readonly Attempt[] {
  const attempts: Attempt[] = [];
  const { enum: listed, const: constant } = part.schema;
  const others = (allowed: readonly Json[]): Attempt & { changes: unknown } => ({
    group: 'value',
    keyword: 'enum',
    variant: 'not-in-enum',
    says: 'is not one of its values',
    origin: originOf(part, 'enum'),
    changes: strangersTo(allowed, value).map(changeTo),
  });
  if (listed) attempts.push(others(listed));
  if (constant !== undefined) {
    const about = { keyword: 'const', variant: 'not-the-constant', origin: originOf(part, 'const') };
    attempts.push({ ...others([constant]), ...about, says: `is not ${JSON.stringify(constant)}` });
  }
  return attempts;
}

/** Where a keyword stands. */
export function originOf({ origin }: Part, ...segments: readonly (string | number)[]): Part['origin'] {
  return { ...origin, segments: [...origin.segments, ...segments] };
}

function changeTo(value: Json): { readonly kind: 'with'; readonly value: Json } {
  return { kind: 'with', value };
}

function strangersTo(allowed: readonly Json[], value: Json | undefined): readonly Json[] {
  const sample = value ?? allowed.find((one) => one !== null);
  const numbers = allowed.filter((one) => typeof one === 'number');
  const candidates: Readonly<Record<string, readonly Json[]>> = {
    string: ['no-such-value', 'none-of-these', 'x'],
    number: [Math.max(0, ...numbers) + 1],
    boolean: [true, false],
    object: ['no-such-value'],
  };
  return (candidates[typeof sample] ?? []).filter((one) => !allowed.some((other) => isEqual(one, other)));
}

/** The same text with something in it that few patterns take, of the same length where that is possible. */
function strange(value: string): readonly string[] {
  const rest = [...value].slice(1).join('');
  return [
    ...['!', '#', ' ', 'é', 'x', '1'].map((one) => one + rest),
    ...['!', '#', 'x', '1', '-'].map((one) => one.repeat(lengthOf(value) || 1)),
    '',
    '!',
    '?!',
    ' ',
    '\n',
  ];
}

function resized(text: string, length: number): string {
  const characters = [...text];
  return characters.length >= length
    ? characters.slice(0, length).join('')
    : text + (characters.at(-1) ?? 'x').repeat(length - characters.length);
}

/** Texts of a length: the plainest that there is where nothing but the length is promised, else the good one stretched. */
function tooLong({ schema: { pattern, format } }: Part, value: string, length: number): readonly string[] {
  const plain = pattern === undefined && format === undefined ? ['x'.repeat(length)] : [];
  return [...plain, ...stretched(value, length)];
}

/** Longer texts: the last character repeated, else one further in front, so that a pattern may still match. */
function stretched(text: string, length: number): readonly string[] {
  const characters = [...text];
  const lack = length - characters.length;
  if (lack <= 0 || characters.length === 0) return [resized(text, length)];
  const positions = [...characters.keys()].toReversed().slice(0, 20);
  return positions.map((index) => characters.toSpliced(index, 0, characters[index]!.repeat(lack)).join(''));
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function tidy(number: number): number {
  return Number(number.toPrecision(15));
}
