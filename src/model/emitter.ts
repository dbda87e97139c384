import type { CaseId, TestModel } from './model.ts';
import type { Runner } from './runner.ts';

/** Writes a suite in one language. Pure: the same model gives the same bytes; no disk, no clock, no environment. */
export interface Emitter {
  /** The name on the command line: `pytest`. */
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  emit(model: TestModel): Emission;
  /** How its suites are run; absent where its output is no suite. */
  readonly runner?: Runner;
}

export interface Emission {
  readonly files: readonly EmittedFile[];
  /** What each case (each row, where a case has rows) is called in the suite's own runner. */
  readonly cases: Readonly<Record<CaseId, string>>;
}

export interface EmittedFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** `itc`: written every time. `you`: written once, when absent, then left alone. */
  readonly owner: 'itc' | 'you';
  /** Of a set-up file of the user's: what it has to give, so that no case waits for it. */
  readonly asks?: readonly Ask[];
}

/** Sets of entries, any of which is enough: the alternatives of a security requirement, or one seed. */
export type Ask = readonly (readonly Asked[])[];

/** Something that only the user knows. */
export interface Asked {
  readonly kind: 'credential' | 'seed';
  /** The security scheme, or the seed. */
  readonly name: string;
  /** What the line belongs to: `seeds`. */
  readonly where: string;
  /** What to add to the file. */
  readonly line: string;
}
