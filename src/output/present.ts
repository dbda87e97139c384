import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Emission } from '../model/emitter.ts';
import { isSystemError, OutputFailure } from './failure.ts';
import { type Fingerprints, type Lock, lockName, readLock, salvage } from './lock.ts';
import { carriesMark } from './mark.ts';
import type { Present } from './plan.ts';

/**
 * Reads of a folder what a plan needs: the lock, and each file that is emitted or locked. A folder that is not there
 * is empty. Of a lock that can't be read it takes what can be made out; then, and without a lock, it also looks for files
 * of ours beside those that are emitted.
 *
 * @throws OutputFailure where the system refuses.
 */
export function readPresent(folder: string, emission: Emission): Present {
  const text = read(path.join(folder, lockName));
  const value = text === undefined ? undefined : readLock(text);
  const written = fingerprintsOf(text, value);
  const emitted = emission.files.map((file) => file.path);
  const files = new Map<string, string>();
  for (const name of new Set([...emitted, ...written.keys()])) {
    const content = read(path.join(folder, name));
    if (content !== undefined) files.set(name, content);
  }
  const marked: string[] = [];
  for (const name of value === undefined ? neighbours(folder, emitted) : []) {
    const content = files.get(name) ?? read(path.join(folder, name));
    if (content === undefined || !carriesMark(content)) continue;
    marked.push(name);
    files.set(name, content);
  }
  return { files, written, marked, ...(text !== undefined && { lock: { text, ...(value && { value }) } }) };
}

function fingerprintsOf(text: string | undefined, value: Lock | undefined): Fingerprints {
  if (value === undefined) return salvage(text ?? '');
  return new Map(Object.entries(value.files).map(([name, hash]) => [name, [hash]]));
}

/** The files that stand in the same folders as the emitted ones, and nowhere deeper. */
function neighbours(folder: string, emitted: readonly string[]): readonly string[] {
  const below = new Set(emitted.map((name) => path.posix.dirname(name)));
  return [...below].flatMap((inner) =>
    filesIn(path.join(folder, inner)).map((name) => path.posix.join(inner, name)),
  );
}

function filesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    if (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR') return []; // Reading or writing a file there says more.
    throw new OutputFailure(folder, thrown);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    if (thrown.code === 'ENOENT') return undefined;
    throw new OutputFailure(file, thrown);
  }
}
