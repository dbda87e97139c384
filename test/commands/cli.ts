import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** What a process has said and answered. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Cli {
  /** Runs `itc` in a folder, without a terminal. */
  run(folder: string, parameters: readonly string[], more?: Surroundings): Promise<Ended>;
  /** Starts it, to be interrupted. */
  start(
    folder: string,
    parameters: readonly string[],
  ): { readonly child: ChildProcess; readonly ended: Promise<Ended> };
}

export interface Surroundings {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The real command line, bundled from the sources as they are, for the tests of one file. */
export function useCli(): Cli {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(path.join(root, 'node_modules/.itc-cli-'));
    await bundle(folder);
  });
  const running = new Set<ChildProcess>();
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (cwd: string, parameters: readonly string[], { input, environment }: Surroundings = {}) => {
    const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _ci, ...inherited } = process.env;
    const env = { ...inherited, ...environment };
    const child = spawn(process.execPath, [path.join(folder, 'cli.js'), ...parameters], { cwd, env });
    running.add(child);
    child.on('close', () => running.delete(child));
    child.stdin.end(input ?? '');
    return { child, ended: end(child) };
  };
  return { start, run: (cwd, parameters, more) => start(cwd, parameters, more).ended };
}

function end(child: ChildProcess): Promise<Ended> {
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

async function bundle(folder: string): Promise<void> {
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const made = await rolldown({
    cwd: root,
    input: { cli: path.join(root, 'src/cli.ts') },
    platform: 'node',
    external: [/^node:/, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`))],
    plugins: [
      {
        name: 'raw',
        resolveId: (id, importer) => (id.endsWith('?raw') ? path.resolve(path.dirname(importer!), id) : null),
        load(id) {
          if (!id.endsWith('?raw')) return null;
          const text = readFileSync(id.slice(0, -'?raw'.length), 'utf8');
          return { code: `export default ${JSON.stringify(text)};`, moduleType: 'js' };
        },
      },
    ],
  });
  await made.write({ dir: folder, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' });
  await made.close();
}
