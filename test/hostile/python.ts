import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pythonTools } from '../../scripts/toolchain.ts';

/** What the Python files of a suite hold, but for the support package (see facts.py). */
export interface PythonFacts {
  readonly strings: readonly string[];
  readonly calls: readonly string[];
  readonly imports: readonly string[];
  readonly comments: readonly string[];
}

/** @throws Error where a file is no Python. */
export async function factsOf(folder: string): Promise<PythonFacts> {
  const { python } = await pythonTools();
  const script = path.join(import.meta.dirname, 'facts.py');
  return JSON.parse(
    execFileSync(python, [script, folder], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
  ) as PythonFacts;
}

/** The node ids that pytest finds in a suite. */
export async function collectedIn(folder: string): Promise<readonly string[]> {
  const { python } = await pythonTools();
  const parameters = ['-m', 'pytest', '--collect-only', '-q', '-p', 'no:randomly', '-p', 'no:cacheprovider'];
  const said = execFileSync(python, parameters, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return said.split('\n').filter((line) => line.includes('::'));
}

/** What a suite calls, however hostile its contract is. */
export const knownCalls: readonly string[] = (
  'anonymous api malformed wrong_scheme expired stranger lesser log_in log_in_2 log_in_3 password_grant ' +
  'client_credentials get put post delete patch head options request conforms accepted lists lacks allows ' +
  'every sorted is_empty is_either forgets walk at_once conform located header seed unique upload wanted meets again without ' +
  'changed at fixture param parametrize Path insert str globals update import_module fixtures'
).split(' ');

export const knownImports: readonly string[] = [
  'importlib',
  'itc_fixtures',
  'itc_support',
  'os',
  'pathlib',
  'pytest',
  'sys',
];
