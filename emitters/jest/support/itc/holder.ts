// Written by itc, the same for every contract. Do not edit: it is written again.
/** What one actor has, as the set-up says it. */
import type { Alternative } from "./contract";
import { LogIn } from "./log-in";
import type { Credential, Credentials, Given } from "./setup";

type Values = Readonly<Record<string, string>>;

/** What becomes of what the set-up gives for a scheme: a credential, or none. */
export type Resolve = (
  name: string,
  given: Given,
) => Promise<string | undefined>;

/** What one actor has: by scheme a credential or a log-in, or by scopes several. A log-in is called once. */
export class Holder {
  readonly #given: Credentials;
  readonly #resolve: Resolve;
  readonly #known = new Map<string, Promise<string | undefined>>();

  constructor(given: Credentials, resolve: Resolve) {
    this.#given = given;
    this.#resolve = resolve;
  }

  /** The first credentials that open an alternative; first those that stand first in the set-up. */
  async choice(
    alternatives: readonly Alternative[],
  ): Promise<Values | undefined> {
    const ranked = alternatives.flatMap((alternative) => {
      const picked = alternative.map(({ scheme, scopes }) =>
        this.#pick(scheme, scopes),
      );
      if (picked.includes(undefined)) return [];
      return [
        {
          alternative,
          picked,
          rank: Math.max(0, ...picked.map((one) => one?.rank ?? 0)),
        },
      ];
    });
    for (const { alternative, picked } of ranked.sort(
      (a, b) => a.rank - b.rank,
    )) {
      const entries: [string, string][] = [];
      for (const [index, { scheme }] of alternative.entries()) {
        const value = await this.#value(scheme, picked[index]?.scopes);
        if (value !== undefined) entries.push([scheme, value]);
      }
      if (entries.length === alternative.length)
        return Object.fromEntries(entries);
    }
    return undefined;
  }

  /** The first credential for a scheme. */
  async value(name: string): Promise<string | undefined> {
    const picked = this.#pick(name, []);
    return picked && this.#value(name, picked.scopes);
  }

  /** A credential that opens no alternative; the only one, where that is said of it. */
  async lesserValue(
    name: string,
    alternatives: readonly Alternative[],
    mayBeWhole: boolean,
  ): Promise<string | undefined> {
    for (const scopes of this.#entries(name)) {
      if (scopes === undefined && !mayBeWhole) continue;
      const has = scopes?.split(" ");
      const opens = alternatives
        .flat()
        .some(
          (one) =>
            one.scheme === name &&
            has !== undefined &&
            one.scopes.every((scope) => has.includes(scope)),
        );
      const value = opens ? undefined : await this.#value(name, scopes);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** The first log-in for a scheme that could be made. */
  logIn(name: string): LogIn | undefined {
    return this.#logIns(name).find((given) => given.missing.length === 0);
  }

  /** Whether there is a log-in to be called again. */
  forget(names: readonly string[]): boolean {
    const keys = [...this.#known.keys()].filter((key) => {
      const [name = "", ...scopes] = key.split("\n");
      const given = this.#source(name, scopes[0]);
      return (
        names.includes(name) &&
        (given instanceof LogIn || typeof given === "function")
      );
    });
    for (const key of keys) this.#known.delete(key);
    return keys.length > 0;
  }

  /** What the environment does not say of who logs in, as the end of a sentence. */
  lacking(names: readonly string[]): string {
    return names
      .flatMap((name) =>
        this.#logIns(name).map((given) => ({ name, missing: given.missing })),
      )
      .filter(({ missing }) => missing.length > 0)
      .map(
        ({ name, missing }) =>
          `; its log-in for '${name}' has no ${missing.join(" and no ")}`,
      )
      .join("");
  }

  #logIns(name: string): readonly LogIn[] {
    return this.#entries(name)
      .map((scopes) => this.#source(name, scopes))
      .filter((given) => given instanceof LogIn);
  }

  #pick(name: string, wanted: readonly string[]) {
    const entries = this.#entries(name);
    const rank = entries.findIndex((scopes) => {
      const has = scopes?.split(" ");
      return has === undefined || wanted.every((scope) => has.includes(scope));
    });
    return rank < 0 ? undefined : { rank, scopes: entries[rank] };
  }

  /** The scopes of each credential for a scheme; undefined: it is good for all of them. */
  #entries(name: string): readonly (string | undefined)[] {
    const given = this.#given[name];
    if (isByScopes(given))
      return Object.keys(given).filter((scopes) => isGiven(given[scopes]));
    return isGiven(given) ? [undefined] : [];
  }

  #source(name: string, scopes: string | undefined): Given {
    const given = this.#given[name];
    return isByScopes(given) ? given[scopes ?? ""] : given;
  }

  #value(
    name: string,
    scopes: string | undefined,
  ): Promise<string | undefined> {
    const key = scopes === undefined ? name : `${name}\n${scopes}`;
    const known =
      this.#known.get(key) ?? this.#resolve(name, this.#source(name, scopes));
    this.#known.set(key, known);
    return known;
  }
}

function isByScopes(
  given: Credential,
): given is Readonly<Record<string, Given>> {
  return (
    typeof given === "object" && given !== null && !(given instanceof LogIn)
  );
}

function isGiven(given: Credential): boolean {
  return given !== undefined && given !== null;
}
