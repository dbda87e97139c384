import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach } from 'vitest';
import { pytest } from '../../../emitters/pytest/index.ts';
import { verdicts } from '../../../emitters/pytest/verdicts.ts';
import type { NativeVerdict } from '../../../src/model/runner.ts';
import { type Oddity, bookshopServer } from '../bookshop-server.ts';
import { bookshop } from '../model.ts';
import { written } from '../written.ts';
import { environment, pytestPath } from './tools.ts';

/** The bookshop's suite. */
export const emission = pytest.emit(bookshop);
export const conftest = emission.files.find(({ path }) => path === 'conftest.py')?.text ?? '';
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

interface Run {
  readonly args?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

interface Ran {
  readonly code: number;
  readonly output: string;
  /** By case id. */
  readonly verdicts: Readonly<Record<string, NativeVerdict | undefined>>;
  readonly count: (outcome: NativeVerdict['outcome']) => number;
}

/** Runs the suite, with other files in place of its own, and reads the verdicts. */
export async function run({ args = [], variables = {}, files = {}, cwd }: Run): Promise<Ran> {
  const folder = written(emission, files);
  folders.push(folder);
  const report = path.join(folder, 'report.xml');
  const env = environment({ CREDENTIAL_BEARER_AUTH: 'open-sesame', ...variables });
  const all = ['-p', 'no:cacheprovider', `--junitxml=${report}`, ...args, cwd === undefined ? '.' : folder];
  const { code, output } = await new Promise<Pick<Ran, 'code' | 'output'>>((resolve) => {
    const child = execFile(pytestPath, all, { cwd: cwd ?? folder, env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode!, output: stdout + stderr }),
    );
  });
  const said = verdicts(readFileSync(report, 'utf8'));
  const byId = Object.entries(emission.cases).map(
    ([id, node]) => [id, said.find(({ test }) => test === node)] as const,
  );
  return {
    code,
    output,
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

export const total = Object.keys(emission.cases).length;
