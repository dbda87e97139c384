import type { CaseId } from './model.ts';

/**
 * How suites of one language are run: what is called, and how its report is read. Facts of a language, kept beside its
 * emitter; the running itself is the same for all.
 */
export interface Runner {
  /** Programs that may run a suite, the best first: absolute paths, or names that are looked up in `PATH`. */
  programs(around: Surroundings): readonly string[];
  /** Arguments with which a program answers 0 when it has all that a suite needs. */
  readonly probe: readonly string[];
  /** What to do where no program has it: a command that mends it. */
  readonly advice: string;
  /**
   * What a person types in the suite's folder to run it for the first time, on one line.
   *
   * @param basePath what stands in front of every path; `''` where there is nothing
   */
  byHand(basePath: string): string;
  /** Arguments of a run in the suite's folder that writes a report to a file. What the user adds goes behind them. */
  command(report: string): readonly string[];
  /** Whether the report is what the program prints on its standard output, and not a file. */
  readonly reportsAsOutput?: true;
  /** Exit codes of a run that came to its end, whatever its verdicts. With any other they are not to be trusted. */
  readonly completes: readonly number[];
  /**
   * The verdicts in a report; a test may have more than one (its body and its clean-up).
   *
   * @throws Error where the text is no such report.
   */
  verdicts(report: string): readonly NativeVerdict[];
}

/** What programs are looked for in. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The working folder. */
  readonly folder: string;
  /** The folder of the suite. */
  readonly suite: string;
}

/** What a runner says of one of its tests. */
export interface NativeVerdict {
  /** As the lock names it (`itc.lock`, `cases`). */
  readonly test: string;
  /** `error`: it broke outside of its own assertions (set-up, clean-up, import). */
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'error';
  /** Why; `''` where the runner says nothing. May have more than one line. */
  readonly message: string;
  /** What was found without making the test fail. */
  readonly findings?: readonly string[];
  /** The promises that the test found broken. */
  readonly broken?: readonly BrokenPromise[];
}

/**
 * What support code says of one test beyond its runner's report: a line of JSON in the file that `ITC_NOTES` names, where
 * that variable is set. For runners whose reports have no room for it.
 */
export interface Note {
  /** The id of the case. */
  readonly case: CaseId;
  readonly findings?: readonly string[];
  readonly broken?: readonly BrokenPromise[];
}

/** What is behind a failure, told in the same words by every test that meets it. */
export interface BrokenPromise {
  /** `Book/properties/title: null, expected type "string"`: the schema that several operations share, or the place of one promise. */
  readonly cause: string;
  /** `GET /books/{bookId}`: whose answer breaks it. */
  readonly operation: string;
}
