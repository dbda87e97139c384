import type { Case, CaseId, Group, Suite, Table, TestModel } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { apart, concat, exploded, flat, type Doc } from '../../src/print/document.ts';
import { Scope } from '../../src/print/names.ts';
import { spokenByCase } from '../../src/suite/case-needs.ts';
import { suiteNames, type ModuleNames } from '../../src/suite/names.ts';
import type { Need } from '../../src/suite/needs.ts';
import { printAssigned, printExchange } from './exchange.ts';
import { printExamples } from './fixtures.ts';
import { Imports } from './imports.ts';
import { keptAs, localIn, printModule, type Module } from './module.ts';
import { array, literal, text, WIDTH } from './typescript.ts';
import { printValue } from './values.ts';

/** A file of tests, and what its cases are called in Jest. */
export interface PrintedSuite {
  readonly document: Doc;
  readonly cases: readonly (readonly [CaseId, string])[];
}

/** Columns that are left inside a test. */
const ROOM = WIDTH - 4;

/** One file of tests: a `describe` per group, an `it` per case, an `it.each` per table. */
export function printSuite(
  suite: Suite,
  file: string,
  around: { readonly model: TestModel; readonly shared: ModuleNames },
): PrintedSuite {
  const module = { file, names: suiteNames(around.shared, suite, file), imports: new Imports() };
  const examples = printExamples(suite.examples, module);
  const headings = new Scope([]);
  const groups = suite.groups.map((group) =>
    printGroup(group, headings.take(titled(group.heading), ' '), module),
  );
  const subject = suite.heading.trim().replace(/[.:]$/, '');
  return {
    document: printModule(
      around.model,
      `${subject}${subject === '' ? 'Tests' : ': tests'} compiled from ${around.model.spec}.`,
      { imports: module.imports, definitions: [...examples, ...groups.map(({ document }) => document)] },
    ),
    cases: groups.flatMap(({ cases }) => cases.map(([id, name]) => [id, `${file} > ${name}`] as const)),
  };
}

/** A title as both runners print it: what stands between a group and its test stands nowhere else. */
function titled(title: string): string {
  return title.replaceAll(' > ', ' › ') || 'case';
}

function printGroup(group: Group, heading: string, module: Module): PrintedSuite {
  const titles = new Scope([]);
  const cases: (readonly [CaseId, string])[] = [];
  const tests = group.cases.map((test) => {
    const { table } = test;
    if (table === undefined) {
      const title = titles.take(titled(test.title), ' ');
      cases.push([test.id, title]);
      return printCase(test, title, module);
    }
    const title = titled(test.title);
    const labels = table.rows.map(({ id, label }) => {
      const taken = titles.take(`${title}: ${titled(label)}`, ' ');
      cases.push([id, taken]);
      return taken.slice(title.length + 2);
    });
    return printTable(test, { table, title, labels }, module);
  });
  const document = code`
    describe(${text(heading)}, () => {
      ${apart(tests, 1)}
    });
  `;
  return { document, cases: cases.map(([id, name]) => [id, `${heading} > ${name}`]) };
}

function printCase(test: Case, title: string, module: Module): Doc {
  const spoken = spokenByCase(test, module.names);
  return code`
    it(${text(title)}, async () => {
      ${printBody(test, spoken, module)}
    });
  `;
}

interface Tabled {
  readonly table: Table;
  readonly title: string;
  readonly labels: readonly string[];
}

/** `it.each([['title', 42], …])('answers 422 …: %s', async (_, field, value) => { … });` */
function printTable(test: Case, { table: { rows }, title, labels }: Tabled, module: Module): Doc {
  const spoken = spokenByCase(test, module.names);
  const columns = spoken.columns.map(localIn(spoken.locals));
  const isPlain = rows.every(({ values }, index) => values.length === 1 && values[0] === labels[index]);
  const table = rows.map(({ values }, index) =>
    isPlain ? literal(labels[index] ?? '') : array([text(labels[index] ?? ''), ...values.map(literal)]),
  );
  const parameters = (isPlain ? columns : ['_', ...columns]).join(', ');
  const name = text(`${title.replaceAll('%', '%%')}: %s`);
  const each = printEach(table, isPlain);
  const body = printBody(test, spoken, module);
  const head = `(${name}, async (${parameters}) => {`;
  const isShort =
    flat(concat(each, head), WIDTH - 2) !== undefined ||
    (flat(concat(each, '('), WIDTH - 2) === undefined && flat(`])${head}`, WIDTH - 2) !== undefined);
  if (isShort) {
    return code`
      ${concat(each, head)}
        ${body}
      });
    `;
  }
  return code`
    ${concat(each, '(')}
      ${name},
      async (${parameters}) => {
        ${printBody(test, spoken, module, ROOM - 2)}
      },
    );
  `;
}

/** Prettier breaks a table whose rows all have more than one value. */
function printEach(rows: readonly Doc[], isPlain: boolean): Doc {
  const list = isPlain || rows.length < 2 ? array(rows) : exploded('[', rows, ']');
  return concat('it.each(', list, ')');
}

function printBody(
  { given = [], steps }: Case,
  { locals, fixtures, kept }: ReturnType<typeof spokenByCase>,
  module: Module,
  room = ROOM,
): readonly Doc[] {
  const local = localIn(locals);
  const sight = { ...module, local };
  return [
    ...fixtures.map((need) => `const ${local(need)} = await ${thingOf(need, local, module)}();`),
    ...given.map(({ name, value }) =>
      printAssigned(`const ${local({ of: 'given', name })} = `, printValue(value, sight), room),
    ),
    ...steps.map((step, index) => {
      const saved = kept[index];
      return printExchange(
        step,
        { start: saved === undefined ? '' : keptAs(locals, saved.name), room },
        sight,
      );
    }),
  ];
}

function thingOf(need: Need, local: (need: Need) => string, { imports }: Module): string {
  return imports.thing(local(need));
}
