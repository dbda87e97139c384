import { emitters } from '../../../emitters/index.ts';
import { Report } from '../../diagnostics/report.ts';
import { createLocator } from '../../source/locate.ts';
import { readSources } from '../../source/read.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { compileOne } from './compile-one.ts';
import { findJobs } from './find-jobs.ts';
import type { Flags, Invocation } from './flags.ts';
import type { Job } from './jobs.ts';
import type { Outcome } from './outcome.ts';
import { printOutcomes } from './print-outcomes.ts';
import { refuseCollisions, type Target, targetsOf } from './targets.ts';

/**
 * `itc compile`. Every spec is compiled, whatever becomes of the others; what was found is printed at the end.
 *
 * @throws UsageError where the arguments can't be meant; then nothing was compiled.
 */
export async function runCompile(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const start = new Report();
  const { config, jobs } = await findJobs(invocation, start);
  const targets = await findTargets(jobs, invocation.flags, start);
  const outcomes: Outcome[] = [];
  for (const target of targets) {
    const outcome = await compileOne(target, invocation, terminal);
    if ('interrupted' in outcome) return outcome.interrupted;
    outcomes.push(outcome);
  }
  terminal.progress('');
  const locate = createLocator(config ? [config.source] : []);
  const all: readonly Outcome[] = [{ diagnostics: start.diagnostics, locate, suites: [] }, ...outcomes];
  const exitCode = exitCodeOf(all.flatMap(({ diagnostics }) => diagnostics));
  printOutcomes(all, { invocation, terminal, exitCode });
  return exitCode;
}

/** @throws UsageError where the arguments contradict each other. */
async function findTargets(jobs: readonly Job[], flags: Flags, report: Report): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const job of jobs) targets.push(...targetsOf(job, await readSources(job.spec, report), emitters));
  refuseCollisions(targets);
  const isPrinted = targets.some(({ suites }) => suites.some((suite) => suite.folder === undefined));
  if (isPrinted && (flags.format === 'json' || flags.format === 'sarif')) {
    throw new UsageError(
      `The model and --format ${flags.format} would both be printed to standard output. Give --out DIR.`,
    );
  }
  if (isPrinted && flags.check)
    throw new UsageError('--check compares with files: give --emit model an --out DIR.');
  return targets;
}
