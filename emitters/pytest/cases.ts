import type { Case, CaseId, Group, Row, Suite, Table, TestModel } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { apart, flat, type Doc } from '../../src/print/document.ts';
import { pascal, Scope, snake, wordsOf } from '../../src/print/names.ts';
import { spokenByCase } from '../../src/suite/case-needs.ts';
import { suiteNames, type ModuleNames } from '../../src/suite/names.ts';
import { printAssigned, printExchange, signature } from './exchange.ts';
import { printExamples } from './fixtures.ts';
import { Imports } from './imports.ts';
import { actors, frameOf, localIn, printModule, type Module } from './module.ts';
import { call, docstring, inNodeId, list, literal, text, tuple } from './python.ts';
import { printValue } from './values.ts';

/** A module of tests, and what its cases are called in pytest. */
export interface PrintedSuite {
  readonly document: Doc;
  readonly cases: readonly (readonly [CaseId, string])[];
}

/** One file of tests: a class per group, a function per case, a parameter per row. */
export function printSuite(
  suite: Suite,
  file: string,
  around: { readonly model: TestModel; readonly shared: ModuleNames },
): PrintedSuite {
  const module = { file, names: suiteNames(around.shared, suite, file), imports: new Imports() };
  const examples = printExamples(suite.examples, module);
  const groups = suite.groups.map((group) => {
    const name = module.names.scope.take(`Test${pascal(group.name) || 'Group'}`, '');
    return printGroup(group, name, module);
  });
  return {
    document: printModule(around.model, about(suite, around.model), {
      imports: module.imports,
      constants: examples.constants,
      definitions: [...examples.functions, ...groups.map(({ document }) => document)],
    }),
    cases: groups.flatMap(({ cases }) => cases.map(([id, node]) => [id, `${file}::${node}`] as const)),
  };
}

/** `Books: tests compiled from openapi.yaml.` */
function about({ heading }: Suite, { spec }: TestModel): string {
  const subject = heading.trim().replace(/[.:]$/, '');
  return `${subject}${subject === '' ? 'Tests' : ': tests'} compiled from ${spec}.`;
}

function printGroup(group: Group, name: string, module: Module): PrintedSuite {
  const methods = new Scope([]);
  const cases: (readonly [CaseId, string])[] = [];
  const functions = group.cases.map((test) => {
    const method = methods.take(`test_${snake(wordsOf(test.title)) || 'case'}`);
    const rows = test.table?.rows.map(({ id, label }) => [id, `${method}[${inNodeId(label)}]`] as const);
    cases.push(...(rows ?? [[test.id, method] as const]));
    return printCase(test, method, module);
  });
  const heading = docstring(group.heading);
  const document = code`
    class ${name}:
      ${apart([...(heading === undefined ? [] : [heading]), ...functions], 1)}
  `;
  return { document, cases: cases.map(([id, node]) => [id, `${name}::${node}`]) };
}

function printCase(test: Case, method: string, module: Module): Doc {
  const { table, given = [], steps } = test;
  const { locals, columns, fixtures, kept } = spokenByCase(test, module.names);
  const local = localIn(locals);
  const sight = { ...module, local };
  const parameters = new Set([
    'self',
    ...steps.map(({ call: { as } }) => actors[as]),
    ...fixtures.map(local),
    ...columns.map(local),
  ]);
  const made = given.map(({ name, value }) =>
    printAssigned(`${local({ of: 'given', name })} = `, printValue(value, sight), ROOM),
  );
  return code`
    ${table && printTable(table, columns.map(local), module.imports)}
    ${signature(method, [...parameters])}
      ${made}
      ${steps.map((step, index) => {
        const saved = kept[index];
        const frame = saved === undefined ? { start: '' } : frameOf(locals, saved.name);
        return printExchange(step, { ...frame, room: ROOM }, sight);
      })}
  `;
}

/** Columns that are left inside a method. */
const ROOM = 80;

/** `@pytest.mark.parametrize("field", ["title", "author"])` */
function printTable({ rows }: Table, columns: readonly string[], imports: Imports): Doc {
  const [only, ...more] = columns;
  const names = only !== undefined && more.length === 0 ? text(only) : tuple(columns.map(text));
  const values = rows.map((row) => printRow(row, imports));
  const decorator = call(`@${imports.pytest('mark')}.parametrize`, [names, list(values)]);
  return flat(decorator, ROOM + 4) ?? decorator;
}

/** A text that is its own label needs no more; every other row says how it is called. */
function printRow({ label, values }: Row, imports: Imports): Doc {
  const [only] = values;
  if (values.length === 1 && only === label && label !== '') return literal(label);
  const row = call(imports.pytest('param'), [...values.map(literal), `id=${text(label)}`]);
  return flat(row, ROOM - 5) ?? row;
}
