import path from 'node:path';
import { emitters } from '../../../emitters/index.ts';
import { type Config, readConfig } from '../../config.ts';
import { Report } from '../../diagnostics/report.ts';
import { createLocator } from '../../source/locate.ts';
import { readShown, readSources } from '../../source/read.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { compileOne } from './compile-one.ts';
import type { Invocation } from './flags.ts';
import { jobsOf, rebased } from './jobs.ts';
import type { Outcome } from './outcome.ts';
import { printOutcomes } from './print-outcomes.ts';
import { refuseCollisions, type Target, targetsOf } from './targets.ts';

const configName = 'itc.yaml';

/**
 * `itc compile`. Every spec is compiled, whatever becomes of the others; what was found is printed at the end.
 *
 * @throws UsageError where the arguments can't be meant; then nothing was compiled.
 */
export async function runCompile(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const start = new Report();
  const config = await findConfig(invocation, start);
  const targets = start.hasErrors ? [] : await findTargets(invocation, config, start);
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

/** The file that was named, else itc.yaml of the working folder; undefined where there is none, or none that is right. */
async function findConfig({ flags }: Invocation, report: Report): Promise<Config | undefined> {
  if (flags.config === undefined) {
    return readShown(configName) === undefined ? undefined : readConfig(configName, report);
  }
  // What a suite says of its contract must not depend on where itc was called: everything is seen from the file.
  process.chdir(folderOf(flags.config));
  return readConfig(path.basename(flags.config), report);
}

function folderOf(file: string): string {
  const folder = path.dirname(path.resolve(file));
  if (readShown(file) === undefined) throw new UsageError(`There is no configuration file ${file}.`);
  return folder;
}

/** @throws UsageError where the arguments contradict each other. */
async function findTargets(
  { specs, flags, folder }: Invocation,
  config: Config | undefined,
  report: Report,
): Promise<readonly Target[]> {
  const seen = rebased({ specs, flags }, folder, process.cwd());
  const jobs = jobsOf(seen.specs, seen.flags, config?.entries ?? []);
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
