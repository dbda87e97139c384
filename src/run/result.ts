import type { CaseId } from '../model/model.ts';
import type { BrokenPromise } from '../model/runner.ts';

/**
 * What became of a case. `pending`: it needs something that the set-up does not give. `skipped`: the user leaves it out.
 * `error`: it broke outside of its own assertions. `missing`: the lock has it, and the runner said nothing of it.
 */
export type Outcome = 'passed' | 'failed' | 'error' | 'pending' | 'skipped' | 'missing';

export interface Verdict {
  readonly id: CaseId;
  /** What the case is called in its own runner. */
  readonly test: string;
  readonly outcome: Outcome;
  /** Why, as the runner says it; `''` where there is nothing to say. May have more than one line. */
  readonly message: string;
  /** The promises that it found broken. */
  readonly broken?: readonly BrokenPromise[];
}

/** What came of a run of a suite. */
export interface SuiteResult {
  readonly emitter: string;
  readonly spec: string;
  /** Whether the runner was told more by the user: perhaps to leave cases out, so that a missing one is no finding. */
  readonly isNarrowed: boolean;
  /** One per case of the lock, in the lock's order. */
  readonly verdicts: readonly Verdict[];
  /** What was found without making a case fail, each once. */
  readonly findings: readonly string[];
  /** Tests that failed and are not in the lock: the user's own, or a file that did not load. */
  readonly strays: readonly Omit<Verdict, 'id'>[];
  /** What the runner said. */
  readonly output: string;
}

/** Whether no case came as far as to be judged. */
export function testsNothing(verdicts: readonly Pick<Verdict, 'outcome'>[]): boolean {
  return verdicts.every(({ outcome }) => outcome !== 'passed' && outcome !== 'failed' && outcome !== 'error');
}

/** `create-book/required/body/title` → `required`. */
export function kindOf(id: CaseId): string {
  return id.split('/')[1] ?? '';
}

/**
 * What broke, and where the contract promises it: the first line of a failure without the id of the case that met it
 * (`POST /books breaks the contract at openapi.yaml:66:9   [get-book/happy]`).
 */
export function causeOf({ message }: Pick<Verdict, 'message'>): string {
  return message.split('\n', 1)[0]!.replace(/ +\[[^\]]*\]$/, '');
}
