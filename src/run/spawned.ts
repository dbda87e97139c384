import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** How a process is started, and for how long it may run. */
export interface Start {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly milliseconds: number;
  /** A file that takes its standard output, which is then not kept. */
  readonly into?: string | undefined;
  /** When it is aborted, so is the process. */
  readonly signal?: AbortSignal | undefined;
}

/** What became of a process. `output` is what it said on both streams, in the order in which it came. */
export type Ended =
  | { readonly kind: 'ended'; readonly code: number; readonly output: string }
  /** It took too long, or was aborted, and was killed with all that it had started. */
  | { readonly kind: 'late'; readonly output: string }
  /** It could not be started. */
  | { readonly kind: 'absent'; readonly reason: string };

/** So much output is kept, in characters: the beginning of what comes last is what people look for. */
const most = 1_000_000;

/** Runs a program to its end and keeps what it says. Never rejects: what goes wrong is an answer. */
export function spawned(program: string, parameters: readonly string[], start: Start): Promise<Ended> {
  const { folder, environment, milliseconds, into, signal } = start;
  return new Promise((resolve) => {
    const isGroup = process.platform !== 'win32';
    const file = into === undefined ? undefined : openSync(into, 'w');
    // A group of its own, so that the workers which a runner starts end with it.
    const child = spawn(program, parameters, {
      cwd: folder,
      env: environment,
      stdio: ['ignore', file ?? 'pipe', 'pipe'],
      detached: isGroup,
    });
    if (file !== undefined) closeSync(file);
    let output = '';
    const keep = (text: string) => {
      output = (output + text).slice(-most);
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);

    let isLate = false;
    const stop = () => {
      isLate = true;
      if (isGroup && child.pid !== undefined) killGroup(child.pid);
      else child.kill('SIGKILL');
    };
    const timer = setTimeout(stop, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
    const end = (ended: Ended) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(ended);
    };
    child.on('error', (error: NodeJS.ErrnoException) => end({ kind: 'absent', reason: reasonOf(error) }));
    child.on('close', (code) => {
      // A process that a signal has ended has no code; shells answer 128 and more.
      end(isLate ? { kind: 'late', output } : { kind: 'ended', code: code ?? 128, output });
    });
    if (signal?.aborted) stop();
  });
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // It has ended in the meantime: that was the aim.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such program';
  return code === 'EACCES' ? 'it may not be run' : message;
}
