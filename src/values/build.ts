import type { Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { Build } from './building.ts';
import { createHeights } from './endings.ts';
import { withExample } from './hints.ts';
import type { Validator } from './validate.ts';

/** Makes good values of the schemas of one contract. */
export interface Builder {
  build(schema: JsonSchema, options: BuildOptions): Built;
}

export interface BuildOptions {
  /** `minimal`: what is required and nothing else. `maximal`: every property, down to the first recursion. */
  readonly size: 'minimal' | 'maximal';
  /** The place of the value, as text: it alone (with the schema) decides what is made. */
  readonly seed: string;
  /** What the whole value is called: a parameter's name, say. It chooses the kind of sample. */
  readonly name?: string;
  /** The contract's example of the whole value; its members are used as far as they are good. */
  readonly example?: Json;
  /** 0 for the first of several values that should differ, then 1, 2 … */
  readonly variant?: number;
}

export type Built = { readonly value: Json } | { readonly contradiction: Contradiction };

/** Why no value was made. */
export interface Contradiction {
  /** One line, without a full stop. */
  readonly reason: string;
  /** Whether there is none; else there may be one that was not found. */
  readonly isProved: boolean;
  /** JSON Pointer without its leading slash into the value that would have been made. */
  readonly pointer: string;
}

/**
 * A builder whose every value has been validated before it is returned; what cannot be met is said, never returned.
 *
 * Values come from the contract first (examples, default, const, enum), then from format, name, bounds and pattern.
 * A recursion ends at the first optional or nullable turn, else by the shortest branch. The same schema, size and seed
 * give the same value, on every machine; each part depends on its own place alone.
 */
export function createBuilder(schemas: Schemas, validator: Validator): Builder {
  const heightOf = createHeights(schemas);
  return {
    build(schema, { size, seed, name = '', example, variant = 0 }) {
      const build = new Build({ schemas, heightOf, validator, size, seed });
      const value = build.whole(withExample(schema, example), name, variant);
      if (value !== undefined) return { value };
      return { contradiction: build.contradiction };
    },
  };
}
