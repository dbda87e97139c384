// Written by itc, the same for every contract. Do not edit: it is written again.
/** JSON whose big integers keep their value: beyond 2^53 they are of type bigint. */
import type { Json } from "./values";

const TOKEN = /"(?:[^"\\]|\\[^])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** What a JSON text says. */
export function parseJson(text: string): Json {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  const mark = freeMark(text);
  const marked = text.replaceAll(TOKEN, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token))
      ? `"${mark}${token}"`
      : token,
  );
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === "string" && value.startsWith(mark)
      ? BigInt(value.slice(mark.length))
      : value,
  );
}

/** A value as a JSON text without spaces; `undefined` has none, and is written as null. */
export function writeJson(value: unknown): string {
  const bigints: string[] = [];
  const mark = "itc-bigint-";
  const text = JSON.stringify(value, (_, member: unknown) => {
    if (typeof member !== "bigint") return member;
    bigints.push(String(member));
    return `${mark}${String(member)}`;
  });
  if (text === undefined) return "null";
  return bigints.reduce(
    (written, digits) => written.replace(`"${mark}${digits}"`, digits),
    text,
  );
}

/** The value with ordinary numbers in place of its bigints, for those who know no others. */
export function withNumbers(value: Json): Json {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withNumbers(member)]),
  );
}

export function isNumber(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

/** Whether two numbers are the same, however they are held. */
export function sameNumber(
  left: number | bigint,
  right: number | bigint,
): boolean {
  return left == right;
}

/** What no string of the text begins with. */
function freeMark(text: string): string {
  let mark = "itc-bigint-";
  while (text.includes(mark)) mark += "-";
  return mark;
}
