import { groupBy } from '../api/group-by.ts';
import type { CaseId } from '../model/model.ts';
import type { NativeVerdict, Note } from '../model/runner.ts';
import type { Outcome, SuiteResult, Verdict } from './result.ts';

/**
 * Gives every case of the lock its outcome, in the lock's order. Where a runner speaks of one test twice (its body and
 * its clean-up), the worse counts.
 *
 * @param notes What support code says beside the report of the runner.
 */
export function classify(
  cases: Readonly<Record<CaseId, string>>,
  native: readonly NativeVerdict[],
  notes: readonly Note[] = [],
): Pick<SuiteResult, 'verdicts' | 'strays' | 'findings'> {
  const byTest = new Map<string, NativeVerdict>();
  for (const said of native) {
    const before = byTest.get(said.test);
    if (before === undefined || rank(said) > rank(before)) byTest.set(said.test, said);
  }
  const broken = groupBy(notes, (note) => note.case);
  const known = new Set(Object.values(cases));
  return {
    verdicts: Object.entries(cases).map(([id, test]): Verdict => {
      const said = byTest.get(test);
      if (said === undefined) return { id, test, outcome: 'missing', message: '' };
      const noted = broken.get(id)?.flatMap((note) => note.broken ?? []) ?? [];
      return { id, ...judged(said), ...(noted.length > 0 && { broken: noted }) };
    }),
    strays: [...byTest.values()]
      .filter(({ test, outcome }) => !known.has(test) && (outcome === 'failed' || outcome === 'error'))
      .map(judged),
    findings: [...new Set([...native, ...notes].flatMap(({ findings = [] }) => findings))],
  };
}

const worse = ['passed', 'skipped', 'error', 'failed'] as const satisfies readonly NativeVerdict['outcome'][];

function rank({ outcome }: NativeVerdict): number {
  return worse.indexOf(outcome);
}

/** Support code in every language begins the reason of a pending case with this word. */
const pending = /^pending\b/;

function judged({ test, outcome, message, broken }: NativeVerdict): Omit<Verdict, 'id'> {
  const judgement: Outcome = outcome === 'skipped' && pending.test(message) ? 'pending' : outcome;
  return { test, outcome: judgement, message, ...(broken && { broken }) };
}
