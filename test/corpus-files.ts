import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Real, public contracts, in a folder beside the project's. */
const corpus = path.resolve(import.meta.dirname, '../../shared/corpus');

const isThere = existsSync(corpus);
if (!isThere) console.warn(`NOT TESTED: real contracts, because ${path.relative('.', corpus)} is not there.`);

/** Whether tests on the corpus are left out: never in CI, where a missing corpus fails them. */
export const withoutCorpus = !isThere && process.env['CI'] === undefined;

/** Paths of the corpus's files below these folders, relative to the working folder, sorted; all of them by default. */
export function corpusFiles(...folders: readonly string[]): readonly string[] {
  if (!isThere) return [];
  const below = (folder: string) =>
    readdirSync(path.join(corpus, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(json|ya?ml)$/.test(entry.name))
      .map((entry) => path.relative('.', path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return (folders.length === 0 ? ['.'] : folders).flatMap(below).sort();
}
