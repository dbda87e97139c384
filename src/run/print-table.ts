import type { Paint, Role } from '../diagnostics/print/paint.ts';
import { visible } from '../diagnostics/print/visible.ts';
import type { Outcome, Verdict } from './result.ts';
import { outcomes, tableOf } from './table.ts';

const roles: Readonly<Record<Outcome, Role>> = {
  passed: 'good',
  failed: 'error',
  error: 'error',
  pending: 'warning',
  skipped: 'warning',
  missing: 'error',
};

/**
 * A row per kind of case and one for all, a column per outcome: only the columns that count something, and always that
 * of what passed.
 */
export function printTable(verdicts: readonly Verdict[], paint: Paint): string {
  const rows = tableOf(verdicts);
  const shown = outcomes.filter((outcome) => outcome === 'passed' || rows.at(-1)!.counts[outcome] > 0);
  const first = Math.max(...rows.map(({ heading }) => heading.length));
  const head = ['kind'.padEnd(first), ...shown.map((outcome) => outcome.padStart(outcome.length))];
  const body = rows.map(({ heading, counts }) => [
    visible(heading).padEnd(first),
    ...shown.map((outcome) => {
      const count = counts[outcome];
      const text = String(count === 0 ? '·' : count).padStart(outcome.length);
      return paint(count === 0 ? 'quiet' : roles[outcome], text);
    }),
  ]);
  const line = '─'.repeat(head.join('  ').length);
  const print = (cells: readonly string[]) => `${cells.join('  ')}\n`;
  return [
    paint('quiet', print(head)),
    ...body.slice(0, -1).map(print),
    paint('quiet', `${line}\n`),
    ...body.slice(-1).map(print),
  ].join('');
}
