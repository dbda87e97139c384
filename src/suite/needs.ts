import type { Words } from '../api/words.ts';
import type { Check, Expectation } from '../model/expectation.ts';
import type { Call, Example } from '../model/model.ts';
import type { Value, ValuePath } from '../model/value.ts';

/** Something that is known only while a case runs: a name that a value speaks of. */
export interface Need {
  /** `answer`: all of what was saved, where `saved` is its body. */
  readonly of: 'fixture' | 'saved' | 'answer' | 'given' | 'row';
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
      case 'text':
        return value.parts.forEach(visit);
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
        note({ of: value.in === 'body' ? value.of : 'answer', name: value.name });
        return;
      case 'example':
        return ofExample(value.name).forEach((need) => note(meantBy(need, value)));
    }
  };
  values.forEach(visit);
  return [...needs.values()];
}

/** What an example needs where it is made about something else than its fixture. */
export function meantBy(need: Need, { about }: Extract<Value, { readonly kind: 'example' }>): Need {
  const isOther = about !== undefined && need.of === 'fixture' && keyOf(need.name) === keyOf(about.fixture);
  return isOther ? { of: 'saved', name: about.saved } : need;
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
    case 'text':
      return value.parts.every((part) => isConstant(part, examples));
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

export function valuesOfCall({ credentials, ...call }: Call): readonly Value[] {
  const { follows, pathParameters, query, headers, cookies, body } = call;
  const held = credentials?.kind === 'held' ? Object.values(credentials.values) : [];
  const location =
    follows && ({ kind: 'part', of: 'saved', in: 'header', name: follows, header: 'Location' } as const);
  return [location, pathParameters, query, headers, cookies, body?.value, ...held].filter(
    (value) => value !== undefined,
  );
}

export function valuesOfExpectation({ containing, checks = [] }: Expectation): readonly Value[] {
  return [
    ...(containing === undefined ? [] : [containing]),
    ...checks.flatMap((check) => checkedValues(check)),
  ];
}

/** What a check speaks of. */
function checkedValues(check: Check): readonly Value[] {
  switch (check.kind) {
    case 'lists':
    case 'lacks':
      return [check.item];
    case 'every':
      return [check.value];
    case 'either':
      return check.values;
    case 'forgets':
      return [check.members];
    case 'sorted':
    case 'empty':
    case 'meets':
    case 'allows':
      return [];
  }
}
