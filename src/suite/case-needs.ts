import type { Case, Fixture, Step } from '../model/model.ts';
import type { Value } from '../model/value.ts';
import { Locals } from './locals.ts';
import { needsIn, type ModuleNames } from './names.ts';
import { needKey, needsOf, valuesOfCall, valuesOfExpectation, type Need } from './needs.ts';

/** What the function of one case or fixture speaks of, and what it is called there. */
export interface Spoken {
  readonly locals: Locals;
  /** The fixtures that it asks for, in the order in which it speaks of them. */
  readonly fixtures: readonly Need[];
}

/** What a case speaks of. */
export interface SpokenCase extends Spoken {
  /** Its table's columns. */
  readonly columns: readonly Need[];
  /** For each step: what it saves, where a later one speaks of it. */
  readonly kept: readonly (Need | undefined)[];
}

export function spokenByCase(test: Case, names: ModuleNames): SpokenCase {
  const { table, given = [], steps } = test;
  const ofExample = needsIn(names);
  const columns = (table?.columns ?? []).map((name) => ({ of: 'row', name }) as const);
  const needs = needsOf([...given.map(({ value }) => value), ...steps.flatMap(valuesOfStep)], ofExample);
  const declared: readonly Need[] = [
    ...columns,
    ...given.map(({ name }) => ({ of: 'given', name }) as const),
    ...steps.flatMap(({ save }) => (save === undefined ? [] : [{ of: 'saved', name: save } as const])),
  ];
  return {
    columns,
    locals: new Locals(names, declared, needs),
    fixtures: needs.filter(({ of }) => of === 'fixture'),
    kept: steps.map(({ save }, index) => {
      if (save === undefined) return undefined;
      const keys = (['saved', 'answer'] as const).map((of) => needKey({ of, name: save }));
      const later = needsOf(steps.slice(index + 1).flatMap(valuesOfStep), ofExample);
      return later.find((need) => keys.includes(needKey(need)));
    }),
  };
}

export function spokenByFixture({ given = [], call, save, value }: Fixture, names: ModuleNames): Spoken {
  const values = [
    ...given.map((one) => one.value),
    ...valuesOfCall(call),
    ...(value === undefined ? [] : [value]),
  ];
  const needs = needsOf(values, needsIn(names));
  const declared: readonly Need[] = [
    ...given.map(({ name }) => ({ of: 'given', name }) as const),
    ...(save === undefined ? [] : [{ of: 'saved', name: save } as const]),
  ];
  return {
    locals: new Locals(names, declared, needs),
    fixtures: needs.filter(({ of }) => of === 'fixture'),
  };
}

function valuesOfStep({ call, expect, atOnce }: Step): readonly Value[] {
  return [...valuesOfCall(call), ...(atOnce?.bodies ?? []), ...valuesOfExpectation(expect)];
}
