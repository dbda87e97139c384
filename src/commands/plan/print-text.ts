import { groupBy } from '../../api/group-by.ts';
import type { Paint } from '../../diagnostics/print/paint.ts';
import { visible } from '../../diagnostics/print/visible.ts';
import type { Gap } from '../../model/model.ts';
import { dependencyWords, operationNames } from './dependency-words.ts';
import { columned, type Cell, together, widthOf, wrapped } from './lines.ts';
import { kindsOf, type Plan } from './plan.ts';
import {
  coverageLine,
  elementWords,
  gapGroups,
  headline,
  heatRows,
  pendingCases,
  percentWords,
  uncoveredGroups,
  type HeatRow,
} from './summaries.ts';

/** How a plan is shown on a terminal. */
export interface Look {
  readonly paint: Paint;
  /** Undefined: lines may be as long as they are. */
  readonly columns: number | undefined;
}

/** Of one reason this many places are shown; the other formats list all. */
const few = 3;

/**
 * A plan for people at a terminal: what is tested as a table of operations and kinds (as a list where that is too wide),
 * then what is pending, what is not tested and why, what no rule knows yet, and what produces what.
 */
export function printPlan(plan: Plan, look: Look): string {
  const { paint, columns } = look;
  const head = [
    `${paint('place', visible(plan.spec))}: ${visible(plan.title)}`,
    ...wrapped(`  ${headline(plan)}`, columns, '    '),
    ...wrapped(`  ${coverageLine(plan.coverage)}`, columns, '    '),
  ];
  const sections = [
    heat(plan, look),
    pending(plan, look),
    gaps(plan, look),
    uncovered(plan, look),
    dependencies(plan, look),
  ];
  return [head, ...sections.filter((section) => section.length > 0)]
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n');
}

function heat(plan: Plan, look: Look): readonly string[] {
  const rows = heatRows(plan);
  const table = tableOf(plan, rows, look);
  if (look.columns === undefined || widthOf(table) <= look.columns) return columned(table);
  return rows.flatMap((row) => listed(row, look));
}

function tableOf(plan: Plan, rows: readonly HeatRow[], { paint }: Look): readonly (readonly Cell[])[] {
  const kinds = kindsOf(plan);
  const quiet = (text: string) => paint('quiet', text);
  const count = (number: number): Cell =>
    number === 0 ? { text: '·', paint: quiet } : { text: String(number) };
  return [
    ['operation', 'cases', ...kinds, 'covered'].map((text) => ({ text, paint: quiet })),
    ...rows.map(({ name, total, kinds: counts, coverage }): readonly Cell[] => [
      { text: visible(name) },
      total === 0 ? { text: '0', paint: (text) => paint('warning', text) } : { text: String(total) },
      ...kinds.map((kind) => count(counts[kind] ?? 0)),
      coverage ? { text: percentWords(coverage) } : { text: '' },
    ]),
  ];
}

function listed({ name, total, kinds, coverage }: HeatRow, { paint, columns }: Look): readonly string[] {
  const split = Object.entries(kinds).map(([kind, count]) => together(count, kind));
  const covered = coverage ? `, ${percentWords(coverage)} covered` : '';
  return [
    paint('place', visible(name)),
    ...wrapped(
      `  ${total} ${total === 1 ? 'case' : 'cases'}${covered}${total > 0 ? `: ${split.join(', ')}` : ''}`,
      columns,
      '    ',
    ),
  ];
}

function pending(plan: Plan, look: Look): readonly string[] {
  const cases = pendingCases(plan);
  if (cases.length === 0) return [];
  return section(
    'Pending: they need a value that only you know (the setup file says which)',
    look,
    shortened(cases.map(({ id }) => id)).flatMap((line) =>
      wrapped(`  ${visible(line)}`, look.columns, '    '),
    ),
  );
}

function gaps(plan: Plan, look: Look): readonly string[] {
  const names = operationNames(plan);
  const where = ({ at, operation }: Gap) =>
    operation === undefined ? at : `${names.get(operation) ?? operation} at ${at}`;
  const byCode = groupBy(gapGroups(plan), ({ code }) => code);
  if (byCode.size === 0) return [];
  return section(
    'Gaps: what no case covers, and why',
    look,
    [...byCode].flatMap(([code, groups]) => [
      `  ${groups.reduce((total, { gaps: own }) => total + own.length, 0)} ${code}`,
      ...shortened(groups.map(({ reason, gaps: own }) => `${reason} (${firstOf(own.map(where))})`)).flatMap(
        (line) => wrapped(`    ${visible(line)}`, look.columns, '      '),
      ),
    ]),
  );
}

function firstOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}

function uncovered(plan: Plan, look: Look): readonly string[] {
  const groups = uncoveredGroups(plan);
  if (groups.length === 0) return [];
  return section(
    'Uncovered: no rule makes a case of it yet',
    look,
    groups.flatMap(({ name, owned }) => [
      `  ${owned.length} ${name}`,
      ...shortened(
        owned.map(({ operation, element }) => `${operation.name}: ${elementWords(element)} at ${element.at}`),
      ).flatMap((line) =>
        wrapped(`    ${visible(line)}`, look.columns, '      ').map((part) => look.paint('quiet', part)),
      ),
    ]),
  );
}

function dependencies(plan: Plan, look: Look): readonly string[] {
  if (plan.dependencies.length === 0) return [];
  const names = operationNames(plan);
  return section(
    'What produces what',
    look,
    plan.dependencies.flatMap((one) =>
      wrapped(`  ${visible(dependencyWords(one, names))}`, look.columns, '    '),
    ),
  );
}

function section(title: string, { paint, columns }: Look, lines: readonly string[]): readonly string[] {
  return [...wrapped(title, columns).map((line) => paint('place', line)), ...lines];
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= few + 1) return lines;
  return [...lines.slice(0, few), `… and ${lines.length - few} more (--format json lists them all)`];
}
