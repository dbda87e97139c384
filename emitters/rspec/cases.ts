import type { Case, CaseId, Group, Suite, Table, TestModel } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { apart, concat, flat, type Doc } from '../../src/print/document.ts';
import { Scope } from '../../src/print/names.ts';
import { spokenByCase } from '../../src/suite/case-needs.ts';
import { suiteNames, type ModuleNames } from '../../src/suite/names.ts';
import { printExchange } from './exchange.ts';
import { localIn, thingsFile, WIDTH } from './module.ts';
import { array, below, described, inQuotes, listed, literal, text } from './ruby.ts';
import { printExamples } from './things.ts';
import { printValue } from './values.ts';

/** A file of specs, and what its cases are called in RSpec. */
export interface PrintedSuite {
  readonly contents: readonly Doc[];
  readonly cases: readonly (readonly [CaseId, string])[];
}

/** One file of specs: an example group per group, an example per case or row. */
export function printSuite(
  suite: Suite,
  file: string,
  around: { readonly model: TestModel; readonly shared: ModuleNames },
): PrintedSuite {
  const names = suiteNames(around.shared, suite, file);
  const heading = described(suite.heading.trim()) || 'The API';
  const headings = new Scope([]);
  const groups = suite.groups.map((group) => {
    const name = headings.take(described(group.heading.trim()) || 'A group', ' ');
    return printGroup(group, name, names);
  });
  return {
    contents: [
      code`
        require_relative 'spec_helper'
        require_relative '${thingsFile}'
      `,
      code`
        RSpec.describe ${text(heading)}, type: :contract do
          ${apart([...printExamples(suite.examples, { names, file }), ...groups.map(({ document }) => document)], 1)}
        end
      `,
    ],
    cases: groups.flatMap(({ cases }) =>
      cases.map(([id, name]) => [id, `${file}: ${heading} ${name}`] as const),
    ),
  };
}

interface Printed {
  readonly document: Doc;
  readonly cases: readonly (readonly [CaseId, string])[];
}

function printGroup(group: Group, heading: string, names: ModuleNames): Printed {
  const titles = new Scope([]);
  const cases = group.cases.map((test) => {
    const title = titles.take(described(test.title), ' ');
    return test.table === undefined
      ? printCase(test, title, names)
      : printRows(test, { ...labelled(test.table), title }, names);
  });
  return {
    document: code`
      describe ${text(heading)} do
        ${apart(
          cases.map(({ document }) => document),
          1,
        )}
      end
    `,
    cases: cases.flatMap((printed) => printed.cases.map(([id, name]) => [id, `${heading} ${name}`] as const)),
  };
}

function printCase(test: Case, title: string, names: ModuleNames): Printed {
  return { document: printExample(test, text(title), { names, room: WIDTH - 6 }), cases: [[test.id, title]] };
}

interface Labelled {
  /** What each row is called, in their order. */
  readonly labels: readonly string[];
  readonly title: string;
}

function labelled({ rows }: Table): Pick<Labelled, 'labels'> {
  const scope = new Scope([]);
  return { labels: rows.map(({ label }) => scope.take(described(label), ' ')) };
}

/** The same example once for each row of a table. */
function printRows(test: Case, { labels, title }: Labelled, names: ModuleNames): Printed {
  const { rows } = test.table!;
  const { locals, columns } = spokenByCase(test, names);
  const variables = columns.map(localIn(locals));
  const [only = ''] = variables;
  const isWord =
    variables.length === 1 && rows.every(({ values }, index) => values[0] === labels[index] && labels[index]);
  const parameters = isWord ? only : `label, ${variables.length === 1 ? only : `(${variables.join(', ')})`}`;
  const table = isWord
    ? printWords(labels)
    : printTable(
        labels,
        rows.map(({ values }) =>
          variables.length === 1 ? literal(values[0] ?? null) : array(values.map(literal)),
        ),
      );
  return {
    document: code`
      ${concat(table, `.each do |${parameters}|`)}
        ${printExample(test, `"${inQuotes(`${title}: `)}#{${isWord ? only : 'label'}}"`, { names, room: WIDTH - 8 })}
      end
    `,
    cases: rows.map(({ id }, index) => [id, `${title}: ${labels[index]}`] as const),
  };
}

/** `%w[title author]` */
function printWords(labels: readonly string[]): Doc {
  const words = `%w[${labels.join(' ')}]`;
  const isShort = labels.every((label) => /^[\w./-]+$/.test(label)) && flat(words, WIDTH - 20) !== undefined;
  return isShort ? words : array(labels.map(text));
}

/** `{ 'title is null' => ['title', nil] }`, a row per line. */
function printTable(labels: readonly string[], values: readonly Doc[]): Doc {
  const entries = values.map((value, index) => concat(text(labels[index] ?? ''), ' => ', value));
  return entries.length < 2 ? listed('{', entries, '}', ' ') : below('{', entries, '}');
}

/** An example: its steps, and the values that more than one of them speaks of. */
function printExample(
  test: Case,
  title: string,
  { names, room }: { readonly names: ModuleNames; readonly room: number },
): Doc {
  const { given = [], steps } = test;
  const { locals, kept } = spokenByCase(test, names);
  const local = localIn(locals);
  const sight = { names, local };
  return code`
    it ${title} do
      ${given.map(({ name, value }) => concat(`${local({ of: 'given', name })} = `, printValue(value, sight)))}
      ${steps.map((step, index) => {
        const saved = kept[index];
        const variable = saved === undefined ? undefined : locals.kept(saved.name).variable;
        return printExchange(step, { variable, room }, sight);
      })}
    end
  `;
}
