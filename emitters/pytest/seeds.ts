import type { Json } from '../../src/model/model.ts';

/** The values that only the user knows. They stand in the set-up because a test that speaks of them was printed. */
export class Seeds {
  readonly #examples = new Map<string, Json | undefined>();

  /** Speaks of a value, with the contract's own example of it, and returns its name. */
  use(name: string, example: Json | undefined): string {
    this.#examples.set(name, this.#examples.get(name) ?? example);
    return name;
  }

  /** By name, in its order. */
  all(): readonly (readonly [name: string, example: Json | undefined])[] {
    return [...this.#examples].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}
