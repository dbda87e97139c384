import type { Locate } from '../../diagnostics/print/spot.ts';
import type { Diagnostic } from '../../diagnostics/report.ts';
import type { Drift } from '../../output/drift.ts';
import type { Action } from '../../output/plan.ts';
import type { Counts } from './counts.ts';

/** What became of one spec (or of the command line and its configuration, where `document` is undefined). */
export interface Outcome {
  readonly document?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
  /** Absent where there is no model. */
  readonly counts?: Counts;
  readonly suites: readonly SuiteOutcome[];
}

/** What became of one output folder. */
export interface SuiteOutcome {
  readonly emitter: string;
  readonly folder: string;
  /** What was done, or would have been (`refused`, `checked`), file by file. */
  readonly actions: readonly Action[];
  readonly state: 'written' | 'refused' | 'checked';
  /** What to type in the folder to run the suite, where it was written for the first time. */
  readonly byHand?: string;
  /** Of a check: the differences, and the command that mends them. */
  readonly drift?: { readonly files: readonly Drift[]; readonly command: string };
}
