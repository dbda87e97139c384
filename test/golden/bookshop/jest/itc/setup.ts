// Written by itc, the same for every contract. Do not edit: it is written again.
/** What the set-up file says, and with what. */
import type { RequestListener, Server } from "node:http";
import type { Client } from "./client";
import type { LogIn } from "./log-in";

export { clientCredentials, logIn, passwordGrant } from "./log-in";

/** A token, a key, `user:password`; a log-in; or any function of an anonymous client that returns one. */
export type Given =
  | string
  | LogIn
  | ((api: Client) => string | Promise<string>)
  | null
  | undefined;

/** One for all, or one for each set of scopes. */
export type Credential = Given | Readonly<Record<string, Given>>;

/** By security scheme. */
export type Credentials = Readonly<Record<string, Credential>>;

/** A base URL, or the application itself: an Express app, the server of a Nest app, any listener of `node:http`. */
export type Target = string | RequestListener | Server;

export interface Setup {
  /** Where the API is. */
  readonly target: Target | Promise<Target>;
  /** What stands in front of the paths of an application: `/v1`. */
  readonly prefix?: string;
  readonly credentials?: Credentials;
  readonly others?: Readonly<Record<string, Credentials>>;
  readonly seeds?: Readonly<Record<string, unknown>>;
  readonly skips?: Readonly<Record<string, string>>;
}

export function defineSetup(setup: Setup): Setup {
  return setup;
}
