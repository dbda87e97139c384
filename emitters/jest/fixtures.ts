import type { Example, Fixture, TestModel } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { concat, type Doc } from '../../src/print/document.ts';
import { spokenByFixture } from '../../src/suite/case-needs.ts';
import { Locals } from '../../src/suite/locals.ts';
import { constantsInOrder, type ModuleNames, type Named } from '../../src/suite/names.ts';
import { keyOf, type Need } from '../../src/suite/needs.ts';
import { printAssigned, printCreation } from './exchange.ts';
import { Imports } from './imports.ts';
import { keptAs, localIn, printModule, thingsFile, type Module } from './module.ts';
import { docComment, WIDTH } from './typescript.ts';
import { printUpload, printValue } from './values.ts';

/** things.ts: the things that tests need to be there, and the requests that make them. */
export function printThings(model: TestModel, names: ModuleNames): Doc {
  const module = { file: thingsFile, names, imports: new Imports() };
  const examples = printExamples(model.examples, module, 'export const ');
  const fixtures = model.fixtures.map((fixture) => printFixture(fixture, module));
  return printModule(model, 'The things that tests need to be there, and the requests that make them.', {
    imports: module.imports,
    definitions: [...examples, ...fixtures, ...(examples.length + fixtures.length > 0 ? [] : ['export {};'])],
  });
}

/** Constants, each behind those that it is made of; and functions, for what is new in every run. */
export function printExamples(
  examples: readonly Example[],
  module: Module,
  start = 'const ',
): readonly Doc[] {
  const named = examples.flatMap(({ name }) => module.names.examples.get(keyOf(name)) ?? []);
  const uploads = [...module.names.uploads.values()].filter((upload) => upload.module === module.file);
  return [
    ...uploads.map(({ name, file }) => concat(`${start}${name} = `, printUpload(file, module.imports), ';')),
    ...constantsInOrder(named).map((example) => printConstant(example, module, start)),
    ...named.filter((one) => !one.isConstant).map((example) => printFactory(example, module, start)),
  ];
}

function printConstant({ name, example }: Named, module: Module, start: string): Doc {
  const value = printValue(example.value, { ...module, local: localIn(new Locals(module.names, [])) });
  return printAssigned(`${start}${name} = `, value, WIDTH);
}

/** `const newBook = (author: Json) => ({ … });` */
function printFactory({ name, example, needs }: Named, module: Module, start: string): Doc {
  const own = needs.filter(({ of }) => of !== 'fixture');
  const local = localIn(new Locals(module.names, own));
  const value = printValue(example.value, { ...module, local });
  const parameters = needs.map(
    (need) => `${local(need)}: ${module.imports.use('itc', 'type Json').slice(5)}`,
  );
  const isObject = typeof value !== 'string' && value.kind === 'brackets' && value.open === '{';
  const body = isObject ? concat('(', value, ')') : value;
  return concat(`${start}${name} = (${parameters.join(', ')}) => `, body, ';');
}

function printFixture(fixture: Fixture, module: Module): Doc {
  const { name, summary, given = [], save, value } = fixture;
  const { locals, fixtures } = spokenByFixture(fixture, module.names);
  const local = madeIn(localIn(locals));
  const sight = { ...module, local };
  const spelled = module.names.fixtures.get(keyOf(name)) ?? keyOf(name);
  const kept = value === undefined ? 'const { body } = ' : save === undefined ? '' : keptAs(locals, save);
  const doc = docComment(summary);
  return code`
    ${doc}
    export const ${spelled} = ${module.imports.use('itc', 'thing')}(async () => {
      ${fixtures.map((need) => `const ${local(need)} = await ${localIn(locals)(need)}();`)}
      ${given.map((one) => printAssigned(`const ${local({ of: 'given', name: one.name })} = `, printValue(one.value, sight), WIDTH - 2))}
      ${printCreation(fixture, { start: kept, room: WIDTH - 2 }, sight)}
      return ${value === undefined ? 'body' : printValue(value, sight)};
    });
  `;
}

/** Beside the functions that make them, things are called `madeAuthor`. */
function madeIn(local: (need: Need) => string): (need: Need) => string {
  return (need) => {
    const name = local(need);
    return need.of === 'fixture' ? `made${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
  };
}
