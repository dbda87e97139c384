import { answeredOnce, answeredOnceOf } from './remembered.ts';

/**
 * A name before any language spells it: lower-case words of letters and digits, at least one.
 * `['create', 'book']` becomes `createBook`, `create_book` or `CreateBook` when it is printed.
 */
export type Words = readonly string[];

/**
 * The words of any text: split at case changes and at whatever is neither a letter nor a digit; accents are dropped
 * (`Été 2Go` → `ete`, `2`, `go`). May be empty.
 */
export const wordsOf = answeredOnceOf(
  // Each text is taken apart once: a large contract asks 50,000 times about some 3,000 names.
  (text): Words =>
    plain(text)
      .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
);

/** Without accents and ligatures; most names have none. */
function plain(text: string): string {
  return /^[ -~]*$/.test(text) ? text : text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

/** `['create', 'book']` → `create-book`. */
export const kebab = answeredOnce((words: Words): string => words.join('-'));
