import type { Emission } from '../model/emitter.ts';
import { fingerprint } from './fingerprint.ts';
import { type Fingerprints, type Lock, printLock } from './lock.ts';
import { isSafePath } from './safe-path.ts';

/** What is to be done with one file of an output folder. */
export type Action =
  /** New, or generated before and not touched since; `before` is what stands there now. */
  | { readonly kind: 'write'; readonly path: string; readonly text: string; readonly before?: string }
  /** Stands there already. */
  | { readonly kind: 'unchanged'; readonly path: string }
  /** The user's, and present. */
  | { readonly kind: 'keep'; readonly path: string }
  /** Generated, and edited since (or never ours), and it would become something else. */
  | { readonly kind: 'refuse'; readonly path: string; readonly text: string; readonly before: string }
  /** Ours, untouched, and no longer emitted. */
  | { readonly kind: 'remove'; readonly path: string; readonly before: string }
  /** No longer emitted, but edited, or nobody knows whether: it stays, and is the user's from now on. */
  | { readonly kind: 'leave'; readonly path: string };

export interface Plan {
  /** Sorted by path, by code unit. */
  readonly actions: readonly Action[];
  /** The lock to write after everything else; `before` is the text of the present one. */
  readonly lock: { readonly text: string; readonly before?: string };
}

/** What a folder holds, as far as it matters here: texts by path, relative to the folder, with `/`. */
export interface Present {
  readonly files: ReadonlyMap<string, string>;
  readonly lock?: { readonly text: string; readonly value?: Lock };
  /** Fingerprints of what itc wrote there, as far as the lock tells. */
  readonly written: Fingerprints;
  /** Where no lock can be read: paths of files that say of themselves that itc wrote them. */
  readonly marked: readonly string[];
}

/** A folder that holds nothing, or is not there. */
export const emptyFolder: Present = { files: new Map(), written: new Map(), marked: [] };

/** What stands in the lock beside the files and cases. */
export type Origin = Pick<Lock, 'itc' | 'spec' | 'specSha256' | 'emitter'>;

/**
 * Compares what is emitted with what is there. Touches nothing. A file counts as ours and untouched when its
 * fingerprint is one that the lock has for it.
 *
 * @throws Error where an emitter has made a path that leaves the folder, or the same path twice: a bug of ours.
 */
export function plan(emission: Emission, present: Present, origin: Origin): Plan {
  const names = new Set(emission.files.map(({ path }) => path));
  const spellings = new Set<string>();
  for (const { path } of emission.files) {
    if (!isSafePath(path)) throw new Error(`An emitter made the unsafe path ${JSON.stringify(path)}.`);
    // Some file systems do not tell cases and normal forms apart.
    const spelling = path.normalize('NFC').toLowerCase();
    if (spellings.has(spelling)) throw new Error(`An emitter made the path ${JSON.stringify(path)} twice.`);
    spellings.add(spelling);
  }

  const { files: there, written, marked } = present;
  const old = [...new Set([...written.keys(), ...marked])].filter((path) => !names.has(path));
  const actions = [
    ...emission.files.map((file) => actionOnEmitted(file, there.get(file.path), written.get(file.path))),
    ...old.flatMap((path) => actionOnOld(path, there.get(path), written.get(path))),
  ];
  const generated = emission.files.filter(({ owner }) => owner === 'itc');
  const files = Object.fromEntries(generated.map(({ path, text }) => [path, fingerprint(text)]));
  const text = printLock({ format: 1, ...origin, files, cases: emission.cases });
  return {
    actions: actions.sort((left, right) => (left.path < right.path ? -1 : 1)),
    lock: { text, ...(present.lock && { before: present.lock.text }) },
  };
}

function actionOnEmitted(
  { path, text, owner }: Emission['files'][number],
  before: string | undefined,
  hashes: readonly string[] = [],
): Action {
  if (before === undefined) return { kind: 'write', path, text };
  if (owner === 'you') return { kind: 'keep', path };
  const now = fingerprint(before);
  if (now === fingerprint(text)) return { kind: 'unchanged', path };
  return { kind: hashes.includes(now) ? 'write' : 'refuse', path, text, before };
}

function actionOnOld(
  path: string,
  before: string | undefined,
  hashes: readonly string[] = [],
): readonly Action[] {
  if (before === undefined) return [];
  const isUntouched = hashes.includes(fingerprint(before));
  return [isUntouched ? { kind: 'remove', path, before } : { kind: 'leave', path }];
}
