import { pointerTokens } from '../api/schema-shape.ts';
import { isArray, isObject, type Json } from '../api/json.ts';

/**
 * Instance pointers: JSON Pointers (RFC 6901) without the leading slash: `title`, `address/city`, `tags/0`; `''` is the
 * whole value. `~` and `/` inside a name are written `~0` and `~1` (§3).
 */
export function pointerTo(segments: readonly (string | number)[]): string {
  return segments.map(escaped).join('/');
}

function escaped(segment: string | number): string {
  if (typeof segment === 'number') return String(segment);
  if (!segment.includes('/') && !segment.includes('~')) return segment;
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What stands where an instance pointer leads; undefined where nothing does. */
export function valueAt(value: Json, pointer: string): Json | undefined {
  let found: Json | undefined = value;
  for (const token of pointerTokens(pointer)) {
    if (isArray(found)) found = found[Number(token)];
    else found = isObject(found) ? memberOf(found, token) : undefined;
  }
  return found;
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
  return { ...value, [name]: withChange(memberOf(value, name) ?? null, rest, change) };
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
  const name = String(head);
  const { [name]: _, ...others } = value;
  const member = memberOf(value, name);
  return rest.length === 0 || member === undefined
    ? others
    : { ...value, [name]: withoutMember(member, rest) };
}

/** An own member; never what an object inherits (`constructor`). */
export function memberOf<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
