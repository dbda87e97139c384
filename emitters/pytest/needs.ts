import type { Call, Example, Expectation, Value, ValuePath, Words } from '../../src/model/model.ts';

/** Something that is known only while a case runs: a name that a value speaks of. */
export interface Need {
  readonly of: 'fixture' | 'saved' | 'given' | 'row';
  readonly name: Words;
}

/** What an example needs, by its name. */
export type NeedsOfExample = (name: Words) => readonly Need[];

/** An example by its name. */
export type Examples = (name: Words) => Example | undefined;

/** Words as the key of a map. */
export function keyOf(words: Words): string {
  return words.join(' ');
}

export function needKey({ of, name }: Need): string {
  return `${of} ${keyOf(name)}`;
}

/** What values need at run time, examples included, in the order in which they speak of it, each thing once. */
export function needsOf(values: readonly Value[], ofExample: NeedsOfExample): readonly Need[] {
  const needs = new Map<string, Need>();
  const note = (need: Need): void => {
    const key = needKey(need);
    if (!needs.has(key)) needs.set(key, need);
  };
  const visitPath = (path: ValuePath) => {
    if (path.kind === 'row') note({ of: 'row', name: path.column });
  };
  const visit = (value: Value): void => {
    switch (value.kind) {
      case 'literal':
      case 'unique':
      case 'seed':
      case 'file':
        return;
      case 'object':
        return Object.values(value.members).forEach(visit);
      case 'array':
        return value.items.forEach(visit);
      case 'entry':
        note({ of: 'row', name: value.column });
        return visit(value.value);
      case 'without':
        visit(value.of);
        return visitPath(value.path);
      case 'with':
        visit(value.of);
        visitPath(value.path);
        return visit(value.value);
      case 'row':
        note({ of: 'row', name: value.column });
        return;
      case 'given':
        note({ of: 'given', name: value.name });
        return;
      case 'part':
        note({ of: value.of, name: value.name });
        return;
      case 'example':
        return ofExample(value.name).forEach(note);
    }
  };
  values.forEach(visit);
  return [...needs.values()];
}

/** Whether a value is the same in every run, so that it can be made once: nothing in it is known only at run time. */
export function isConstant(value: Value, examples: Examples): boolean {
  switch (value.kind) {
    case 'literal':
    case 'file':
      return true;
    case 'object':
      return Object.values(value.members).every((member) => isConstant(member, examples));
    case 'array':
      return value.items.every((item) => isConstant(item, examples));
    case 'without':
      return value.path.kind === 'pointer' && isConstant(value.of, examples);
    case 'with':
      return (
        value.path.kind === 'pointer' && isConstant(value.of, examples) && isConstant(value.value, examples)
      );
    case 'example': {
      const example = examples(value.name);
      return example !== undefined && isConstant(example.value, examples);
    }
    case 'entry':
    case 'row':
    case 'given':
    case 'part':
    case 'unique':
    case 'seed':
      return false;
  }
}

export function valuesOfCall({ pathParameters, query, headers, cookies, body }: Call): readonly Value[] {
  return [pathParameters, query, headers, cookies, body?.value].filter((value) => value !== undefined);
}

export function valuesOfExpectation({ containing, checks = [] }: Expectation): readonly Value[] {
  return [...(containing === undefined ? [] : [containing]), ...checks.map(({ item }) => item)];
}
