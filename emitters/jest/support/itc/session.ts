// Written by itc, the same for every contract. Do not edit: it is written again.
/** One file of tests: the API, its contract, the credentials, what was created. */
import setup from "../setup";
import { Client } from "./client";
import { contract, type Alternative, type Contract } from "./contract";
import type { Attached } from "./credentials";
import { Keyring, type Actor } from "./keyring";
import { Skipped } from "./pending";
import { ContractBroken, Reporter } from "./report";
import { openTransport, type Transport } from "./transport";
import { knownSeeds } from "./values";
import type { Values } from "./wire";

/** What is to be removed, and by whom. */
export interface Created {
  readonly owner: Actor;
  readonly method: string;
  readonly path: string;
  readonly values: Values;
}

/** What all clients share. */
export class Session {
  readonly contract: Contract;
  readonly reporter: Reporter;
  created: Created[] = [];
  readonly #transport: Transport;
  readonly #keyring: Keyring;

  private constructor(transport: Transport) {
    this.#transport = transport;
    this.contract = contract();
    const { schemes } = this.contract;
    this.#keyring = new Keyring(
      schemes,
      setup,
      () => new Client("anonymous", async () => this),
    );
    const names = Object.values(schemes).flatMap(({ name }) => name ?? []);
    this.reporter = new Reporter(this.#keyring.secrets, names);
    for (const [name, value] of Object.entries(setup.seeds ?? {}))
      knownSeeds.set(name, value);
  }

  static async open(): Promise<Session> {
    return new Session(await openTransport(setup));
  }

  get base(): string {
    return this.#transport.base;
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  /** The credentials that an actor sends to an operation: its own, or only those of some schemes. */
  async attach(
    actor: Actor,
    operation: string,
    schemes?: readonly string[],
  ): Promise<Attached> {
    const all = this.contract.security(operation);
    const before = this.created.length;
    const attached = await this.#keyring.of(
      actor,
      operation,
      schemes === undefined ? all : [only(schemes, all)],
    );
    // A log-in is not of the case that happens to need it first: it outlives it.
    this.created.length = Math.min(before, this.created.length);
    return attached;
  }

  /** What a test holds in its hands, by scheme. */
  held(values: Readonly<Record<string, string>>): Attached {
    return this.#keyring.held(values);
  }

  /** Removes what was created, the last thing first. */
  async cleanUp(): Promise<void> {
    for (
      let last = this.created.pop();
      last !== undefined;
      last = this.created.pop()
    ) {
      const { owner, method, path, values } = last;
      try {
        const { status } = await new Client(owner, async () => this).request(
          method,
          path,
          values,
        );
        if (status >= 300 && status !== 404 && status !== 410) {
          this.reporter.finding(
            `clean-up: ${method} ${path} answers ${status}`,
          );
        }
      } catch (error) {
        if (!(error instanceof ContractBroken || error instanceof Skipped))
          throw error;
        this.reporter.finding(`clean-up: ${error.message}`);
      }
    }
  }
}

/** One alternative of these schemes, with the scopes that the first of each needs. */
function only(
  schemes: readonly string[],
  alternatives: readonly Alternative[],
): Alternative {
  const known = alternatives.flat();
  return schemes.map(
    (name) =>
      known.find(({ scheme }) => scheme === name) ?? {
        scheme: name,
        scopes: [],
      },
  );
}
