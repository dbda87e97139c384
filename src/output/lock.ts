import type { CaseId } from '../model/model.ts';
import { isSafePath } from './safe-path.ts';

/** The name of the lock in an output folder. */
export const lockName = 'itc.lock';

/** What itc remembers of a folder it has written, beside the files themselves: the content of `itc.lock`. */
export interface Lock {
  readonly format: 1;
  /** The version of itc that wrote the folder. */
  readonly itc: string;
  /** The contract's document, as it is shown to people. */
  readonly spec: string;
  /** Fingerprint of the contract's text (of its main document, where it is made of several). */
  readonly specSha256: string;
  readonly emitter: string;
  /** Fingerprints of the files that itc owns, by path. Files of the user's are not in it. */
  readonly files: Readonly<Record<string, string>>;
  /** What each case is called in the suite's own runner, by case id. */
  readonly cases: Readonly<Record<CaseId, string>>;
}

/** Texts that itc has given to files, by path: one, or those of both sides of a conflict. */
export type Fingerprints = ReadonlyMap<string, readonly string[]>;

/** The lock as JSON text, paths and case ids sorted by code unit, so that two machines write the same bytes. */
export function printLock({ format, itc, spec, specSha256, emitter, files, cases }: Lock): string {
  const lock: Lock = { format, itc, spec, specSha256, emitter, files: sorted(files), cases: sorted(cases) };
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** The lock of a text; undefined where it is no lock that this version can read (a merge conflict, a newer format). */
export function readLock(text: string): Lock | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // The caller says what to do about it.
  }
  return isLock(value) ? value : undefined;
}

/**
 * What can still be made out of a lock that no version can read: every fingerprint that stands behind a path, since a
 * merge conflict has those of both sides. Lines are as `printLock` prints them.
 */
export function salvage(text: string): Fingerprints {
  const found = new Map<string, string[]>();
  for (const [, name, hash] of text.matchAll(/^ {4}("(?:[^"\\\n]|\\.)*"): "([0-9a-f]{64})"/gm)) {
    const path = nameOf(name!);
    if (path !== undefined && isSafePath(path)) found.set(path, [...(found.get(path) ?? []), hash!]);
  }
  return found;
}

function nameOf(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined; // An escape that JSON does not have: no path that itc wrote.
  }
}

function isLock(value: unknown): value is Lock {
  if (!isObject(value) || value['format'] !== 1) return false;
  const { files, cases } = value;
  const texts = [value['itc'], value['spec'], value['specSha256'], value['emitter']];
  return (
    texts.every((text) => typeof text === 'string') &&
    isObject(cases) &&
    isObject(files) &&
    Object.values(cases).every((name) => typeof name === 'string') &&
    Object.entries(files).every(([path, hash]) => isSafePath(path) && typeof hash === 'string')
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  // fromEntries defines a member called `__proto__` like any other.
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));
}
