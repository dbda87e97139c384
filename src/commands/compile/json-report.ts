import { type DiagnosticJson, toJson } from '../../diagnostics/print/json.ts';
import { locateAll } from '../../diagnostics/print/spot.ts';
import type { Drift } from '../../output/drift.ts';
import { version } from '../../version.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Counts } from './counts.ts';
import type { Outcome, SuiteOutcome } from './outcome.ts';

/** What `--format json` prints. */
export interface JsonReport {
  readonly format: 1;
  readonly itc: string;
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly DiagnosticJson[];
  readonly specs: readonly (Partial<Counts> & {
    readonly spec: string;
    readonly suites: readonly SuiteJson[];
  })[];
}

export interface SuiteJson extends Pick<SuiteOutcome, 'emitter' | 'folder' | 'state'> {
  /** Each file, and what was done with it: an action's name, as docs/cli.md lists them. */
  readonly files: readonly { readonly path: string; readonly action: string }[];
  readonly drift?: readonly Drift[];
  readonly command?: string;
}

export function toJsonReport(outcomes: readonly Outcome[], exitCode: ExitCode): JsonReport {
  return {
    format: 1,
    itc: version,
    exitCode,
    diagnostics: outcomes.flatMap(({ diagnostics, locate }) => toJson(locateAll(diagnostics, locate))),
    specs: outcomes.flatMap(({ document, counts, suites }) =>
      document === undefined ? [] : [{ spec: document, ...counts, suites: suites.map(suiteJson) }],
    ),
  };
}

function suiteJson({ emitter, folder, state, actions, drift }: SuiteOutcome): SuiteJson {
  return {
    emitter,
    folder,
    state,
    files: actions.map(({ path, kind }) => ({ path, action: kind })),
    ...(drift && drift.files.length > 0 && { drift: drift.files, command: drift.command }),
  };
}
