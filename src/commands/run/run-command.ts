import { emitters } from '../../../emitters/index.ts';
import { printResult } from '../../run/print-result.ts';
import type { SuiteResult } from '../../run/result.ts';
import { readSuite, type RunOptions, runSuite } from '../../run/run-suite.ts';
import { RunnerFailure } from '../../run/runner-failure.ts';
import { countsOf } from '../../run/table.ts';
import type { ExitCode } from '../exit-code.ts';
import { interruptible } from '../interrupts.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** What `itc run` was told. What is absent was not said. */
export interface RunFlags {
  readonly baseUrl?: string;
  readonly python?: string;
  /** In seconds. */
  readonly timeout?: number;
}

/** A suite's folder, what its runner is told besides, and the flags. */
export interface RunInvocation {
  readonly folder: string;
  readonly parameters: readonly string[];
  readonly flags: RunFlags;
}

/** `itc run`: runs one suite and prints what came of it. */
export async function runCommand(
  { folder, parameters, flags }: RunInvocation,
  terminal: Terminal,
): Promise<ExitCode> {
  const { baseUrl, python, timeout } = flags;
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) {
    throw new UsageError(`--base-url ${baseUrl} is no URL, such as http://127.0.0.1:8000`);
  }
  const options: RunOptions = {
    baseUrl,
    program: python,
    parameters,
    ...(timeout !== undefined && { seconds: timeout }),
  };
  terminal.progress(`running ${folder}`);
  const run = await interruptible((signal) => attempt(folder, { ...options, signal }));
  terminal.progress('');
  if (run.kind === 'interrupted') return run.exitCode;
  if (run.result instanceof RunnerFailure) {
    terminal.err(`${terminal.paintErr('error', 'error:')} ${run.result.message}\n`);
    return 2;
  }
  terminal.out(printResult(run.result, terminal.paintOut));
  return exitCodeOf(run.result);
}

async function attempt(folder: string, options: RunOptions): Promise<SuiteResult | RunnerFailure> {
  try {
    return await execute(folder, options);
  } catch (thrown) {
    if (thrown instanceof RunnerFailure) return thrown;
    throw thrown;
  }
}

async function execute(folder: string, options: RunOptions): Promise<SuiteResult> {
  const { emitter } = readSuite(folder);
  const runner = emitters.find(({ name }) => name === emitter)?.runner;
  if (runner !== undefined) return runSuite(folder, runner, options);
  throw new RunnerFailure(`${folder} was written by the emitter ${emitter}, whose output itc can't run.`);
}

/** Where nothing passed, nothing was proved: that is never 0. */
function exitCodeOf({ verdicts, strays, isNarrowed }: SuiteResult): ExitCode {
  const { passed, failed, error, missing } = countsOf(verdicts);
  const isBad = failed + error > 0 || strays.length > 0 || (missing > 0 && !isNarrowed);
  return isBad || passed === 0 ? 1 : 0;
}
