import type { Words } from '../api/words.ts';
import type { ModuleNames } from './names.ts';
import { keyOf, needKey, type Need } from './needs.ts';

/** A variable as a need is spoken of. */
export interface Local {
  readonly variable: string;
  /** Whether the variable is all of an answer and its body is meant: `created.body`. */
  readonly isBodyOf?: true;
}

/** The names inside one function: what it declares, and the fixtures that it asks for. */
export class Locals {
  readonly #names: ReadonlyMap<string, string>;
  readonly #fixtures: ReadonlyMap<string, string>;
  /** The saved answers (by `keyOf`) of which more than the body is spoken of: their names stand for all of the answer. */
  readonly #whole: ReadonlySet<string>;

  /** @param spoken all that the function speaks of */
  constructor(
    { scope, fixtures, spelling }: ModuleNames,
    declared: readonly Need[],
    spoken: readonly Need[] = [],
  ) {
    const inner = scope.inner();
    this.#whole = new Set(spoken.filter(({ of }) => of === 'answer').map(({ name }) => keyOf(name)));
    this.#fixtures = fixtures;
    this.#names = new Map(
      declared.map(
        (need) => [needKey(need), inner.take(spelling.local(need.name), spelling.separator)] as const,
      ),
    );
  }

  /** What becomes of an answer that is kept: the variable, and whether all of it is kept or its body alone. */
  kept(saved: Words): { readonly variable: string; readonly part: 'answer' | 'body' } {
    const variable = this.#variable({ of: 'saved', name: saved });
    return { variable, part: this.#whole.has(keyOf(saved)) ? 'answer' : 'body' };
  }

  /**
   * What a need is called.
   *
   * @throws where the model speaks of something that it doesn't have: a bug of the rule that made it.
   */
  local(need: Need): Local {
    if (need.of === 'answer' && !this.#names.has(needKey(need)))
      return { variable: this.#variable({ of: 'saved', name: need.name }) };
    const variable = this.#variable(need);
    const isBodyOf = need.of === 'saved' && this.#whole.has(keyOf(need.name));
    return { variable, ...(isBodyOf && { isBodyOf }) };
  }

  #variable(need: Need): string {
    const name =
      need.of === 'fixture' ? this.#fixtures.get(keyOf(need.name)) : this.#names.get(needKey(need));
    if (name === undefined)
      throw new Error(`The model speaks of a ${need.of} that it does not have: ${keyOf(need.name)}.`);
    return name;
  }
}
