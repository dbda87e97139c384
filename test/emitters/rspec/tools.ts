import { spawnSync } from 'node:child_process';
import { rubyTools } from '../../../scripts/toolchain.ts';

const tools = rubyTools();

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs one of the Ruby tools in a folder, and waits for it. */
export function run(
  tool: 'ruby' | 'rspec' | 'rubocop',
  args: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Ended {
  const { BASE_URL: _, SPEC_OPTS: __, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(tools[tool], args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...rest, LANG: 'C.UTF-8', ...variables },
  });
  return { code: status, output: stdout + stderr };
}

/**
 * What Ruby and RuboCop's layout cops say against all Ruby files of a folder: syntax, warnings, layout. `''` when they
 * like them. RuboCop comes with a width of 120.
 */
export function complaints(folder: string): string {
  const syntax = run(
    'ruby',
    [
      '-e',
      'Dir["**/*.rb"].each { |file| system(RbConfig.ruby, "-wc", file, out: File::NULL) || print(file) }',
    ],
    folder,
  );
  const layout = run(
    'rubocop',
    ['--only', 'Layout,Lint', '--cache', 'false', '--format', 'emacs', '.'],
    folder,
  );
  return syntax.output + (layout.code === 0 ? '' : layout.output);
}
