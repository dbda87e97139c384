import { isArray, isObject, type Json } from '../api/json.ts';
import { fingerprint, isEqual } from './equality.ts';
import { memberOf, pointerTo } from './pointer.ts';

type Path = readonly (string | number)[];

/**
 * What makes a value different from the good one when what stands at `path` is replaced, as text: the same for two changes
 * that make the same value, although one replaces an object or a list and the other a part of it. Undefined where nothing
 * differs.
 *
 * @param after what stands there then; undefined: nothing
 */
export function differenceOf(good: Json, path: Path, after: Json | undefined): string | undefined {
  const before = path.reduce<Json | undefined>(partAt, good);
  return isSame(before, after) ? undefined : difference(path, before, after);
}

function difference(path: Path, before: Json | undefined, after: Json | undefined): string {
  if (after === undefined) return `${pointerTo(path)} is gone`;
  const only = onlyDifferentPart(before, after);
  return only === undefined
    ? `${pointerTo(path)} is ${fingerprint(after)}`
    : difference([...path, only], partAt(before, only), partAt(after, only));
}

/** The one member or item in which two values differ; undefined where they differ in more. */
function onlyDifferentPart(before: Json | undefined, after: Json): string | number | undefined {
  let names: readonly (string | number)[];
  if (isArray(before) && isArray(after) && before.length === after.length) names = [...before.keys()];
  else if (isObject(before ?? null) && isObject(after))
    names = [...new Set([...Object.keys(before as object), ...Object.keys(after)])];
  else return undefined;
  const isDifferent = (name: string | number) => !isSame(partAt(before, name), partAt(after, name));
  const first = names.findIndex(isDifferent);
  return names.slice(first + 1).some(isDifferent) ? undefined : names[first];
}

function partAt(value: Json | undefined, segment: string | number): Json | undefined {
  if (isArray(value)) return value[Number(segment)];
  return isObject(value) ? memberOf(value, String(segment)) : undefined;
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isEqual(a, b);
}
