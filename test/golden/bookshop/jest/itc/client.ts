// Written by itc, the same for every contract. Do not edit: it is written again.
/** The actors that call the API. */
import { Call } from "./call";
import type { Actor } from "./keyring";
import type { Session } from "./session";
import type { Values } from "./wire";

/**
 * Somebody who calls the API: the user, somebody unknown, another user, and so on. Paths are the contract's own
 * templates, `/books/{bookId}`, or the URL of another server.
 */
export class Client {
  readonly #actor: Actor;
  readonly #session: () => Promise<Session>;

  constructor(actor: Actor, session: () => Promise<Session>) {
    this.#actor = actor;
    this.#session = session;
  }

  get(path: string, parameters?: Values): Call {
    return this.request("GET", path, parameters);
  }

  post(path: string, parameters?: Values): Call {
    return this.request("POST", path, parameters);
  }

  put(path: string, parameters?: Values): Call {
    return this.request("PUT", path, parameters);
  }

  patch(path: string, parameters?: Values): Call {
    return this.request("PATCH", path, parameters);
  }

  delete(path: string, parameters?: Values): Call {
    return this.request("DELETE", path, parameters);
  }

  head(path: string, parameters?: Values): Call {
    return this.request("HEAD", path, parameters);
  }

  options(path: string, parameters?: Values): Call {
    return this.request("OPTIONS", path, parameters);
  }

  request(method: string, path: string, parameters: Values = {}): Call {
    return new Call({
      session: this.#session,
      actor: this.#actor,
      method,
      template: path,
      parameters,
    });
  }
}
