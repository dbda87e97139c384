import { kebab } from '../api/words.ts';
import type { Check, Expectation } from './expectation.ts';
import type { Call, Example, Step } from './model.ts';
import { partsOf, type Value } from './value.ts';

/** Anything that speaks of values: a case, a draft of one, a fixture. */
interface Speaker {
  readonly given?: readonly Example[];
  readonly steps: readonly { readonly call: Call; readonly expect: Expectation }[];
}

/** The values that a speaker speaks of. */
export function valuesOf({ given = [], steps }: Speaker): readonly Value[] {
  return [...given.map(({ value }) => value), ...steps.flatMap(valuesOfStep)];
}

function valuesOfStep({ call, expect }: Pick<Step, 'call' | 'expect'>): readonly Value[] {
  const { pathParameters, query, headers, cookies, body, credentials } = call;
  return [
    ...[pathParameters, query, headers, cookies, body?.value, expect.containing].filter(
      (value) => value !== undefined,
    ),
    ...(credentials?.kind === 'held' ? Object.values(credentials.values) : []),
    ...(expect.checks ?? []).flatMap(valuesOfCheck),
  ];
}

function valuesOfCheck(check: Check): readonly Value[] {
  switch (check.kind) {
    case 'lists':
    case 'lacks':
      return [check.item];
    case 'forgets':
      return [check.members];
    case 'every':
      return [check.value];
    case 'sorted':
    case 'empty':
    case 'allows':
    case 'meets':
      return [];
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
