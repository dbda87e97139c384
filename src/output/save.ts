import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isSystemError, OutputFailure } from './failure.ts';

/**
 * Writes one file that is no part of a suite, and whose name the user has given: whole, or not at all. Its folder is
 * made where it is missing; what was there is replaced.
 *
 * @throws OutputFailure where the system refuses.
 */
export function save(file: string, text: string): void {
  const staged = `${file}.itc-${process.pid}`;
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(staged, text);
    renameSync(staged, file);
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    rmSync(staged, { force: true });
    throw new OutputFailure(file, thrown);
  }
}
