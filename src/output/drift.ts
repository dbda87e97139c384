import { structuredPatch } from 'diff';
import { unixLines } from './fingerprint.ts';
import { type Lock, lockName, printLock, readLock } from './lock.ts';
import type { Plan } from './plan.ts';

/** A file that `itc compile` would change. */
export interface Drift {
  /** Relative to the output folder. */
  readonly path: string;
  readonly change: 'missing' | 'stale' | 'edited' | 'extra';
  /** The way from what is there to what would be there, as lines of a unified diff without its file names. */
  readonly diff: readonly string[];
}

/** At most so many lines of a file's difference: the mending command brings the rest. */
const short = 24;

/** What a plan would change, file by file; empty where the folder is as it would be written. */
export function drift(plan: Plan): readonly Drift[] {
  const files = plan.actions.flatMap((action): readonly Drift[] => {
    const { kind, path } = action;
    switch (kind) {
      case 'write':
        return action.before === undefined
          ? [{ path, change: 'missing', diff: [] }]
          : [{ path, change: 'stale', diff: unified(action.before, action.text) }];
      case 'refuse':
        return [{ path, change: 'edited', diff: unified(action.before, action.text) }];
      case 'remove':
        return [{ path, change: 'extra', diff: [] }];
      case 'unchanged':
      case 'keep':
      case 'leave':
        return [];
    }
  });
  // Where files differ, so do their fingerprints: that says nothing more.
  return files.length > 0 ? files : driftOfLock(plan.lock);
}

/** Another version of itc that writes the same suite is no drift. */
function driftOfLock({ text, before }: Plan['lock']): readonly Drift[] {
  if (before === undefined) return [{ path: lockName, change: 'missing', diff: [] }];
  const locked = readLock(before);
  if (locked !== undefined && essence(locked) === essence(readLock(text)!)) return [];
  return [{ path: lockName, change: 'stale', diff: unified(before, text) }];
}

function essence(lock: Lock): string {
  return printLock({ ...lock, itc: '' });
}

function unified(before: string, after: string): readonly string[] {
  const patch = structuredPatch('', '', unixLines(before), after, '', '', {
    context: 1,
    maxEditLength: 2000,
  });
  if (patch === undefined) return ['The two have little in common.'];
  const lines = patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
  return lines.length <= short
    ? lines
    : [...lines.slice(0, short), `… and ${lines.length - short} more lines`];
}
