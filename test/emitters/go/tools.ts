import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { goTools } from '../../../scripts/toolchain.ts';

const program = await goTools();

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  /** What it said on its standard output alone. */
  readonly report: string;
}

/** Runs `go` in a folder, and waits for it. */
export function go(
  args: readonly string[],
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Ended {
  const { BASE_URL: _, ITC_NOTES: __, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...rest, ...more },
    maxBuffer: 1 << 28,
  });
  return { code: status, output: stdout + stderr, report: stdout };
}

/** The same while this process goes on, which may be the server that is tested. */
export function running(
  args: readonly string[],
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { BASE_URL: _, ITC_NOTES: __, ...rest } = process.env;
  const options = { cwd: folder, env: { ...rest, ...more }, maxBuffer: 1 << 28 };
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (___, stdout, stderr) =>
      resolve({ code: child.exitCode, output: stdout + stderr, report: stdout }),
    );
  });
}

/** What gofmt and go vet say against the files of a folder; `''` when they like them. */
export function complaints(folder: string): string {
  const gofmt = path.join(path.dirname(program), 'gofmt');
  const { stdout, stderr } = spawnSync(gofmt, ['-d', '.'], { cwd: folder, encoding: 'utf8' });
  const vetted = go(['vet', './...'], folder);
  return stdout + stderr + (vetted.code === 0 ? '' : vetted.output);
}
