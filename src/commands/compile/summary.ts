import type { Paint } from '../../diagnostics/print/paint.ts';
import { visible } from '../../diagnostics/print/visible.ts';
import type { Action } from '../../output/plan.ts';
import { together, wrapped } from '../plan/lines.ts';
import { quote } from './mending-command.ts';
import type { Outcome, SuiteOutcome } from './outcome.ts';

/**
 * What a spec has become, for people; `''` where it has become nothing:
 *
 * ```
 * openapi.yaml: 13 operations, 87 cases, 3 pending (they need a seed value), 5 gaps
 *   cases: 22 happy, 14 required, 51 bounds
 *   gaps: 5 no-promise
 *   contract-tests/pytest: 9 written, 2 yours
 * ```
 */
export function printSummary(
  { document, counts, suites }: Outcome,
  { paint, columns }: { readonly paint: Paint; readonly columns: number | undefined },
): string {
  if (document === undefined || counts === undefined) return '';
  const { operations, tested, cases, kinds, pending, gaps, gapCodes } = counts;
  const head = [
    `${tested === operations ? '' : `${tested} of `}${plural(operations, 'operation')}`,
    plural(cases, 'case'),
    ...(pending > 0 ? [paint('warning', `${pending} pending (they need a seed value)`)] : []),
    ...(gaps > 0 ? [paint('warning', together(gaps, gaps === 1 ? 'gap' : 'gaps'))] : []),
  ];
  return [
    ...wrapped(`${paint('place', visible(document))}: ${head.join(', ')}`, columns, '    '),
    ...(cases > 0 ? wrapped(`  cases: ${listed(kinds)}`, columns, '    ') : []),
    ...(gaps > 0 ? wrapped(`  gaps: ${listed(gapCodes)}`, columns, '    ') : []),
    ...suites.flatMap((suite) => [
      `  ${visible(suite.folder)}: ${describeSuite(suite, paint)}`,
      ...(suite.byHand === undefined
        ? []
        : [`  run it: cd ${visible(quote(suite.folder))} && ${suite.byHand}`]),
    ]),
    '',
  ].join('\n');
}

function describeSuite({ actions, state, drift }: SuiteOutcome, paint: Paint): string {
  switch (state) {
    case 'checked':
      return drift?.files.length === 0 ? paint('good', 'up to date') : paint('error', 'out of date');
    case 'refused':
      return paint('error', 'nothing written');
    case 'written': {
      const count = (...kinds: readonly Action['kind'][]) =>
        actions.filter(({ kind }) => kinds.includes(kind)).length;
      const parts = [
        [count('write', 'refuse'), 'written'],
        [count('unchanged'), 'unchanged'],
        [count('keep'), 'yours'],
        [count('remove'), 'removed'],
        [count('leave'), 'left'],
      ] as const;
      return parts.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : [])).join(', ');
    }
  }
}

/** A check's differences as short unified diffs, and the command that mends them; `''` where there are none. */
export function printDrift({ suites }: Outcome, paint: Paint): string {
  return suites
    .flatMap(({ folder, drift }) => {
      if (drift === undefined || drift.files.length === 0) return [];
      const shown = drift.files
        .slice(0, most)
        .flatMap(({ path, change, diff }) => [
          `${paint('place', visible(`${folder}/${path}`))} is ${change}`,
          ...diff.map((line) => `  ${paintDiff(line, paint)}`),
        ]);
      const more = drift.files.length - most;
      return [...shown, ...(more > 0 ? [`… and ${plural(more, 'more file')}`] : []), `Run ${drift.command}`];
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** So many files of one folder are shown. */
const most = 10;

function paintDiff(line: string, paint: Paint): string {
  const text = visible(line);
  if (line.startsWith('+')) return paint('added', text);
  return line.startsWith('-') ? paint('removed', text) : paint('quiet', text);
}

function listed(numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers)
    .map(([name, number]) => together(number, visible(name)))
    .join(', ');
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
