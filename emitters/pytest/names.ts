import type { Words } from '../../src/api/words.ts';
import type { Example, Suite, TestModel } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';
import { constant, Scope } from '../../src/print/names.ts';
import { isConstant, keyOf, needsOf, type Need, type NeedsOfExample } from './needs.ts';
import { identifier, reserved } from './reserved.ts';
import { Seeds } from './seeds.ts';
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
  readonly scope: Scope;
  readonly examples: ReadonlyMap<string, Named>;
  readonly fixtures: ReadonlyMap<string, string>;
  readonly uploads: Uploads;
  /** Of the whole suite. */
  readonly seeds: Seeds;
}

/** The names of itc_fixtures.py, which every module of tests sees too. */
export function sharedNames(model: TestModel): ModuleNames {
  const scope = new Scope(reserved);
  const fixtures = new Map(
    model.fixtures.map(({ name }) => [keyOf(name), scope.take(identifier(name, 'thing'))] as const),
  );
  const outer: ModuleNames = { scope, fixtures, examples: new Map(), uploads: new Map(), seeds: new Seeds() };
  return withValues(outer, { examples: model.examples, values: sentByFixtures(model) }, 'itc_fixtures');
}

/** The same names and those of a suite. */
export function suiteNames(outer: ModuleNames, suite: Suite, module: string): ModuleNames {
  return withValues(outer, { examples: suite.examples, values: sentBySuite(suite) }, module);
}

/** What a module says of its own. */
interface Added {
  readonly examples: readonly Example[];
  /** What it may send files in. */
  readonly values: readonly Value[];
}

function withValues(outer: ModuleNames, { examples: added, values }: Added, module: string): ModuleNames {
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
    const wish = identifier(example.name, 'example');
    const name = scope.take(isFixed ? constant(example.name.length > 0 ? wish.split('_') : [wish]) : wish);
    return [
      keyOf(example.name),
      { example, name, isConstant: isFixed, needs: ofExample(example.name), module },
    ];
  });
  const uploads = repeatedUploads(values, { scope, module, known: outer.uploads });
  return {
    scope,
    fixtures: outer.fixtures,
    examples: new Map([...outer.examples, ...named]),
    uploads: new Map([...outer.uploads, ...uploads]),
    seeds: outer.seeds,
  };
}

/** What the examples that a module can see need. */
export function needsIn({ examples }: ModuleNames): NeedsOfExample {
  return (name) => examples.get(keyOf(name))?.needs ?? [];
}
