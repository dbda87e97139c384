import type { Row } from './store.ts';

/** The strong ETag of a row that has a version (RFC 9110 §8.8.3). */
export const tagOf = (row: Row): string => `"${row['id']}.${row['version']}"`;

/**
 * Whether an ETag is in a list of them, or the list is `*`. If-Match compares strongly, so that a weak tag never is
 * (RFC 9110 §13.1.1), If-None-Match weakly (§13.1.2).
 */
export function isListed(tag: string, list: string, comparison: 'strong' | 'weak'): boolean {
  if (list.trim() === '*') return true;
  const tags = list.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((other) => (comparison === 'weak' ? other.replace(/^W\//, '') : other) === tag);
}

/** RFC 7396 §2: null removes, objects are merged, everything else replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
