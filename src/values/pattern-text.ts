import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { generateSync } from 'json-schema-faker';
import { lengthOf, readPattern } from './patterns.ts';
import { hash } from './seed.ts';

/** What a text of a pattern must be besides matching it. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

const attempts = 24;

/**
 * Texts that match a pattern and have one of the lengths, by json-schema-faker, each verified; the same for the same
 * seed. Ends after some attempts: none at all means that no text was found, not that there is none.
 */
export function* textsOfPattern(pattern: string, { min, max }: Lengths, seed: string): Generator<string> {
  const expression = readPattern(pattern);
  if (!expression) return;
  const fits = (text: string): boolean => {
    const length = lengthOf(text);
    return length >= min && length <= max && expression.test(text);
  };
  const readable = withoutUnicodeClasses(pattern);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const text = generate(readable, hash(`${seed}/${attempt}`));
    if (text === undefined) return;
    const found = [text, ...resized(text, { min, max })].find(fits);
    if (found !== undefined) yield found;
  }
}

let loaded: typeof generateSync | undefined;

/** The library is loaded when the first pattern is met: most contracts have none, and loading it takes 5 ms. */
function generate(pattern: string, seed: number): string | undefined {
  loaded ??= load();
  try {
    const made = loaded({ type: 'string', pattern }, { seed });
    return typeof made === 'string' && made.length <= 10_000 ? made : undefined;
  } catch (problem) {
    if (problem instanceof Error) return undefined; // a construct that it does not know; the caller reports the pattern
    throw problem;
  }
}

/** Node 20.19 and later load ES modules with `require`; the package exports itself to `import` alone, so by its file. */
function load(): typeof generateSync {
  const file = fileURLToPath(import.meta.resolve('json-schema-faker'));
  const module = createRequire(import.meta.url)(file) as { readonly generateSync: typeof generateSync };
  return module.generateSync;
}

/** json-schema-faker takes `\p{L}` letter by letter. */
function withoutUnicodeClasses(pattern: string): string {
  return pattern.replaceAll(
    /(\[(?:[^\]\\]|\\.)*)?\\p\{(\w+)(?:=\w+)?\}/g,
    (_, open: string | undefined, name: string) => {
      const range = name.startsWith('N') ? '0-9' : name === 'Ll' ? 'a-z' : name === 'Lu' ? 'A-Z' : 'a-zA-Z';
      return open === undefined ? `[${range}]` : open + range;
    },
  );
}

/** The same text with one stretch cut out, or one character repeated, so that its length is right. */
function* resized(text: string, { min, max }: Lengths): Generator<string> {
  const characters = [...text];
  const excess = characters.length - max;
  const lack = min - characters.length;
  if (excess > 0) yield* characters.map((_, index) => characters.toSpliced(index, excess).join(''));
  if (lack <= 0 || lack > 10_000) return;
  yield* characters.map((one, index) => characters.toSpliced(index, 0, one.repeat(lack)).join(''));
}
