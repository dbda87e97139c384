// Written by itc, the same for every contract. Do not edit: it is written again.
/** Where the credentials of a request go: contract.json says how each scheme travels. */
import type { SecurityScheme } from "./contract";
import type { Holder } from "./holder";

/** What is of the right kind, and nobody ever got it. */
export const BROKEN = "not-a-credential";

/** Where the credentials of one request go. */
export interface Attached {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly schemes: readonly string[];
  /** Whose they are, where they are good ones. */
  readonly holder?: Holder | undefined;
}

export const NO_CREDENTIAL: Attached = {
  headers: {},
  query: {},
  cookies: {},
  schemes: [],
};

export type Schemes = Readonly<Record<string, SecurityScheme>>;

/** Puts the credentials (by the names of their schemes) where the schemes say. */
export function attach(
  schemes: Schemes,
  values: Readonly<Record<string, string>>,
  holder?: Holder,
): Attached {
  const places = {
    header: {} as Record<string, string>,
    query: {} as Record<string, string>,
    cookie: {} as Record<string, string>,
  };
  for (const [name, value] of Object.entries(values)) {
    const scheme = schemes[name] ?? { type: "http", scheme: "bearer" };
    if (scheme.type === "apiKey") {
      places[scheme.in as keyof typeof places][scheme.name ?? ""] = value;
      continue;
    }
    const word = authorizationScheme(scheme);
    if (word === undefined) continue;
    const isWhole = value.toLowerCase().startsWith(`${word} `);
    const told =
      word === "basic" ? `Basic ${basic(value)}` : `${capital(word)} ${value}`;
    places.header.Authorization = isWhole ? value : told;
  }
  const { header: headers, query, cookie: cookies } = places;
  return { headers, query, cookies, schemes: Object.keys(values), holder };
}

/** The HTTP authentication scheme (RFC 9110 §11.1) of the header Authorization, if any. */
export function authorizationScheme({
  type,
  scheme,
}: SecurityScheme): string | undefined {
  if (type === "http") return scheme;
  return type === "oauth2" || type === "openIdConnect" ? "bearer" : undefined;
}

/** RFC 7617 §2: Base64 of `user:password`; what is malformed is no Base64 at all. */
export function basic(value: string): string {
  if (value === BROKEN) return "!";
  return Buffer.from(
    value.includes(":") ? value : `${value}:${value}`,
  ).toString("base64");
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
