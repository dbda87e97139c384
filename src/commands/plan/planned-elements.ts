import type { Covered, Verdict } from '../../coverage/coverage.ts';
import type { At, CaseId } from '../../model/model.ts';
import type { Place } from '../../source/place.ts';

/** One element of a contract, and what became of it. */
export interface PlannedElement {
  readonly kind: Covered['kind'];
  readonly name: string;
  /** What it is about, in its operation: `body.title`; `''` for the operation itself. */
  readonly of: string;
  readonly at: At;
  /** JSON Pointer in the document. */
  readonly pointer: string;
  readonly state: Verdict['state'];
  /** Cases and rows that cover it. */
  readonly by?: readonly CaseId[];
  /** Of an excuse: machine-readable. */
  readonly code?: string;
  /** Why no case covers it. */
  readonly reason?: string;
}

/** Numbers of elements, by what became of them. */
export type Tally = Readonly<Record<Verdict['state'], number>>;

export function planned(
  { kind, name, of, place, verdict }: Covered,
  locate: (place: Place) => At,
): PlannedElement {
  return { kind, name, of, at: locate(place), pointer: place.pointer, ...verdict };
}

export function tallyOf(elements: readonly Covered[]): Tally {
  const tally = { covered: 0, pending: 0, excused: 0, uncovered: 0 };
  for (const { verdict } of elements) tally[verdict.state]++;
  return tally;
}

/** Of what could be covered, the part that is, in whole percent rounded down: 100 % is all of it. Undefined for nothing. */
export function percentCovered({ covered, pending, uncovered }: Tally): number | undefined {
  const all = covered + pending + uncovered;
  return all === 0 ? undefined : Math.floor((100 * (covered + pending)) / all);
}
