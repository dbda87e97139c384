import { kebab } from '../api/words.ts';
import type { Call, Example, Expectation, Step, Value } from './model.ts';
import { partsOf } from './value.ts';

/** Anything that speaks of values: a case, a draft of one, a fixture. */
interface Speaker {
  readonly given?: readonly Example[];
  readonly steps: readonly { readonly call: Call; readonly expect: Expectation }[];
}

/** The values that a speaker speaks of. */
export function valuesOf({ given = [], steps }: Speaker): readonly Value[] {
  const found = given.map(({ value }) => value);
  for (const step of steps) addValues(found, step);
  return found;
}

function addValues(found: Value[], { call, expect }: Pick<Step, 'call' | 'expect'>): void {
  const { pathParameters, query, headers, cookies, body, credentials } = call;
  for (const value of [pathParameters, query, headers, cookies, body?.value, expect.containing])
    if (value !== undefined) found.push(value);
  if (credentials?.kind === 'held') found.push(...Object.values(credentials.values));
  for (const check of expect.checks ?? []) {
    if ('item' in check) found.push(check.item);
    else if ('value' in check) found.push(check.value);
  }
}

/**
 * Visits values and all that they are made of, by way of examples, too: `look` sees each once, however many share it, for
 * the cases of an operation share most of theirs. Literals are made of nothing, and are not looked at.
 */
export function visitor(
  examples: ReadonlyMap<string, Example>,
  look: (value: Value) => void,
): (value: Value) => void {
  const seen = new Set<Value>();
  const visit = (value: Value): void => {
    if (value.kind === 'literal' || seen.has(value)) return;
    seen.add(value);
    look(value);
    if (value.kind === 'example') visit(examples.get(kebab(value.name))!.value);
    else for (const part of partsOf(value)) visit(part);
  };
  return visit;
}

/** Names (kebab-case) of the examples that the speakers use, directly or by way of another example. */
export function exampleNames(
  speakers: readonly Speaker[],
  examples: ReadonlyMap<string, Example>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = visitor(examples, (value) => {
    if (value.kind === 'example') found.add(kebab(value.name));
  });
  for (const speaker of speakers) valuesOf(speaker).forEach(visit);
  return found;
}
