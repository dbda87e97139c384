import { isArray, isObject, type Json } from '../api/json.ts';
import { pointerTokens } from '../api/schema-shape.ts';

interface Member {
  readonly value: Json;
  /** Whether an object gets the member where it does not have it. */
  readonly isAdded: boolean;
}

/** The same value with one member or item replaced or added; undefined where there is no place for it. */
export function withMember(json: Json, pointer: string, member: Member): Json | undefined {
  const put = (value: Json, [token, ...rest]: readonly string[]): Json | undefined => {
    if (token === undefined) return member.value;
    if (isArray(value)) {
      const index = /^\d+$/.test(token) ? Number(token) : -1;
      const item = index in value ? put(value[index]!, rest) : undefined;
      return item === undefined ? undefined : value.with(index, item);
    }
    if (!isObject(value)) return undefined;
    const isThere = Object.hasOwn(value, token);
    if (!isThere && (rest.length > 0 || !member.isAdded)) return undefined;
    const inner = rest.length === 0 ? member.value : put(value[token]!, rest);
    return inner === undefined ? undefined : { ...value, [token]: inner };
  };
  return put(json, pointerTokens(pointer));
}
