import type { Example, Fixture, TestModel } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';
import { code } from '../../src/print/code.ts';
import { concat, lines, type Doc } from '../../src/print/document.ts';
import { pascal, type Scope } from '../../src/print/names.ts';
import { spokenByFixture } from '../../src/suite/case-needs.ts';
import { Locals } from '../../src/suite/locals.ts';
import { constantsInOrder, needsIn, type ModuleNames, type Named } from '../../src/suite/names.ts';
import { keyOf, needKey, needsOf, valuesOfCall, type Need } from '../../src/suite/needs.ts';
import { printCreation } from './exchange.ts';
import { call, comment } from './go.ts';
import { Imports } from './imports.ts';
import { localIn, printModule, type Maker, type Module } from './module.ts';
import { asksForSeeds, printUpload, printValue, type Sight } from './values.ts';

/** The file of the things that tests need. */
export const fixtureFile = 'fixtures_test.go';

/** Columns that are left inside a function. */
const ROOM = 96;

/** The functions that make things, `createBook`, and what each takes. */
export function makersOf(model: TestModel, names: ModuleNames, taken: Scope): ReadonlyMap<string, Maker> {
  return new Map(
    model.fixtures.map((fixture) => {
      const takes = spokenByFixture(fixture, names).fixtures.map(({ name }) => keyOf(name));
      return [
        keyOf(fixture.name),
        { name: taken.take(`create${pascal(fixture.name) || 'Thing'}`, ''), takes },
      ];
    }),
  );
}

/** fixtures_test.go: the things that tests need to be there, and the requests that make them. */
export function printFixtures(model: TestModel, names: ModuleNames, makers: ReadonlyMap<string, Maker>): Doc {
  const module = { file: fixtureFile, names, imports: new Imports(), makers };
  const definitions = [
    ...printExamples(model.examples, module),
    ...model.fixtures.map((fixture) => printFixture(fixture, module)),
  ];
  return printModule(model, 'The things that tests need to be there, and the requests that make them.', {
    imports: module.imports,
    definitions,
  });
}

/** Variables, each behind those that it is made of; and functions, for what is new in every run. */
export function printExamples(examples: readonly Example[], module: Module): readonly Doc[] {
  const named = examples.flatMap(({ name }) => module.names.examples.get(keyOf(name)) ?? []);
  const uploads = [...module.names.uploads.values()].filter((upload) => upload.module === module.file);
  return [
    ...uploads.map(({ name, file }) => concat(`var ${name} = `, printUpload(file))),
    ...constantsInOrder(named).map((example) => printConstant(example, module)),
    ...named.filter((example) => !example.isConstant).map((example) => printFactory(example, module)),
  ];
}

function printConstant({ name, example }: Named, module: Module): Doc {
  const sight = { ...module, local: localIn(new Locals(module.names, [])) };
  return concat(`var ${name} = `, printValue(example.value, sight));
}

function printFactory({ name, example, needs }: Named, module: Module): Doc {
  const own = needs.filter(({ of }) => of !== 'fixture');
  const local = localIn(new Locals(module.names, own));
  const result = { object: 'object', array: 'list' }[example.value.kind as string] ?? 'any';
  const parameters = [
    ...(asksForSeeds(example, module) ? [`t *${module.imports.use('testing', 'T')}`] : []),
    ...needs.map((need) => `${local(need)} ${typeOf(need)}`),
  ];
  return code`
    func ${name}(${parameters.join(', ')}) ${result} {
      return ${printValue(example.value, { ...module, local })}
    }
  `;
}

function typeOf({ of }: Need): string {
  return of === 'row' || of === 'given' ? 'any' : 'Part';
}

function printFixture(fixture: Fixture, module: Module): Doc {
  const { name, summary, given = [], save, value } = fixture;
  const { locals, fixtures } = spokenByFixture(fixture, module.names);
  const local = localIn(locals);
  const sight = { ...module, local };
  const maker = module.makers.get(keyOf(name));
  const parameters = [
    `t *${module.imports.use('testing', 'T')}`,
    ...fixtures.map((need) => `${local(need)} Part`),
  ];
  const isKept = value !== undefined && save !== undefined;
  const start = value === undefined ? 'return ' : isKept ? `${local({ of: 'saved', name: save })} := ` : '';
  return code`
    // ${maker?.name}: ${comment(summary)}
    func ${maker?.name}(${parameters.join(', ')}) Part {
      t.Helper()
      defer settingUp(t)()
      ${printGiven(given, [...valuesOfCall(fixture.call), ...(value === undefined ? [] : [value])], sight)}
      ${printCreation(fixture, { start, room: ROOM }, sight)}
      ${value && concat('return ', printMade(value, sight))}
    }
  `;
}

/** What is made once because several steps speak of it; Go compiles no variable that nobody speaks of. */
export function printGiven(given: readonly Example[], said: readonly Value[], sight: Sight): readonly Doc[] {
  const spoken = new Set(
    needsOf([...given.map(({ value }) => value), ...said], needsIn(sight.names)).map(needKey),
  );
  return given
    .map(({ name, value }) => ({ need: { of: 'given', name } as const, value }))
    .filter(({ need }) => spoken.has(needKey(need)))
    .map(({ need, value }) => concat(`${sight.local(need)} := `, printValue(value, sight)));
}

/** What a fixture gives, where it is not the answer itself: what a Location says is a part already. */
function printMade(value: Value, sight: Sight): Doc {
  const printed = printValue(value, sight);
  const isPart = value.kind === 'part' && value.in === 'location' && value.pointer === '';
  return isPart ? printed : call('thing', ['t', printed]);
}

/** The variables of the fixtures that a case speaks of, and of those that these take. */
export function printMaking(fixtures: readonly Need[], sight: Sight): Doc {
  const made = new Map<string, string>();
  const make = (key: string): string => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const maker = sight.makers.get(key);
    const variable = sight.names.fixtures.get(key);
    if (maker === undefined || variable === undefined) throw new Error(`The model has no fixture ${key}.`);
    const taken = maker.takes.map(make);
    made.set(key, variable);
    rows.push(`${variable} := ${maker.name}(${['t', ...taken].join(', ')})`);
    return variable;
  };
  const rows: string[] = [];
  fixtures.forEach(({ name }) => make(keyOf(name)));
  return lines(rows);
}
