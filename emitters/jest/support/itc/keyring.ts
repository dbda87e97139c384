// Written by itc, the same for every contract. Do not edit: it is written again.
/** Who has which credential: the set-up says it, for each actor and security scheme. */
import type { Client } from "./client";
import type { Alternative } from "./contract";
import {
  attach,
  authorizationScheme,
  basic,
  BROKEN,
  capital,
  NO_CREDENTIAL,
  type Attached,
  type Schemes,
} from "./credentials";
import { Holder } from "./holder";
import { LogIn } from "./log-in";
import { pending } from "./pending";
import { ContractBroken } from "./report";
import type { Credentials, Given, Setup } from "./setup";

export type Actor =
  | "user"
  | "anonymous"
  | "malformed"
  | "wrong-scheme"
  | "expired"
  | "stranger"
  | "lesser";

/** The credentials of one file of tests. */
export class Keyring {
  readonly secrets = new Set<string>();
  readonly #schemes: Schemes;
  readonly #anonymous: () => Client;
  readonly #user: Holder;
  readonly #others: ReadonlyMap<string, Holder>;
  readonly #ended = new Map<string, string | undefined>();

  constructor(
    schemes: Schemes,
    { credentials = {}, others = {} }: Setup,
    anonymous: () => Client,
  ) {
    this.#schemes = schemes;
    this.#anonymous = anonymous;
    this.#user = this.#holder(credentials);
    this.#others = new Map(
      Object.entries(others).map(([name, given]) => [
        name,
        this.#holder(given),
      ]),
    );
  }

  /** What an actor sends to an operation; the test is skipped where it has no credential for it. */
  async of(
    actor: Actor,
    operation: string,
    alternatives: readonly Alternative[],
  ): Promise<Attached> {
    if (alternatives.length === 0 || actor === "anonymous")
      return NO_CREDENTIAL;
    if (actor === "malformed") return this.#malformed(operation, alternatives);
    const found = await this.#found(actor, alternatives);
    if (found !== undefined) return found;
    return actor === "user" || actor === "wrong-scheme"
      ? this.#pending(alternatives)
      : this.#unnamed(actor, alternatives);
  }

  /** What a test holds in its hands. */
  held(values: Readonly<Record<string, string>>): Attached {
    for (const value of Object.values(values)) this.#remember(value);
    return attach(this.#schemes, values);
  }

  async #found(
    actor: Exclude<Actor, "anonymous" | "malformed">,
    every: readonly Alternative[],
  ) {
    switch (actor) {
      case "user":
        return this.#good(this.#user, every);
      case "wrong-scheme":
        return this.#wrongScheme(every);
      case "expired":
        return this.#expired(every);
      case "stranger": {
        const holder = this.#others.get("stranger");
        return holder && this.#good(holder, every);
      }
      case "lesser":
        return this.#lesser(every);
    }
  }

  async #good(
    holder: Holder,
    alternatives: readonly Alternative[],
  ): Promise<Attached | undefined> {
    const values = await holder.choice(alternatives);
    return values && attach(this.#schemes, values, holder);
  }

  /** Credentials of the right kind that nobody ever got. */
  #malformed(
    operation: string,
    alternatives: readonly Alternative[],
  ): Attached {
    const names = alternatives
      .map(namesOf)
      .find(
        (every) =>
          every.length > 0 && !every.some((one) => this.#isCertificate(one)),
      );
    if (names === undefined)
      return pending(
        `${operation} takes no credential that could be malformed`,
      );
    return attach(
      this.#schemes,
      Object.fromEntries(names.map((name) => [name, BROKEN])),
    );
  }

  /** The user's credential, under the name of a scheme that the operation lacks. */
  async #wrongScheme(
    alternatives: readonly Alternative[],
  ): Promise<Attached | undefined> {
    const wordOf = (name: string) => {
      const scheme = this.#schemes[name];
      return scheme && authorizationScheme(scheme);
    };
    const fitting = alternatives.filter((one) =>
      namesOf(one).some((name) => wordOf(name) !== undefined),
    );
    const good = await this.#good(this.#user, fitting);
    if (good === undefined) return undefined;
    const taken = alternatives.flatMap(namesOf).map(wordOf);
    const other =
      ["basic", "bearer", "digest", "hoba"].find(
        (word) => !taken.includes(word),
      ) ?? "hoba";
    const [, ...value] = (good.headers.Authorization ?? "").split(" ");
    const headers = {
      ...good.headers,
      Authorization: `${capital(other)} ${value.join(" ")}`,
    };
    return {
      ...NO_CREDENTIAL,
      headers,
      query: good.query,
      cookies: good.cookies,
    };
  }

  /** What the set-up gives, else the user's own log-in, after logging out. */
  async #expired(
    alternatives: readonly Alternative[],
  ): Promise<Attached | undefined> {
    const given = this.#others.get("expired") ?? this.#holder({});
    for (const alternative of alternatives) {
      const old: Record<string, string> = {};
      for (const name of namesOf(alternative)) {
        const value =
          (await given.value(name)) ?? (await this.#endedValue(name));
        if (value !== undefined) old[name] = value;
      }
      const rest = alternative.filter(
        ({ scheme }) => old[scheme] === undefined,
      );
      const good =
        rest.length > 0 ? await this.#good(this.#user, [rest]) : NO_CREDENTIAL;
      if (rest.length === alternative.length || good === undefined) continue;
      const dead = attach(this.#schemes, old);
      return {
        ...NO_CREDENTIAL,
        headers: { ...good.headers, ...dead.headers },
        query: { ...good.query, ...dead.query },
        cookies: { ...good.cookies, ...dead.cookies },
      };
    }
    return undefined;
  }

  async #endedValue(name: string): Promise<string | undefined> {
    const source = this.#user.logIn(name);
    if (!this.#ended.has(name) && source?.canEnd) {
      const value = await quietly(() => source.ended(this.#anonymous(), name));
      this.#ended.set(name, value);
      if (value !== undefined) this.#remember(value);
    }
    return this.#ended.get(name);
  }

  /** Somebody whose scopes open none of the alternatives. */
  async #lesser(
    alternatives: readonly Alternative[],
  ): Promise<Attached | undefined> {
    const named = this.#others.get("lesser");
    for (const holder of named === undefined
      ? [this.#user]
      : [named, this.#user]) {
      for (const alternative of alternatives) {
        const values: Record<string, string> = {};
        for (const name of namesOf(alternative)) {
          const value = await holder.lesserValue(
            name,
            alternatives,
            holder === named,
          );
          if (value !== undefined) values[name] = value;
        }
        const isWhole =
          Object.keys(values).length === alternative.length &&
          alternative.length > 0;
        if (isWhole) return attach(this.#schemes, values, holder);
      }
    }
    return undefined;
  }

  #pending(alternatives: readonly Alternative[]): never {
    const missing = alternatives
      .map((one) =>
        namesOf(one)
          .map((name) => `'${name}'`)
          .join(" and "),
      )
      .join(" or ");
    const names = [...new Set(alternatives.flatMap(namesOf))];
    return pending(
      `\`credentials\` in setup has none for ${missing}${this.#user.lacking(names)}`,
    );
  }

  #unnamed(actor: Actor, alternatives: readonly Alternative[]): never {
    const names = namesOf(alternatives[0] ?? []);
    const line = names.map((name) => `${name}: ...`).join(", ");
    const lacking = this.#others.get(actor)?.lacking(names) ?? "";
    return pending(
      `\`others\` in setup is to name the actor '${actor}', as in { ${actor}: { ${line} } }${lacking}`,
    );
  }

  #holder(given: Credentials): Holder {
    return new Holder(given, (name, one) => this.#resolve(name, one));
  }

  /** A credential as it is sent; of a log-in, what it returns. */
  async #resolve(name: string, given: Given): Promise<string | undefined> {
    const value = await this.#told(given);
    if (value === undefined || value === "") return undefined;
    if (!this.#isCertificate(name)) this.#remember(value);
    return value;
  }

  async #told(given: Given): Promise<string | undefined> {
    if (given instanceof LogIn) {
      return given.missing.length > 0
        ? undefined
        : quietly(() => given.begin(this.#anonymous()));
    }
    return typeof given === "function"
      ? quietly(async () => given(this.#anonymous()))
      : (given ?? undefined);
  }

  #remember(value: string): void {
    const parts = value.split(" ").filter((part) => part.length > 8);
    for (const secret of [
      value,
      basic(value),
      ...parts,
      ...value.split(":").slice(1),
    ])
      this.secrets.add(secret);
  }

  #isCertificate(name: string): boolean {
    return this.#schemes[name]?.type === "mutualTLS";
  }
}

/** A log-in whose failure does not show the frame that has the password. */
async function quietly<Result>(logIn: () => Promise<Result>): Promise<Result> {
  try {
    return await logIn();
  } catch (error) {
    if (error instanceof ContractBroken)
      error.stack = `${error.name}: ${error.message}`;
    throw error;
  }
}

function namesOf(alternative: Alternative): readonly string[] {
  return alternative.map(({ scheme }) => scheme);
}
