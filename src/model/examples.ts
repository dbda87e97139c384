import { kebab } from '../api/words.ts';
import type { Check } from './expectation.ts';
import type { Example, Step } from './model.ts';
import type { Value } from './value.ts';
import { partsOf } from './value.ts';

/** Anything that speaks of values: a case, a draft of one, a fixture. */
interface Speaker {
  readonly given?: readonly Example[];
  readonly steps: readonly Pick<Step, 'call' | 'expect' | 'atOnce'>[];
}

/** Shows the values that a speaker speaks of. No list is made of them: a large contract has ten thousand cases. */
export function eachValue({ given, steps }: Speaker, look: (value: Value) => void): void {
  given?.forEach(({ value }) => look(value));
  steps.forEach(({ call, expect, atOnce }) => {
    if (call.pathParameters) look(call.pathParameters);
    if (call.query) look(call.query);
    if (call.headers) look(call.headers);
    if (call.cookies) look(call.cookies);
    if (call.body) look(call.body.value);
    if (expect.containing) look(expect.containing);
    if (call.credentials?.kind === 'held') Object.values(call.credentials.values).forEach(look);
    atOnce?.bodies?.forEach(look);
    expect.checks?.forEach((check) => lookInto(check, look));
  });
}

function lookInto(check: Check, look: (value: Value) => void): void {
  switch (check.kind) {
    case 'lists':
    case 'lacks':
      return look(check.item);
    case 'either':
      return check.values.forEach(look);
    case 'forgets':
      return look(check.members);
    case 'every':
      return look(check.value);
    case 'sorted':
    case 'empty':
    case 'allows':
    case 'meets':
      return;
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
    else partsOf(value).forEach(visit);
  };
  return visit;
}

/** Names (kebab-case) of what is used, directly or by way of an example. */
export interface Uses {
  readonly examples: ReadonlySet<string>;
  readonly fixtures: ReadonlySet<string>;
}

/** The examples and the fixtures that speakers use. */
export function usesOf(speakers: readonly Speaker[], examples: ReadonlyMap<string, Example>): Uses {
  const found = { examples: new Set<string>(), fixtures: new Set<string>() };
  const visit = visitor(examples, (value) => {
    if (value.kind === 'example') found.examples.add(kebab(value.name));
    else if (value.kind === 'part' && value.of === 'fixture') found.fixtures.add(kebab(value.name));
  });
  for (const speaker of speakers) eachValue(speaker, visit);
  return found;
}
