import type { Words } from '../api/words.ts';

/** How a language spells the names that a suite brings along: always an identifier, never one that is reserved. */
export interface Spelling {
  /** Names that nobody may take: reserved words, what the support code exports. */
  readonly reserved: Iterable<string>;
  /** What stands in front of the number that makes a name unique: `book_2`, `book2`. */
  readonly separator: string;
  /** A named example: a constant, or a function that makes it. */
  example(name: Words, isConstant: boolean): string;
  /** A thing that is there before a case. */
  fixture(name: Words): string;
  /** A file to send, as a constant. */
  upload(name: Words): string;
  /** A variable or parameter inside a function. */
  local(name: Words): string;
}
