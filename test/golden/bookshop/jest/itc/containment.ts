// Written by itc, the same for every contract. Do not edit: it is written again.
/** Whether an answer has at least the members that were expected of it. */
import { isNumber, sameNumber, writeJson } from "./json";
import { isSecretName } from "./masking";
import type { Json } from "./values";

/**
 * Where `actual` lacks something of `expected`: one line per place.
 *
 * Objects may have more members than expected, and arrays more items, in any order. `true` is not a number.
 */
export function differences(
  expected: Json,
  actual: Json,
  path = "body",
): readonly string[] {
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([name, value]) => {
      const place = memberPath(path, name);
      if (Object.hasOwn(actual, name))
        return differences(value, actual[name], place);
      return [`${place} is missing, expected ${shown(value)}`];
    });
  }
  if (Array.isArray(expected) && Array.isArray(actual))
    return itemDifferences(expected, actual, path);
  if (
    isNumber(expected) && isNumber(actual)
      ? sameNumber(expected, actual)
      : expected === actual
  )
    return [];
  if (isSecretName(path)) return [`${path} is ***, expected another value`];
  return [`${path} is ${shown(actual)}, expected ${shown(expected)}`];
}

/** Whether `actual` has at least what `expected` has. */
export function contains(expected: Json, actual: Json): boolean {
  return differences(expected, actual).length === 0;
}

/** The path of a member: `body.price`, or `body["a b"]`. */
export function memberPath(path: string, name: string): string {
  return /^[A-Za-z_$][\p{L}\p{N}_$-]*$/u.test(name)
    ? `${path}.${name}`
    : `${path}[${JSON.stringify(name)}]`;
}

/** A value as JSON on one line, cut where it is long. */
export function shown(value: unknown, limit = 200): string {
  const text = writeJson(value);
  const characters = [...text];
  return characters.length <= limit
    ? text
    : `${characters.slice(0, limit).join("")}…`;
}

export function isObject(
  value: unknown,
): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function itemDifferences(
  expected: readonly Json[],
  actual: readonly Json[],
  path: string,
): readonly string[] {
  const left = [...actual];
  return expected.flatMap((value, index) => {
    const found = left.findIndex((item) => contains(value, item));
    if (found >= 0) {
      left.splice(found, 1);
      return [];
    }
    if (expected.length === actual.length)
      return differences(value, actual[index], `${path}[${index}]`);
    return [`${path} has no item ${shown(value)}`];
  });
}
