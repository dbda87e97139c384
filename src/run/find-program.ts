import path from 'node:path';
import type { Runner, Surroundings } from '../model/runner.ts';
import { RunnerFailure } from './runner-failure.ts';
import { spawned } from './spawned.ts';

/** How long a program may take to say that it has what it needs, in milliseconds. */
const patience = 30_000;

/**
 * The first program that has all that a suite needs.
 *
 * @param chosen The one that the user insists on; then no other is tried.
 * @throws RunnerFailure that lists what was tried and says what to do.
 */
export async function findProgram(runner: Runner, around: Surroundings, chosen?: string): Promise<string> {
  const candidates = chosen === undefined ? runner.programs(around) : [named(chosen, around.folder)];
  const refusals: string[] = [];
  for (const program of candidates) {
    const { suite: folder, environment } = around;
    const probe = await spawned(program, runner.probe, { folder, environment, milliseconds: patience });
    if (probe.kind === 'ended' && probe.code === 0) return program;
    refusals.push(`  ${program}: ${refusalOf(probe)}`);
  }
  throw new RunnerFailure(`No program here can run this suite:\n${refusals.join('\n')}\n${runner.advice}`);
}

/** What looks like a path is one, seen from the working folder; anything else is looked up in `PATH`. */
function named(program: string, folder: string): string {
  return /[\\/]/.test(program) ? path.resolve(folder, program) : program;
}

function refusalOf(probe: Awaited<ReturnType<typeof spawned>>): string {
  switch (probe.kind) {
    case 'absent':
      return probe.reason;
    case 'late':
      return `no answer within ${patience / 1000} s`;
    case 'ended':
      return probe.output.trim().split('\n').at(-1) || `exit code ${probe.code}`;
  }
}
