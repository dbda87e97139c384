import { existsSync, readFileSync } from 'node:fs';
import type { Note } from '../model/runner.ts';
import { RunnerFailure } from './runner-failure.ts';

/**
 * What support code has noted in a file, a line of JSON for each; nothing where there is no file.
 *
 * @throws RunnerFailure where a line is none: then something else has written there.
 */
export function readNotes(file: string): readonly Note[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parse);
}

function parse(line: string): Note {
  try {
    return JSON.parse(line) as Note;
  } catch (error) {
    throw new RunnerFailure(`The suite has noted what cannot be read: ${line.slice(0, 200)}`, {
      cause: error,
    });
  }
}
