import { answeredOnce } from '../api/remembered.ts';
import { isArray, isObject, type Json, type JsonObject } from '../api/json.ts';

/** Whether two values are equal as JSON Schema sees it (2020-12 Core §4.2.2): members in any order, `1.0` is `1`. */
export function isEqual(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isArray(a)) {
    return isArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]!));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isEqual(a[name]!, b[name]!))
  );
}

/** Text that is the same for equal values, and only for them. */
export function fingerprint(value: Json): string {
  return typeof value !== 'object' || value === null ? JSON.stringify(value) : printed(value);
}

/** A value that differs from another one at one place shares the rest with it: what is shared is printed once. */
const printed = answeredOnce((value: JsonObject | readonly Json[]): string => {
  if (isArray(value)) return `[${value.map(fingerprint).join(',')}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${fingerprint(value[name]!)}`).join(',')}}`;
});

/** The indexes of the first two equal items, or undefined where all items differ. */
export function firstDuplicate(items: readonly Json[]): readonly [number, number] | undefined {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const text = fingerprint(item);
    const earlier = seen.get(text);
    if (earlier !== undefined) return [earlier, index];
    seen.set(text, index);
  }
  return undefined;
}
