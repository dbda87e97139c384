import { kebab } from '../api/words.ts';
import type { Call, Example, Expectation, Step, Value } from './model.ts';
import { within } from './value.ts';

/** Anything that speaks of values: a case, a draft of one, a fixture. */
interface Speaker {
  readonly given?: readonly Example[];
  readonly steps: readonly { readonly call: Call; readonly expect: Expectation }[];
}

/** Every value that a speaker speaks of, with all that it is made of. */
export function* valuesOf({ given = [], steps }: Speaker): Generator<Value> {
  for (const { value } of given) yield* within(value);
  for (const step of steps) yield* valuesOfStep(step);
}

function* valuesOfStep({ call, expect }: Pick<Step, 'call' | 'expect'>): Generator<Value> {
  for (const value of [
    call.pathParameters,
    call.query,
    call.headers,
    call.cookies,
    call.body?.value,
    expect.containing,
  ]) {
    if (value !== undefined) yield* within(value);
  }
  for (const check of expect.checks ?? []) yield* within(check.item);
}

/** Names (kebab-case) of the examples that the speakers use, directly or by way of another example. */
export function exampleNames(
  speakers: readonly Speaker[],
  examples: ReadonlyMap<string, Example>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: Value) => {
    if (value.kind !== 'example') return;
    const name = kebab(value.name);
    if (found.has(name)) return;
    found.add(name);
    for (const inner of within(examples.get(name)!.value)) visit(inner);
  };
  for (const speaker of speakers) for (const value of valuesOf(speaker)) visit(value);
  return found;
}
