const cache = new Map<string, RegExp | undefined>();

/**
 * A contract's `pattern` as JavaScript reads it: with the `u` flag (ECMA-262, as JSON Schema recommends) where it speaks
 * of more than ASCII, else without it, which means the same there and lets V8 leave a pattern that backtracks without end
 * to its linear engine (see cli.ts). Undefined where neither reads it: then the keyword promises nothing.
 */
export function readPattern(pattern: string): RegExp | undefined {
  if (!cache.has(pattern)) {
    const [first, second] = isBeyondAscii(pattern) ? (['u', ''] as const) : (['', 'u'] as const);
    cache.set(pattern, compile(pattern, first) ?? compile(pattern, second));
  }
  return cache.get(pattern);
}

function isBeyondAscii(pattern: string): boolean {
  return /\\[pPu]|[^\0-\x7F]/.test(pattern);
}

/** Length of a text in code points, as minLength and maxLength count (RFC 8259 characters). */
export function lengthOf(text: string): number {
  if (!/[\uD800-\uDBFF]/.test(text)) return text.length;
  let length = text.length;
  for (let index = 0; index < text.length - 1; index++) {
    if (isHigh(text.charCodeAt(index)) && isLow(text.charCodeAt(index + 1))) length--;
  }
  return length;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

function compile(pattern: string, flags: 'u' | ''): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined;
    throw problem;
  }
}
