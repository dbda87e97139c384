import { rmSync } from 'node:fs';
import { afterEach } from 'vitest';
import { go as emitter } from '../../../emitters/go/index.ts';
import { verdicts } from '../../../emitters/go/verdicts.ts';
import type { NativeVerdict } from '../../../src/model/runner.ts';
import { type Oddity, bookshopServer } from '../bookshop-server.ts';
import { bookshop } from '../model.ts';
import { written } from '../written.ts';
import { running } from './tools.ts';

/** The bookshop's suite. */
export const emission = emitter.emit(bookshop);
export const setup = emission.files.find(({ path }) => path === 'setup_test.go')?.text ?? '';
export const total = Object.keys(emission.cases).length;

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

interface Run {
  readonly args?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** What is done in the folder before. */
  readonly before?: (folder: string) => void;
}

export interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly said: readonly NativeVerdict[];
  /** By case id. */
  readonly verdicts: Readonly<Record<string, NativeVerdict | undefined>>;
  readonly count: (outcome: NativeVerdict['outcome']) => number;
}

/** Runs the suite, with other files in place of its own, and reads the verdicts. */
export async function run({ args = [], variables = {}, files = {}, before }: Run): Promise<Ran> {
  const folder = written(emission, files);
  folders.push(folder);
  before?.(folder);
  const env = { CREDENTIAL_BEARER_AUTH: 'open-sesame', ...variables };
  const { code, output, report } = await running(
    ['test', '-json', '-count=1', './...', ...args],
    folder,
    env,
  );
  const said = verdicts(report);
  const byId = Object.entries(emission.cases).map(
    ([id, name]) => [id, said.find(({ test }) => test === name)] as const,
  );
  return {
    code,
    output,
    said,
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
