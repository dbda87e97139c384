import type { Value } from '../model/value.ts';

type Seed = Extract<Value, { readonly kind: 'seed' }>;

/** The values that only the user knows. They stand in the set-up because a test that speaks of them was printed. */
export class Seeds {
  readonly #known = new Map<string, Seed>();

  /** Speaks of a value, and returns its name. Of one that was spoken of before, what is new is added. */
  use(seed: Seed): string {
    this.#known.set(seed.name, { ...seed, ...this.#known.get(seed.name) });
    return seed.name;
  }

  /** By name, in its order. */
  all(): readonly Seed[] {
    return [...this.#known.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }
}
