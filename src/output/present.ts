import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Emission } from '../model/emitter.ts';
import { isSystemError, OutputFailure } from './failure.ts';
import { lockName, readLock } from './lock.ts';
import type { Present } from './plan.ts';

/**
 * Reads of a folder what a plan needs: the lock, and each file that is emitted or locked. A folder that is not there
 * is empty. A lock that can't be read has a text and no value.
 *
 * @throws OutputFailure where the system refuses.
 */
export function readPresent(folder: string, emission: Emission): Present {
  const text = read(path.join(folder, lockName));
  const value = text === undefined ? undefined : readLock(text);
  const names = new Set([...emission.files.map((file) => file.path), ...Object.keys(value?.files ?? {})]);
  const files = new Map<string, string>();
  for (const name of names) {
    const content = read(path.join(folder, name));
    if (content !== undefined) files.set(name, content);
  }
  return { files, ...(text !== undefined && { lock: { text, ...(value && { value }) } }) };
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
