import type { Example, Fixture, TestModel } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { concat, type Doc } from '../../src/print/document.ts';
import { spokenByFixture } from '../../src/suite/case-needs.ts';
import { Locals } from '../../src/suite/locals.ts';
import { constantsInOrder, type ModuleNames, type Named } from '../../src/suite/names.ts';
import { keyOf } from '../../src/suite/needs.ts';
import { printAssigned, printCreation, signature, type Frame } from './exchange.ts';
import { Imports } from './imports.ts';
import { actors, fixtureModule, frameOf, localIn, printModule, type Module } from './module.ts';
import { docstring } from './python.ts';
import { printUpload, printValue } from './values.ts';

/** itc_fixtures.py: the things that tests need to be there, and the requests that make them. */
export function printFixtures(model: TestModel, names: ModuleNames): Doc {
  const module = { file: fixtureModule, names, imports: new Imports() };
  const examples = printExamples(model.examples, module);
  const fixtures = model.fixtures.map((fixture) => printFixture(fixture, module));
  return printModule(model, 'The things that tests need to be there, and the requests that make them.', {
    imports: module.imports,
    constants: examples.constants,
    definitions: [...examples.functions, ...fixtures],
  });
}

/** Constants, each behind those that it is made of; and functions, for what is new in every run. */
export function printExamples(
  examples: readonly Example[],
  module: Module,
): { readonly constants: readonly Doc[]; readonly functions: readonly Doc[] } {
  const named = examples.flatMap(({ name }) => module.names.examples.get(keyOf(name)) ?? []);
  const uploads = [...module.names.uploads.values()].filter((upload) => upload.module === module.file);
  return {
    constants: [
      ...uploads.map(({ name, file }) => concat(`${name} = `, printUpload(file, module.imports))),
      ...constantsInOrder(named).map((example) => printConstant(example, module)),
    ],
    functions: named.filter((example) => !example.isConstant).map((example) => printFactory(example, module)),
  };
}

function printConstant({ name, example }: Named, module: Module): Doc {
  const value = printValue(example.value, { ...module, local: localIn(new Locals(module.names, [])) });
  return printAssigned(`${name} = `, value, 88);
}

function printFactory({ name, example, needs }: Named, module: Module): Doc {
  const own = needs.filter(({ of }) => of !== 'fixture');
  const local = localIn(new Locals(module.names, own));
  const value = printValue(example.value, { ...module, local });
  return code`
    ${signature(name, needs.map(local))}
      ${printAssigned('return ', value, 84)}
  `;
}

function printFixture(fixture: Fixture, module: Module): Doc {
  const { name, summary, given = [], call, value } = fixture;
  const { locals, fixtures } = spokenByFixture(fixture, module.names);
  const local = localIn(locals);
  const sight = { ...module, local };
  const spelled = module.names.fixtures.get(keyOf(name)) ?? keyOf(name);
  return code`
    @${module.imports.pytest('fixture')}
    ${signature(spelled, [...new Set([actors[call.as], ...fixtures.map(local)])])}
      ${docstring(summary)}
      ${given.map((one) => printAssigned(`${local({ of: 'given', name: one.name })} = `, printValue(one.value, sight), 84))}
      ${printCreation(fixture, { ...answerOf(fixture, locals), room: 84 }, sight)}
      ${value && printAssigned('return ', printValue(value, sight), 84)}
  `;
}

/** What becomes of the answer: it is kept for what the fixture gives, or its body is that. */
function answerOf({ save, value }: Fixture, locals: Locals): Omit<Frame, 'room'> {
  if (value === undefined) return { start: 'return ', tail: '.body' };
  return save === undefined ? { start: '' } : frameOf(locals, save);
}
