/**
 * A name before any language spells it: lower-case words of letters and digits, at least one.
 * `['create', 'book']` becomes `createBook`, `create_book` or `CreateBook` when it is printed.
 */
export type Words = readonly string[];
