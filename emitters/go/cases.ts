import type { Json } from '../../src/api/json.ts';
import type { Case, CaseId, Group, Suite, Table, TestModel } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { apart, bracketed, concat, exploded, type Doc } from '../../src/print/document.ts';
import { pascal, type Scope } from '../../src/print/names.ts';
import { spokenByCase, valuesOfStep } from '../../src/suite/case-needs.ts';
import { suiteNames, type ModuleNames } from '../../src/suite/names.ts';
import { needKey, type Need } from '../../src/suite/needs.ts';
import { printExchange } from './exchange.ts';
import { printExamples, printGiven, printMaking } from './fixtures.ts';
import { comment, literal, text } from './go.ts';
import { Imports } from './imports.ts';
import { localIn, printModule, type Maker, type Module } from './module.ts';
import { nameOf, NativeNames } from './native-names.ts';
import type { Sight } from './values.ts';

/** A file of tests, and what its cases are called by `go test`. */
export interface PrintedSuite {
  readonly document: Doc;
  readonly cases: readonly (readonly [CaseId, string])[];
}

/** What is the same for all files of a suite. */
export interface Around {
  readonly model: TestModel;
  readonly shared: ModuleNames;
  readonly makers: ReadonlyMap<string, Maker>;
  /** The names of the package: those of tests are unique in all its files. */
  readonly taken: Scope;
  /** Whether a case may run at the same time as others. */
  readonly mayShare: (test: Case) => boolean;
}

/** One file of tests: a function per group, a subtest per case, one below it per row. */
export function printSuite(suite: Suite, file: string, around: Around): PrintedSuite {
  const { model, makers } = around;
  const module = { file, names: suiteNames(around.shared, suite, file), imports: new Imports(), makers };
  const examples = printExamples(suite.examples, module);
  const groups = suite.groups.map((group) => {
    const name = around.taken.take(`Test${pascal(group.name) || 'Group'}`, '');
    return printGroup(group, { name, mayShare: around.mayShare }, module);
  });
  return {
    document: printModule(model, about(suite, model), {
      imports: module.imports,
      definitions: [...examples, ...groups.map(({ document }) => document)],
    }),
    cases: groups.flatMap(({ cases }) => cases),
  };
}

/** `Books: tests compiled from openapi.yaml.` */
function about({ heading }: Suite, { spec }: TestModel): string {
  const subject = heading.trim().replace(/[.:]$/, '');
  return `${subject}${subject === '' ? 'Tests' : ': tests'} compiled from ${spec}.`;
}

interface Function extends Pick<Around, 'mayShare'> {
  readonly name: string;
}

function printGroup(group: Group, { name, mayShare }: Function, module: Module): PrintedSuite {
  const native = new NativeNames();
  const cases: (readonly [CaseId, string])[] = [];
  const printed = group.cases.map((test) => {
    const called = native.of(name, test.title);
    const rows = test.table?.rows.map(({ id, label }) => [id, native.of(called, label)] as const);
    cases.push(...(rows ?? [[test.id, called] as const]));
    return printCase(test, mayShare(test), module);
  });
  const heading = comment(group.heading);
  const document = code`
    ${heading && `// ${name}: ${heading}`}
    func ${name}(t *${module.imports.use('testing', 'T')}) {
      ${apart(printed, 1)}
    }
  `;
  return { document, cases };
}

function printCase(test: Case, mayShare: boolean, module: Module): Doc {
  const { table, title } = test;
  const parallel = mayShare ? 't.Parallel()' : '';
  const start = `t.Run(${text(nameOf(title))}, func(t *testing.T) {`;
  if (table === undefined) {
    return code`
      ${start}
        ${parallel}
        ${printSteps(test, { cells: undefined, room: ROOM }, module)}
      })
    `;
  }
  const cells = cellsOf(table, spokenByCase(test, module.names).columns, module, test);
  return code`
    ${start}
      ${parallel}
      for _, ${cells.variable} := range ${cells.document} {
        t.Run(${cells.label}, func(t *testing.T) {
          ${parallel}
          ${printSteps(test, { cells: cells.of, room: ROOM - 8 }, module)}
        })
      }
    })
  `;
}

/** Columns that are left inside of a subtest. */
const ROOM = 92;

interface Place {
  /** The cell of a column: `row.field`. */
  readonly cells: ((need: Need) => string) | undefined;
  readonly room: number;
}

function printSteps(test: Case, { cells, room }: Place, module: Module): readonly Doc[] {
  const { given = [], steps } = test;
  const { locals, fixtures, kept } = spokenByCase(test, module.names);
  const variable = localIn(locals);
  const local = (need: Need) => (need.of === 'row' && cells ? cells(need) : variable(need));
  const sight: Sight = { ...module, local };
  const said = steps.flatMap(valuesOfStep);
  return [
    ...(fixtures.length === 0 ? [] : [printMaking(fixtures, sight)]),
    ...printGiven(given, said, sight),
    ...steps.map((step, index) => {
      const saved = kept[index];
      const start = saved === undefined ? '' : `${local({ of: 'saved', name: saved.name })} := `;
      return printExchange(step, { start, room }, sight);
    }),
  ];
}

interface Cells {
  readonly variable: string;
  readonly document: Doc;
  /** What a row is called. */
  readonly label: string;
  readonly of: (need: Need) => string;
}

/** A table: texts that are their own names, or a struct for each row. */
function cellsOf({ rows }: Table, columns: readonly Need[], module: Module, test: Case): Cells {
  const variables = new Map(
    columns.map((need) => [needKey(need), localIn(spokenByCase(test, module.names).locals)(need)]),
  );
  const local = (need: Need) => variables.get(needKey(need)) ?? '';
  const [only] = columns;
  const isNamed = rows.every(
    ({ label, values: [value] }) => value === label && nameOf(label) === label && label !== '',
  );
  if (only !== undefined && columns.length === 1 && isNamed) {
    const variable = local(only);
    const document = bracketed(
      '[]string{',
      rows.map(({ label }) => text(label)),
      '}',
    );
    return { variable, document, label: variable, of: local };
  }
  const fields = columns.map((need, index) => ({
    need,
    name: fieldOf(local(need)),
    type: rows.every(({ values }) => typeof values[index] === 'string') ? 'string' : 'any',
  }));
  const width = Math.max(4, ...fields.map(({ name }) => name.length));
  const named = new Map(fields.map(({ need, name }) => [needKey(need), `row.${name}`]));
  const document = code`
    []struct {
      ${'name'.padEnd(width)} string
      ${fields.map(({ name, type }) => `${name.padEnd(width)} ${type}`)}
    }${exploded(
      '{',
      rows.map(({ label, values }) => printRow(label, values, module)),
      '}',
    )}
  `;
  return { variable: 'row', document, label: 'row.name', of: (need) => named.get(needKey(need)) ?? '' };
}

/** The name of a column's field, beside that of the row. */
function fieldOf(variable: string): string {
  return variable === 'name' ? 'nameValue' : variable;
}

function printRow(label: string, values: readonly Json[], module: Module): Doc {
  const cells = values.map((value) => literal(value, module.imports));
  return concat(`{${text(nameOf(label))}`, ...cells.flatMap((cell) => [', ', cell]), '}');
}
