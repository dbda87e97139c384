import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import type { Part } from './parts.ts';
import { memberOf } from './pointer.ts';

const longestHint = 1_000;

/** A schema with one more example, the best of all. */
export function withExample(schema: JsonSchema, example: Json | undefined): JsonSchema {
  return example === undefined ? schema : { examples: [example], allOf: [schema] };
}

/** What the contract itself suggests for a value, the best first: examples of the whole, then its own, then defaults. */
export function hintsOf(parts: readonly Part[], outer: readonly Json[]): readonly Json[] {
  const hints = [...outer];
  for (const { schema } of parts) hints.push(...(schema.examples ?? []));
  for (const { schema } of parts)
    if (schema.default !== undefined && saysSomething(schema.default)) hints.push(schema.default);
  return hints;
}

/** What the suggestions for an object say of one member. */
export function hintsForMember(hints: readonly Json[], name: string): readonly Json[] {
  return hints
    .flatMap((hint) => (isObject(hint) ? [memberOf(hint, name)] : []))
    .filter((hint) => hint !== undefined);
}

/** What the suggestions for an array say of one item. */
export function hintsForItem(hints: readonly Json[], index: number): readonly Json[] {
  return hints.flatMap((hint) => (isArray(hint) && hint[index] !== undefined ? [hint[index]] : []));
}

/** Suggestions that can be taken as they are: scalars of a sensible length. */
export function scalarHints(hints: readonly Json[]): readonly Json[] {
  return hints.filter(
    (hint) => hint !== null && typeof hint !== 'object' && String(hint).length <= longestHint,
  );
}

/** A default of nothing (`null`, `''`, `[]`, `{}`) is what one gets for sending nothing; no good example. */
function saysSomething(value: Json): boolean {
  if (value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
