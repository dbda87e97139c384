import { readFileSync, rmSync } from 'node:fs';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { afterEach } from 'vitest';
import { rspec } from '../../../emitters/rspec/index.ts';
import { verdicts } from '../../../emitters/rspec/verdicts.ts';
import { rubyTools } from '../../../scripts/toolchain.ts';
import type { NativeVerdict, Note } from '../../../src/model/runner.ts';
import { readNotes } from '../../../src/run/notes.ts';
import { type Oddity, bookshopServer } from '../bookshop-server.ts';
import { bookshop } from '../model.ts';
import { written } from '../written.ts';

/** The bookshop's suite. */
export const emission = rspec.emit(bookshop);
export const specHelper = emission.files.find((file) => file.path === 'spec_helper.rb')?.text ?? '';
export const total = Object.keys(emission.cases).length;

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

interface Run {
  readonly args?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** Started here instead of in the suite's folder. */
  readonly cwd?: string;
}

export interface Ran {
  readonly code: number;
  readonly output: string;
  /** By case id. */
  readonly verdicts: Readonly<Record<string, NativeVerdict | undefined>>;
  /** All that RSpec said, the user's own examples and what broke outside of any included. */
  readonly native: readonly NativeVerdict[];
  readonly notes: readonly Note[];
  readonly count: (outcome: NativeVerdict['outcome']) => number;
}

/** Runs the suite, with other files in place of its own, and reads the verdicts. */
export async function run({ args = [], variables = {}, files = {}, cwd }: Run): Promise<Ran> {
  const folder = written(emission, files);
  folders.push(folder);
  const report = path.join(folder, 'report.json');
  const notes = path.join(folder, 'notes');
  const { BASE_URL: _, SPEC_OPTS: __, ...rest } = process.env;
  const env = { ...rest, CREDENTIAL_BEARER_AUTH: 'open-sesame', ITC_NOTES: notes, ...variables };
  const all = [...rspec.runner!.command(report), ...args, ...(cwd === undefined ? [] : [folder])];
  const { code, output } = await new Promise<Pick<Ran, 'code' | 'output'>>((resolve) => {
    const child = execFile(rubyTools().rspec, all, { cwd: cwd ?? folder, env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode!, output: stdout + stderr }),
    );
  });
  const native = verdicts(readFileSync(report, 'utf8'));
  const byId = Object.entries(emission.cases).map(
    ([id, name]) => [id, native.find(({ test }) => test === name)] as const,
  );
  return {
    code,
    output,
    native,
    notes: readNotes(notes),
    verdicts: Object.fromEntries(byId),
    count: (wanted) => byId.filter(([, verdict]) => verdict?.outcome === wanted).length,
  };
}

/** The same against a server that is as odd as that. */
export async function against(oddity: Oddity | undefined, more: Run = {}) {
  const server = await bookshopServer(oddity);
  try {
    return { ...(await run({ ...more, variables: { BASE_URL: server.url, ...more.variables } })), server };
  } finally {
    await server.close();
  }
}
