import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Runner } from '../model/runner.ts';
import { type Lock, lockName, readLock } from '../output/lock.ts';
import { whyNobodyAnswers } from './answers.ts';
import { classify } from './classify.ts';
import { findProgram } from './find-program.ts';
import type { SuiteResult } from './result.ts';
import { readNotes } from './notes.ts';
import { RunnerFailure } from './runner-failure.ts';
import { spawned } from './spawned.ts';

/** How a suite is run. */
export interface RunOptions {
  /** Where the API is; undefined: as the suite's set-up says. Suites in every language read it from `BASE_URL`. */
  readonly baseUrl?: string | undefined;
  /** The program to run it with; undefined: the first that can. */
  readonly program?: string | undefined;
  /** What the runner is told besides, as it is. */
  readonly parameters?: readonly string[];
  /** More variables of the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How long it may take, in seconds. */
  readonly seconds?: number;
  /** Ends the run. */
  readonly signal?: AbortSignal;
}

/** In seconds. */
export const usualLimit = 1800;

/**
 * The lock of a suite's folder: which emitter wrote it, and its cases.
 *
 * @throws RunnerFailure where there is none.
 */
export function readSuite(folder: string): Lock {
  const file = path.join(folder, lockName);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new RunnerFailure(`There is no folder ${folder}. Compile a suite first: itc compile openapi.yaml`);
  }
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    throw new RunnerFailure(`${folder} has no ${lockName}: it is no suite that itc wrote.`);
  }
  const lock = readLock(readFileSync(file, 'utf8'));
  if (lock !== undefined) return lock;
  throw new RunnerFailure(`${file} is no lock that this version of itc can read. Compile the suite again.`);
}

/**
 * Runs a suite with its own runner and reads its verdicts.
 *
 * @throws RunnerFailure where it could not be run to its end; then there are no verdicts to trust.
 */
export async function runSuite(
  folder: string,
  runner: Runner,
  options: RunOptions = {},
): Promise<SuiteResult> {
  const lock = readSuite(folder);
  const { baseUrl, parameters = [], seconds = usualLimit, signal } = options;
  const environment = {
    ...process.env,
    ...options.environment,
    ...(baseUrl !== undefined && { BASE_URL: baseUrl }),
  };
  const silence = baseUrl === undefined ? undefined : await whyNobodyAnswers(baseUrl);
  if (silence !== undefined) {
    throw new RunnerFailure(`Nobody answers at ${baseUrl}: ${silence}. Start the API, or say where it is.`);
  }
  const around = { environment, folder: process.cwd(), suite: path.resolve(folder) };
  const program = await findProgram(runner, around, options.program);
  const scratch = mkdtempSync(path.join(tmpdir(), 'itc-run-'));
  try {
    const report = path.join(scratch, 'report');
    const notes = path.join(scratch, 'notes');
    const start = {
      folder,
      environment: { ...environment, ITC_NOTES: notes },
      milliseconds: seconds * 1000,
      into: runner.reportsAsOutput ? report : undefined,
      signal,
    };
    const ended = await spawned(program, [...runner.command(report), ...parameters], start);
    switch (ended.kind) {
      case 'absent':
        throw new RunnerFailure(`${program} cannot be started: ${ended.reason}.`);
      case 'late':
        throw new RunnerFailure(
          signal?.aborted
            ? 'The run was stopped.'
            : `The suite had not ended after ${seconds} s, and was stopped. Give it longer with --timeout.${lastWords(ended.output)}`,
        );
      case 'ended':
    }
    if (!runner.completes.includes(ended.code)) {
      throw new RunnerFailure(
        `${program} could not run the suite (exit code ${ended.code}).${lastWords(ended.output)}`,
      );
    }
    const verdicts = runner.verdicts(readReport(report, ended.output));
    const { emitter, spec } = lock;
    const isNarrowed = parameters.length > 0;
    const judged = classify(lock.cases, verdicts, readNotes(notes));
    return { emitter, spec, isNarrowed, ...judged, output: ended.output };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readReport(file: string, output: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new RunnerFailure(`The runner wrote no report.${lastWords(output)}`, { cause: error });
  }
}

/** The end of what a runner said, where it said why it could not. */
function lastWords(output: string): string {
  const lines = output.trimEnd().split('\n').slice(-30);
  return lines.join('').trim() === '' ? '' : `\nIt said:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
