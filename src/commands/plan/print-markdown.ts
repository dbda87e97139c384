import { groupBy } from '../../api/group-by.ts';
import { operationNames } from './dependency-words.ts';
import { printMermaid } from './print-mermaid.ts';
import { kindsOf, type Plan } from './plan.ts';
import type { PlannedCase } from './planned-cases.ts';
import {
  coverageLine,
  elementWords,
  gapGroups,
  headline,
  heatRows,
  percentWords,
  uncoveredGroups,
} from './summaries.ts';

/** A plan as Markdown (CommonMark, with the tables and diagrams that GitHub and GitLab show), for reviews and wikis. */
export function printMarkdown(plan: Plan): string {
  const sections = [
    [
      `# Test plan: ${escaped(plan.title)}`,
      `${code(plan.spec)}: ${headline(plan)}. ${coverageLine(plan.coverage)}`,
    ],
    ['## Operations and kinds', heat(plan)],
    ['## Cases', ...cases(plan)],
    plan.gaps.length === 0 ? [] : ['## Gaps', 'What no case covers, and why.', gaps(plan)],
    uncovered(plan),
    plan.dependencies.length === 0
      ? []
      : ['## What produces what', `\`\`\`mermaid\n${printMermaid(plan)}\`\`\``],
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

function heat(plan: Plan): string {
  const kinds = kindsOf(plan);
  return table(
    ['operation', 'cases', ...kinds, 'covered'],
    heatRows(plan).map(({ name, total, kinds: counts, coverage }) => [
      code(name),
      String(total),
      ...kinds.map((kind) => (counts[kind] === undefined ? '' : String(counts[kind]))),
      coverage ? percentWords(coverage) : '',
    ]),
  );
}

function cases({ cases: all }: Plan): readonly string[] {
  return [...groupBy(all, ({ about }) => about)].flatMap(([about, own]) => [
    `### ${escaped(about)}`,
    own.map(caseLine).join('\n'),
  ]);
}

function caseLine({ id, title, strength, isPending, steps, rows = [] }: PlannedCase): string {
  const told = rows.length > 0 ? ` (${rows.map(({ label }) => escaped(label)).join('; ')})` : '';
  const promise = steps.length === 1 ? `; ${escaped(steps[0]!.promise)}` : `; ${steps.length} steps`;
  return `- ${escaped(title)}${told}${promise} – ${strength}${isPending ? ', pending' : ''}, ${code(id)}`;
}

function gaps(plan: Plan): string {
  const names = operationNames(plan);
  return table(
    ['code', 'reason', 'where'],
    gapGroups(plan).map(({ code: name, reason, gaps: own }) => [
      code(name),
      escaped(reason),
      own
        .map(({ at, operation }) =>
          operation === undefined ? code(at) : `${code(names.get(operation) ?? operation)} ${code(at)}`,
        )
        .join(', '),
    ]),
  );
}

function uncovered(plan: Plan): readonly string[] {
  const groups = uncoveredGroups(plan);
  if (groups.length === 0) return [];
  const rows = groups.flatMap(({ owned }) =>
    owned.map(({ operation, element }) => [
      code(operation.name),
      escaped(elementWords(element)),
      code(element.at),
    ]),
  );
  return ['## Uncovered', 'No rule makes a case of it yet.', table(['operation', 'what', 'where'], rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text of a contract, in which nothing is markup. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~&!]/g, String.raw`\$&`)
    .replaceAll(/^([-+]|\d+[.)])/g, String.raw`\$1`);
}

/** Text of a contract as code: one more backtick around it than it has inside (CommonMark §6.1); bars split tables. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('|', String.raw`\|`);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
