import type { Example, Fixture, TestModel } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';
import { code } from '../../src/print/code.ts';
import { concat, type Doc } from '../../src/print/document.ts';
import { printAssigned, printCreation, signature, type Frame } from './exchange.ts';
import { Imports } from './imports.ts';
import { actors, Locals, printModule, type Module } from './module.ts';
import { needsIn, type ModuleNames, type Named } from './names.ts';
import { keyOf, needsOf, valuesOfCall, type Need } from './needs.ts';
import { docstring } from './python.ts';
import { printUpload, printValue } from './values.ts';

/** itc_fixtures.py: the things that tests need to be there, and the requests that make them. */
export function printFixtures(model: TestModel, names: ModuleNames): Doc {
  const module = { file: 'itc_fixtures', names, imports: new Imports() };
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
  const constants = inOrder(named.filter((example) => example.isConstant));
  return {
    constants: [
      ...uploads.map(({ name, file }) => concat(`${name} = `, printUpload(file, module.imports))),
      ...constants.map((example) => printConstant(example, module)),
    ],
    functions: named.filter((example) => !example.isConstant).map((example) => printFactory(example, module)),
  };
}

function inOrder(named: readonly Named[]): readonly Named[] {
  const byKey = new Map(named.map((one) => [keyOf(one.example.name), one]));
  const sorted = new Set<Named>();
  const visit = (one: Named): void => {
    for (const key of examplesIn(one.example.value)) {
      const other = byKey.get(key);
      if (other !== undefined && other !== one) visit(other);
    }
    sorted.add(one);
  };
  named.forEach(visit);
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

function printConstant({ name, example }: Named, module: Module): Doc {
  const locals = new Locals(module.names, []);
  const value = printValue(example.value, { ...module, local: (need) => locals.name(need) });
  return printAssigned(`${name} = `, value, 88);
}

function printFactory({ name, example, needs }: Named, module: Module): Doc {
  const locals = new Locals(
    module.names,
    needs.filter(({ of }) => of !== 'fixture'),
  );
  const value = printValue(example.value, { ...module, local: (need) => locals.name(need) });
  return code`
    ${signature(
      name,
      needs.map((need) => locals.name(need)),
    )}
      ${printAssigned('return ', value, 84)}
  `;
}

function printFixture(fixture: Fixture, module: Module): Doc {
  const { name, summary, given = [], call, save, value } = fixture;
  const values = [
    ...given.map((one) => one.value),
    ...valuesOfCall(call),
    ...(value === undefined ? [] : [value]),
  ];
  const needs = needsOf(values, needsIn(module.names));
  const declared: readonly Need[] = [
    ...given.map((one) => ({ of: 'given', name: one.name }) as const),
    ...(save === undefined ? [] : [{ of: 'saved', name: save } as const]),
  ];
  const locals = new Locals(module.names, declared, needs);
  const sight = { ...module, local: locals.name.bind(locals) };
  const spelled = module.names.fixtures.get(keyOf(name)) ?? keyOf(name);
  const fixtures = needs.filter(({ of }) => of === 'fixture').map((need) => locals.name(need));
  return code`
    @${module.imports.pytest('fixture')}
    ${signature(spelled, [...new Set([actors[call.as], ...fixtures])])}
      ${docstring(summary)}
      ${given.map((one) => printAssigned(`${locals.name({ of: 'given', name: one.name })} = `, printValue(one.value, sight), 84))}
      ${printCreation(fixture, { ...frameOf(fixture, locals), room: 84 }, sight)}
      ${value && printAssigned('return ', printValue(value, sight), 84)}
  `;
}

/** What becomes of the answer: it is kept for what the fixture gives, or its body is that. */
function frameOf({ save, value }: Fixture, locals: Locals): Omit<Frame, 'room'> {
  if (value === undefined) return { start: 'return ', tail: '.body' };
  return save === undefined ? { start: '' } : locals.frame(save);
}
