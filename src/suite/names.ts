import type { Words } from '../api/words.ts';
import type { Example, Suite, TestModel } from '../model/model.ts';
import type { Value } from '../model/value.ts';
import { Scope } from '../print/names.ts';
import { isConstant, keyOf, needsOf, type Need, type NeedsOfExample } from './needs.ts';
import { Seeds } from './seeds.ts';
import type { Spelling } from './spelling.ts';
import { repeatedUploads, sentByFixtures, sentBySuite, type Uploads } from './uploads.ts';

/** An example as other code speaks of it: a constant, or a function of what it needs. */
export interface Named {
  readonly example: Example;
  readonly name: string;
  readonly isConstant: boolean;
  readonly needs: readonly Need[];
  /** Where it is defined. */
  readonly module: string;
}

/** The names that one module can see. */
export interface ModuleNames {
  readonly spelling: Spelling;
  readonly scope: Scope;
  readonly examples: ReadonlyMap<string, Named>;
  readonly fixtures: ReadonlyMap<string, string>;
  readonly uploads: Uploads;
  /** Of the whole suite. */
  readonly seeds: Seeds;
}

/**
 * The names of the module of fixtures, which every module of tests sees too.
 *
 * @param module What that module is called.
 */
export function sharedNames(model: TestModel, module: string, spelling: Spelling): ModuleNames {
  const scope = new Scope(spelling.reserved);
  const fixtures = new Map(
    model.fixtures.map(
      ({ name }) => [keyOf(name), scope.take(spelling.fixture(name), spelling.separator)] as const,
    ),
  );
  const outer: ModuleNames = {
    spelling,
    scope,
    fixtures,
    examples: new Map(),
    uploads: new Map(),
    seeds: new Seeds(),
  };
  return withValues(outer, { examples: model.examples, values: sentByFixtures(model), module });
}

/** The same names and those of a suite. */
export function suiteNames(outer: ModuleNames, suite: Suite, module: string): ModuleNames {
  return withValues(outer, { examples: suite.examples, values: sentBySuite(suite), module });
}

/** What a module says of its own. */
interface Added {
  readonly module: string;
  readonly examples: readonly Example[];
  /** What it may send files in. */
  readonly values: readonly Value[];
}

function withValues(outer: ModuleNames, { examples: added, values, module }: Added): ModuleNames {
  const { spelling } = outer;
  const scope = outer.scope.inner();
  const own = new Map(added.map((example) => [keyOf(example.name), example]));
  const exampleOf = (name: Words) => own.get(keyOf(name)) ?? outer.examples.get(keyOf(name))?.example;
  const needs = new Map([...outer.examples].map(([key, named]) => [key, named.needs]));
  const ofExample = (name: Words): readonly Need[] => {
    const key = keyOf(name);
    const known = needs.get(key);
    if (known !== undefined) return known;
    const example = own.get(key);
    needs.set(key, []);
    const found = example === undefined ? [] : needsOf([example.value], ofExample);
    needs.set(key, found);
    return found;
  };
  const named = added.map((example): [string, Named] => {
    const isFixed = isConstant(example.value, exampleOf);
    const name = scope.take(spelling.example(example.name, isFixed), spelling.separator);
    return [
      keyOf(example.name),
      { example, name, isConstant: isFixed, needs: ofExample(example.name), module },
    ];
  });
  const take = (words: Words) => scope.take(spelling.upload(words), spelling.separator);
  const uploads = repeatedUploads(values, { take, module, known: outer.uploads });
  return {
    ...outer,
    scope,
    examples: new Map([...outer.examples, ...named]),
    uploads: new Map([...outer.uploads, ...uploads]),
  };
}

/** What the examples that a module can see need. */
export function needsIn({ examples }: ModuleNames): NeedsOfExample {
  return (name) => examples.get(keyOf(name))?.needs ?? [];
}

/** The examples that are constants, each behind those that it is made of. */
export function constantsInOrder(named: readonly Named[]): readonly Named[] {
  const constants = named.filter((one) => one.isConstant);
  const byKey = new Map(constants.map((one) => [keyOf(one.example.name), one]));
  const sorted = new Set<Named>();
  const visit = (one: Named): void => {
    for (const key of examplesIn(one.example.value)) {
      const other = byKey.get(key);
      if (other !== undefined && other !== one) visit(other);
    }
    sorted.add(one);
  };
  constants.forEach(visit);
  return [...sorted];
}

/** The examples that a value is directly made of. */
function examplesIn(value: Value): readonly string[] {
  switch (value.kind) {
    case 'example':
      return [keyOf(value.name)];
    case 'object':
      return Object.values(value.members).flatMap(examplesIn);
    case 'array':
      return value.items.flatMap(examplesIn);
    case 'without':
      return examplesIn(value.of);
    case 'with':
      return [value.of, value.value].flatMap(examplesIn);
    default:
      return [];
  }
}
