import { isArray, isObject, type Json, type JsonObject } from '../api/json.ts';

/**
 * Instance pointers: JSON Pointers (RFC 6901) without the leading slash: `title`, `address/city`, `tags/0`; `''` is the
 * whole value. `~` and `/` inside a name are written `~0` and `~1` (§3).
 */
export function pointerTo(segments: readonly (string | number)[]): string {
  return segments.map((segment) => String(segment).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
}

/** The same value with what stands at `path` replaced or added. The parent must exist; the value itself is not changed. */
export function withChange(value: Json, path: readonly (string | number)[], change: Json): Json {
  const [head, ...rest] = path;
  if (head === undefined) return change;
  if (isArray(value)) {
    const items = [...value];
    items[Number(head)] = withChange(value[Number(head)] ?? null, rest, change);
    return items;
  }
  if (!isObject(value)) throw new Error(`There is nothing below a scalar: ${pointerTo(path)}`);
  const name = String(head);
  const member = withChange(memberOf(value, name) ?? null, rest, change);
  return objectOf(
    [...Object.entries(value).filter(([key]) => key !== name), [name, member]],
    Object.keys(value),
  );
}

/** The same value without the member or item at `path`, which must not be empty. */
export function withoutMember(value: Json, path: readonly (string | number)[]): Json {
  const [head, ...rest] = path;
  if (head === undefined) throw new Error('A whole value cannot be left out of itself.');
  if (isArray(value)) {
    if (rest.length === 0) return value.filter((_, index) => index !== Number(head));
    return value.map((item, index) => (index === Number(head) ? withoutMember(item, rest) : item));
  }
  if (!isObject(value)) throw new Error(`There is nothing below a scalar: ${pointerTo(path)}`);
  const kept = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
    if (name !== String(head)) return [[name, member]];
    return rest.length === 0 ? [] : [[name, withoutMember(member, rest)]];
  });
  return Object.fromEntries(kept);
}

/** An own member; never what an object inherits (`constructor`). */
export function memberOf<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Members in the order of `order`, then those that it does not name. */
function objectOf(members: readonly (readonly [string, Json])[], order: readonly string[]): JsonObject {
  const byName = new Map(members);
  const names = [...order.filter((name) => byName.has(name)), ...byName.keys()];
  return Object.fromEntries([...new Set(names)].map((name) => [name, byName.get(name)!]));
}
