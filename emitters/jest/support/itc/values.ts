// Written by itc, the same for every contract. Do not edit: it is written again.
/** What requests are made of: good values, and the same with one thing changed. */
import { pending } from "./pending";

/** What a JSON text says: any value of any type. */
export type Json = ReturnType<typeof JSON.parse>;

/** How APIs refuse somebody who may not do this, or hide that there is such a thing. */
export const FORBIDDEN = [401, 403, 404] as const;

/** How APIs refuse a request that they cannot accept. */
export const INVALID = [400, 404, 409, 415, 422] as const;

/** How APIs answer for a thing that is not there. */
export const MISSING = [404, 410] as const;

/** How APIs refuse a request without a good credential. */
export const UNAUTHENTICATED = [401, 403] as const;

export const knownSeeds = new Map<string, unknown>();

interface SeedOptions {
  /** What itc.yaml gives for it. */
  readonly default?: Json;
  /** A body wants a number: the environment has texts alone. */
  readonly number?: boolean;
}

/** A value that only the set-up knows; the test is skipped where there is none. */
export function seed(name: string, options: SeedOptions = {}): Json {
  const value = knownSeeds.get(name) ?? options.default;
  if (value === undefined || value === null)
    return pending(`\`seeds\` in setup has no value for '${name}'`);
  return options.number && typeof value === "string" ? Number(value) : value;
}

/** A copy of the value without some members or items, left out one after the other. */
export function without(value: Json, ...pointers: readonly string[]): Json {
  const copy = copyOf(value);
  for (const pointer of pointers) {
    const { owner, last } = ownerOf(copy, pointer);
    if (Array.isArray(owner)) owner.splice(Number(last), 1);
    else delete owner[last];
  }
  return copy;
}

/** A copy of the value with one member or item changed or added. */
export function changed(value: Json, pointer: string, added: unknown): Json {
  if (pointer === "") return copyOf(added);
  const copy = copyOf(value);
  const { owner, last } = ownerOf(copy, pointer);
  if (!Array.isArray(owner)) define(owner, last, added);
  else if (last === "-") owner.push(added);
  else owner[Number(last)] = added;
  return copy;
}

/** What a JSON Pointer (RFC 6901) leads to. Throws where it leads nowhere. */
export function at(value: Json, pointer: string): Json {
  return walk(
    value,
    pointer === "" ? [] : segments(pointer.replace(/^\//, "")),
  );
}

function copyOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== "object" || value === null || value instanceof Upload)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, copyOf(member)]),
  );
}

function ownerOf(
  value: Json,
  pointer: string,
): { readonly owner: Json; readonly last: string } {
  const way = segments(pointer);
  const last = way.pop() ?? "";
  return { owner: walk(value, way), last };
}

function segments(pointer: string): string[] {
  return pointer
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function walk(value: Json, way: readonly string[]): Json {
  let found = value;
  for (const segment of way) {
    const isThere =
      typeof found === "object" &&
      found !== null &&
      (Array.isArray(found) ? /^\d+$/.test(segment) : true) &&
      Object.hasOwn(found, segment);
    if (!isThere) throw new RangeError(`there is no ${segment}`);
    found = found[segment];
  }
  return found;
}

/** Also a member `__proto__`, which an assignment would not make. */
function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

// Workers of one run take numbers that differ by 16; another run starts somewhere else.
const WORKERS = 16;
const worker =
  Number(process.env.JEST_WORKER_ID ?? process.env.VITEST_POOL_ID ?? 0) %
  WORKERS;
let number = Math.floor(
  ((performance.timeOrigin + performance.now()) * 1000) / WORKERS,
);

/** Text that no other call and no other run has: each `#` becomes a digit. */
export function unique(template: string): string {
  number += 1;
  const width = template.split("#").length - 1;
  const digits = String(number * WORKERS + worker)
    .padStart(width, "0")
    .slice(-width);
  let index = 0;
  return template.replaceAll("#", () => digits.charAt(index++));
}

/** A file that is sent in a multipart body. */
export class Upload {
  constructor(
    readonly name: string,
    readonly mediaType: string,
    readonly content: Buffer,
  ) {}
}

/** A file to send: its name, its media type, and its text. */
export function upload(name: string, mediaType: string, text: string): Upload {
  return new Upload(name, mediaType, Buffer.from(text));
}

/** A file to send: its name, its media type, and its bytes in Base64. */
export function uploadBase64(
  name: string,
  mediaType: string,
  ...base64: readonly string[]
): Upload {
  return new Upload(name, mediaType, Buffer.from(base64.join(""), "base64"));
}
