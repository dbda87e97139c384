import { inOrderOfKinds } from '../model/case-kind.ts';
import { kindOf, type Outcome, type Verdict } from './result.ts';

/** The outcomes in the order of the table's columns. */
export const outcomes = [
  'passed',
  'failed',
  'error',
  'pending',
  'skipped',
  'missing',
] as const satisfies readonly Outcome[];

/** How many cases of a kind have each outcome. */
export interface TableRow {
  readonly heading: string;
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** A row per kind of case, in the order in which a suite has them, and one for all of them. */
export function tableOf(verdicts: readonly Verdict[]): readonly TableRow[] {
  const kinds = inOrderOfKinds(new Set(verdicts.map(({ id }) => kindOf(id))));
  const row = (heading: string, counted: readonly Verdict[]): TableRow => ({
    heading,
    counts: countsOf(counted),
  });
  return [
    ...kinds.map((kind) =>
      row(
        kind,
        verdicts.filter(({ id }) => kindOf(id) === kind),
      ),
    ),
    row('all', verdicts),
  ];
}

/** How many cases have each outcome. */
export function countsOf(verdicts: readonly Pick<Verdict, 'outcome'>[]): Readonly<Record<Outcome, number>> {
  const counts = { passed: 0, failed: 0, error: 0, pending: 0, skipped: 0, missing: 0 };
  for (const { outcome } of verdicts) counts[outcome] += 1;
  return counts;
}
