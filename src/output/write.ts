import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { unixLines } from './fingerprint.ts';
import { isSystemError, OutputFailure } from './failure.ts';
import { lockName } from './lock.ts';
import type { Action, Plan } from './plan.ts';

type Write = Pick<Extract<Action, { readonly kind: 'write' }>, 'path' | 'text'>;

/**
 * Does what a plan says, all or nothing: every new text is first written to a temporary folder next to the target, then
 * each is renamed to its place, the lock last. A refused file is overwritten: who does not want that does not write.
 * When `signal` is aborted before the renames begin, nothing has happened and the temporary folder is gone; the renames
 * themselves are one synchronous stretch that no signal handler can interrupt.
 *
 * @returns whether it was done (`false`: aborted).
 * @throws OutputFailure where the system refuses; what it refused while renaming may have been preceded by other files,
 * each of them whole.
 */
export async function write(plan: Plan, folder: string, signal: AbortSignal): Promise<boolean> {
  const writes: readonly Write[] = plan.actions.filter(
    (action) => action.kind === 'write' || action.kind === 'refuse',
  );
  const removals = plan.actions.filter(({ kind }) => kind === 'remove').map((action) => action.path);
  const isSame = plan.lock.before !== undefined && unixLines(plan.lock.before) === plan.lock.text;
  if (writes.length === 0 && removals.length === 0 && isSame) return !signal.aborted;

  const made = makeFolder(path.dirname(path.resolve(folder)));
  const staging = stage(folder);
  let isDone = false;
  try {
    const all = [...writes, { path: lockName, text: plan.lock.text }];
    for (const { path: name, text } of all) {
      // Lets a signal in between two files.
      await setImmediate();
      if (signal.aborted) return false;
      put(path.join(staging, name), text);
    }
    // First what goes: where `Books.py` and `books.py` are one file, the new one must win.
    for (const name of removals) remove(folder, name);
    for (const { path: name } of all.slice(0, -1)) move(path.join(staging, name), path.join(folder, name));
    move(path.join(staging, lockName), path.join(folder, lockName));
    isDone = true;
    return true;
  } finally {
    rmSync(staging, { recursive: true, force: true });
    if (!isDone) made.forEach(removeIfEmpty);
  }
}

/**
 * Makes a folder and its parents, one by one (Node's own recursive way never ends where a file system like /proc says
 * ENOENT). Answers with those that were not there, the deepest first.
 */
function makeFolder(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !existsSync(at); at = path.dirname(at)) missing.push(at);
  for (const one of missing.toReversed()) refusable(folder, () => mkdirSync(one));
  return missing;
}

function stage(folder: string): string {
  const target = path.resolve(folder);
  const parent = path.dirname(target);
  const where = canRenameFrom(parent, target) ? parent : target;
  return refusable(folder, () => mkdtempSync(path.join(where, `.${path.basename(target)}.itc-`)));
}

/** Not where the target is a mount of its own, or stands in a folder that only others may write: then it stages inside. */
function canRenameFrom(parent: string, target: string): boolean {
  const there = statSync(target, { throwIfNoEntry: false });
  if (there === undefined) return true;
  try {
    accessSync(parent, constants.W_OK);
  } catch {
    return false; // Any refusal means the same.
  }
  return there.dev === statSync(parent).dev;
}

function put(file: string, text: string): void {
  makeFolder(path.dirname(file));
  refusable(file, () => writeFileSync(file, text));
}

function move(from: string, to: string): void {
  makeFolder(path.dirname(to));
  refusable(to, () => renameSync(from, to));
}

/** Removes a file, and the folders in the output folder that it leaves empty. */
function remove(folder: string, name: string): void {
  refusable(path.join(folder, name), () => rmSync(path.join(folder, name), { force: true }));
  for (let at = path.dirname(name); at !== '.'; at = path.dirname(at)) removeIfEmpty(path.join(folder, at));
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (thrown) {
    // It holds something else, or is gone: either way it is not ours to remove.
    if (!isSystemError(thrown)) throw thrown;
  }
}

function refusable<Result>(at: string, act: () => Result): Result {
  try {
    return act();
  } catch (thrown) {
    throw isSystemError(thrown) ? new OutputFailure(at, thrown) : thrown;
  }
}
