import path from 'node:path';
import { type Choices, type Config, readConfig } from '../../config.ts';
import type { Report } from '../../diagnostics/report.ts';
import { readShown } from '../../source/read.ts';
import { UsageError } from '../usage-error.ts';
import { type Job, jobsOf, rebased } from './jobs.ts';

const configName = 'itc.yaml';

/** What was typed that says which contracts are meant. */
export interface Asked {
  readonly specs: readonly string[];
  readonly flags: Choices & { readonly config?: string };
  /** Absolute: what paths on the command line are relative to. */
  readonly folder: string;
}

export interface Found {
  /** Absent: there is none, or none that is right; then the report has errors. */
  readonly config?: Config;
  readonly jobs: readonly Job[];
}

/**
 * The jobs that were asked for, as the command line and the configuration say. Works in the folder of a configuration
 * that was named, from then on.
 *
 * @throws UsageError where the arguments can't be meant.
 */
export async function findJobs(asked: Asked, report: Report): Promise<Found> {
  const config = await findConfig(asked.flags.config, report);
  if (report.hasErrors) return { jobs: [] };
  const { specs, flags } = rebased(asked, asked.folder, process.cwd());
  return { ...(config && { config }), jobs: jobsOf(specs, flags, config?.entries ?? []) };
}

/** The file that was named, else itc.yaml of the working folder; undefined where there is none, or none that is right. */
async function findConfig(named: string | undefined, report: Report): Promise<Config | undefined> {
  if (named === undefined) {
    return readShown(configName) === undefined ? undefined : readConfig(configName, report);
  }
  // What a suite says of its contract must not depend on where itc was called: everything is seen from the file.
  process.chdir(folderOf(named));
  return readConfig(path.basename(named), report);
}

function folderOf(file: string): string {
  const folder = path.dirname(path.resolve(file));
  if (readShown(file) === undefined) throw new UsageError(`There is no configuration file ${file}.`);
  return folder;
}
