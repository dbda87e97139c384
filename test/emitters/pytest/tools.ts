import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pythonTools } from '../../../scripts/toolchain.ts';

const tools = await pythonTools();

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs one of the pinned Python tools in a folder, and waits for it. */
export function run(tool: 'python' | 'pytest' | 'ruff', args: readonly string[], folder: string): Ended {
  const { status, stdout, stderr } = spawnSync(tools[tool], args, {
    cwd: folder,
    encoding: 'utf8',
    env: environment(),
  });
  return { code: status, output: stdout + stderr };
}

/** The variables of this process, without those that a suite or its tools read. */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { BASE_URL: _, PYTHONPATH: __, VIRTUAL_ENV: ___, ...rest } = process.env;
  return { ...rest, PYTHONDONTWRITEBYTECODE: '1', ...more };
}

export const pytestPath = tools.pytest;

/** The rules that Ruff had for years when nobody chose any, and more that good suites keep. */
const strict = ['--select', 'E4,E7,E9,F,I,B,PT,UP,RET,SIM', '--ignore', 'PT022'];

/**
 * What Ruff says against a folder: its format, the rules that it comes with, and a stricter set; from the folder itself
 * and from above, as a repository's own run looks at it. `''` when it likes it.
 */
export function complaints(folder: string): string {
  const above = path.dirname(folder);
  const runs = [
    run('ruff', ['format', '--isolated', '--no-cache', '--diff', '.'], folder),
    run('ruff', ['check', '--isolated', '--no-cache', '--quiet', '.'], folder),
    run('ruff', ['check', '--isolated', '--no-cache', '--quiet', ...strict, '.'], folder),
    run('ruff', ['check', '--isolated', '--no-cache', '--quiet', path.basename(folder)], above),
  ];
  return runs.flatMap(({ code, output }) => (code === 0 ? [] : [output])).join('');
}
