import type { CaseId } from '../model/model.ts';
import type { Verdict } from './result.ts';

/** A promise that is broken: one fault of the API, however many cases meet it. */
export interface BrokenBy {
  readonly cause: string;
  readonly cases: readonly CaseId[];
  /** Sorted. */
  readonly operations: readonly string[];
}

/** The broken promises of a run, the one that fails most cases first. */
export function brokenBy(verdicts: readonly Pick<Verdict, 'id' | 'broken'>[]): readonly BrokenBy[] {
  const found = new Map<string, { readonly cases: Set<CaseId>; readonly operations: Set<string> }>();
  for (const { id, broken = [] } of verdicts)
    for (const { cause, operation } of broken) {
      const one = found.get(cause) ?? { cases: new Set(), operations: new Set() };
      found.set(cause, one);
      one.cases.add(id);
      one.operations.add(operation);
    }
  return [...found]
    .map(([cause, { cases, operations }]) => ({
      cause,
      cases: [...cases],
      operations: [...operations].toSorted(),
    }))
    .toSorted((a, b) => b.cases.length - a.cases.length || (a.cause < b.cause ? -1 : 1));
}
