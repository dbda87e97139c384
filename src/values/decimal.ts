/** A decimal number, exactly: `digits` × 10^`exponent`. What a person wrote as 0.1 is a tenth here. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/**
 * Whether a number is a whole multiple of another one, in decimal arithmetic: 4.35 is a multiple of 0.01
 * (JSON Schema Validation 2020-12 §6.2.1). A step of zero or less says nothing.
 */
export function isMultipleOf(value: number, step: number): boolean {
  if (step <= 0) return true;
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  const [a, b] = aligned(decimal(value), decimal(step));
  return a % b === 0n;
}

/** The smallest multiple of `step` that is not below `bound`, rounded to what a double can say. */
export function multipleFrom(bound: number, step: number): number {
  const [a, b] = aligned(decimal(bound), decimal(step));
  const floor = a / b;
  const factor = floor * b < a ? floor + 1n : floor;
  return times(step, factor);
}

/** `step` × `factor`, exactly, as a double. */
export function times(step: number, factor: bigint): number {
  const { digits, exponent } = decimal(step);
  return Number(`${digits * factor}e${exponent}`);
}

function decimal(value: number): Decimal {
  const [mantissa = '0', power = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint] {
  const exponent = Math.min(a.exponent, b.exponent);
  return [a.digits * 10n ** BigInt(a.exponent - exponent), b.digits * 10n ** BigInt(b.exponent - exponent)];
}
