import type { Words } from '../api/words.ts';

export { wordsOf } from '../api/words.ts';

/** `['create', 'book']` → `createBook` */
export function camel(words: Words): string {
  const [first = '', ...rest] = plain(words);
  return first + rest.map(capital).join('');
}

/** `['create', 'book']` → `CreateBook` */
export function pascal(words: Words): string {
  return plain(words).map(capital).join('');
}

/** `['create', 'book']` → `create_book` */
export function snake(words: Words): string {
  return plain(words).join('_');
}

/** `['create', 'book']` → `CREATE_BOOK` */
export function constant(words: Words): string {
  return snake(words).toUpperCase();
}

/**
 * Letters and digits of ASCII alone remain, so that the result is an identifier everywhere, but for a digit at its
 * beginning. It is empty when nothing remains.
 */
function plain(words: Words): readonly string[] {
  if (words.every((word) => /^[a-z0-9]+$/.test(word))) return words;
  return words.map((word) => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')).filter((word) => word !== '');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The names that can be seen from one place of a program: what is taken there can't be taken again. */
export class Scope {
  readonly #taken: Set<string>;
  readonly #outer: Scope | undefined;

  /** @param taken names that nobody may take: reserved words, imports */
  constructor(taken: Iterable<string>, outer?: Scope) {
    this.#taken = new Set(taken);
    this.#outer = outer;
  }

  /** Takes the name, or, where it is taken, the name with the first number that is free, from 2. */
  take(name: string, separator = '_'): string {
    let free = name;
    for (let number = 2; this.#has(free); number += 1) free = `${name}${separator}${number}`;
    this.#taken.add(free);
    return free;
  }

  /** A scope inside: it sees all that is taken here, and what it takes is not seen here. */
  inner(): Scope {
    return new Scope([], this);
  }

  #has(name: string): boolean {
    return this.#taken.has(name) || (this.#outer !== undefined && this.#outer.#has(name));
  }
}
