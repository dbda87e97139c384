import { groupBy } from '../api/group-by.ts';
import type { Paint } from '../diagnostics/print/paint.ts';
import { visible } from '../diagnostics/print/visible.ts';
import { printTable } from './print-table.ts';
import { brokenBy } from './broken-by.ts';
import { causeOf, testsNothing, type Outcome, type SuiteResult, type Verdict } from './result.ts';

/** So many lines of a failure are shown: what was promised, what is wrong, the exchange. */
const shownLines = 14;
/** So many failures are shown: who has more begins with the first. */
const shownFailures = 50;
/** So many cases are listed under one heading. */
const shownCases = 20;
/** So many operations are named with one cause. */
const shownOperations = 5;

const nothing = 'Nothing was tested: what the cases need is missing, or all of them are left out.';

/**
 * What came of a run, for people: each failure with its first lines (cases that could not begin for the same reason
 * are one), then what was not judged and what was found besides, then one table of kinds and outcomes.
 */
export function printResult(result: SuiteResult, paint: Paint): string {
  const { strays, findings, isNarrowed } = result;
  const verdicts = result.verdicts.filter(({ outcome }) => !isNarrowed || outcome !== 'missing');
  const failed = of('failed', verdicts);
  return [
    ...failed.slice(0, shownFailures).map((verdict) => printFailure(verdict, paint)),
    printMore(failed.length - shownFailures, paint),
    ...[...groupBy(of('error', verdicts), causeOf).values()].map((stopped) => printStopped(stopped, paint)),
    ...strays.map((stray) => printFailure({ id: 'not in itc.lock', ...stray }, paint)),
    printList(
      'pending: these cases need something that the set-up does not give',
      of('pending', verdicts),
      paint,
    ),
    printList('skipped: these cases are left out', of('skipped', verdicts), paint),
    printList(
      'missing: the lock has these cases, and the runner says nothing of them',
      of('missing', verdicts),
      paint,
    ),
    printFindings(findings, paint),
    printBroken(verdicts, paint),
    printTable(verdicts, paint),
    testsNothing(verdicts) ? `${paint('error', nothing)}\n` : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function of(wanted: Outcome, verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ outcome }) => outcome === wanted);
}

function printFailure({ id, test, outcome, message }: Verdict, paint: Paint): string {
  const head = `${paint('error', outcome)} ${paint('place', visible(test))} ${paint('quiet', `[${visible(id)}]`)}`;
  return [head, ...firstLines(message, paint), ''].join('\n');
}

function printMore(count: number, paint: Paint): string {
  return count > 0 ? `${paint('error', `… and ${count} more cases that failed`)}\n` : '';
}

/** Cases that never came to their own request, because the same thing broke before or after it. */
function printStopped(stopped: readonly Verdict[], paint: Paint): string {
  const [first, ...others] = stopped;
  if (others.length === 0) return printFailure(first!, paint);
  const ids = stopped.slice(0, shownCases).map(({ id }) => paint('quiet', `  ${visible(id)}`));
  const more = stopped.length - ids.length;
  return [
    `${paint('error', 'error')} ${paint('place', `${stopped.length} cases could not begin or end`)}`,
    ...firstLines(first!.message, paint),
    ...ids,
    ...(more > 0 ? [paint('quiet', `  … and ${more} more`)] : []),
    '',
  ].join('\n');
}

function firstLines(message: string, paint: Paint): readonly string[] {
  const lines = message.trim().split('\n');
  const more = lines.length - shownLines;
  return [
    ...lines.slice(0, shownLines).map((line) => `  ${visible(line)}`),
    ...(more > 0 ? [paint('quiet', `  … and ${more} more lines`)] : []),
  ];
}

function printFindings(findings: readonly string[], paint: Paint): string {
  if (findings.length === 0) return '';
  const lines = findings.map((finding) => `  ${finding.split('\n').map(visible).join('\n    ')}`);
  return [paint('warning', 'findings: these make no case fail'), ...lines, ''].join('\n');
}

/** One line for each broken promise, where several cases have met one. */
function printBroken(verdicts: readonly Verdict[], paint: Paint): string {
  const causes = brokenBy(verdicts);
  if (causes.every(({ cases }) => cases.length === 1)) return '';
  const lines = causes.slice(0, shownCases).map(({ cause, cases, operations }) => {
    const more = operations.length - shownOperations;
    const named = [...operations.slice(0, shownOperations), ...(more > 0 ? [`${more} more`] : [])].join(', ');
    const count = cases.length === 1 ? '1 case' : `${cases.length} cases`;
    return `  ${visible(cause)}${paint('quiet', `  ${count}: ${visible(named)}`)}`;
  });
  const more = causes.length - lines.length;
  const rest = more > 0 ? [paint('quiet', `  … and ${more} more`)] : [];
  return [paint('error', 'broken promises: what is behind the failures'), ...lines, ...rest, ''].join('\n');
}

function printList(heading: string, verdicts: readonly Verdict[], paint: Paint): string {
  if (verdicts.length === 0) return '';
  const more = verdicts.length - shownCases;
  return [
    paint('warning', heading),
    ...verdicts.slice(0, shownCases).map(({ id, message }) => {
      const [first = ''] = message.split('\n');
      return `  ${visible(id)}${first === '' ? '' : paint('quiet', `  ${visible(first)}`)}`;
    }),
    ...(more > 0 ? [paint('quiet', `  … and ${more} more`)] : []),
    '',
  ].join('\n');
}
