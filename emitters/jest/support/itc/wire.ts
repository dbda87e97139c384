// Written by itc, the same for every contract. Do not edit: it is written again.
/** How values are written into a request: paths, queries, cookies. */
import { writeJson } from "./json";

/** Values by name, as they go on the wire before they are encoded. */
export type Values = Readonly<Record<string, unknown>>;

/** A scalar as text: numbers and booleans as JSON writes them. */
export function written(value: unknown): string {
  return typeof value === "string" ? value : writeJson(value);
}

/** The path with its parameters put in: unreserved characters and `,;=` stay (RFC 3986 §3.3). */
export function fillPath(template: string, values: Values): string {
  return template.replaceAll(/\{([^{}]+)\}/g, (hole, name: string) => {
    if (!Object.hasOwn(values, name)) return hole;
    const text = written(values[name]);
    return text === "." || text === ".."
      ? text.replace(".", "%2E")
      : percent(text, /[\w.~,;=-]/);
  });
}

/** The parameters with which the path of a URL ends as the template does; undefined where it does not. */
export function readPath(
  template: string,
  url: string,
): Readonly<Record<string, string>> | undefined {
  const parts = template.split(/\{([^{}]+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  const pattern = parts
    .filter((_, index) => index % 2 === 0)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("([^/]+)");
  const found = new RegExp(`${pattern}/?$`).exec(pathOf(url));
  if (found === null) return undefined;
  return Object.fromEntries(
    names.map((name, index) => [name, decoded(found[index + 1] ?? "")]),
  );
}

/** The query with its question mark; a list repeats its name. */
export function fillQuery(values: Values): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (item) => `${queryPart(name)}=${queryPart(written(item))}`,
    ),
  );
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** The Cookie header: what is no cookie-octet (RFC 6265 §4.1.1) is encoded. */
export function fillCookies(values: Values): string {
  return Object.entries(values)
    .map(
      ([name, value]) =>
        `${name}=${percent(written(value), /[\w!#$%&()*+./:<=>?@[\]^`{|}~-]/)}`,
    )
    .join("; ");
}

/** Text in UTF-8; half a surrogate pair is written as if it were a character. */
export function bytesOf(text: string): Buffer {
  if (!/\p{Surrogate}/u.test(text)) return Buffer.from(text);
  return Buffer.concat(
    [...text].map((character) => {
      const point = character.codePointAt(0) ?? 0;
      const isHalf = point >= 0xd800 && point <= 0xdfff;
      return isHalf
        ? Buffer.from([
            0xe0 | (point >> 12),
            0x80 | ((point >> 6) & 0x3f),
            0x80 | (point & 0x3f),
          ])
        : Buffer.from(character);
    }),
  );
}

/** All but some characters percent-encoded (RFC 3986 §2.1). */
export function percent(text: string, kept: RegExp): string {
  return [...text]
    .map((character) => {
      if (kept.test(character)) return character;
      return [...bytesOf(character)].map((byte) => `%${hex(byte)}`).join("");
    })
    .join("");
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

function queryPart(text: string): string {
  return percent(text, /[\w.~,:-]/);
}

function pathOf(url: string): string {
  return (
    /^(?:[a-z][a-z\d+.-]*:)?(?:\/\/[^/?#]*)?([^?#]*)/i.exec(url)?.[1] ?? ""
  );
}

/** What is percent-encoded, and no text in UTF-8, stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
