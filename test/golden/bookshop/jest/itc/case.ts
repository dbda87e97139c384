// Written by itc, the same for every contract. Do not edit: it is written again.
/** What is done around each case. */
import setup from "../setup";
import { caseId } from "./case-id";
import { skip, Skipped, skipWith } from "./pending";
import { Session } from "./session";

let session: Promise<Session> | undefined;
let things = new Map<object, Promise<unknown>>();

/** What all clients of this file share; it is opened by the first test. */
export function currentSession(): Promise<Session> {
  session ??= Session.open();
  return session;
}

/** What broke before the test came to its own request. */
export class SetUpFailed extends Error {
  override readonly name = "SetUpFailed";
}

/** A thing that is there for the test that asks for it, once, and is removed when that is over. */
export function thing<Made>(make: () => Promise<Made>): () => Promise<Made> {
  return () => {
    const known = things.get(make) ?? prepared(make);
    things.set(make, known);
    return known as Promise<Made>;
  };
}

/** Knows the case, leaves out what is to be skipped, and cleans up. */
export function aroundEachCase(): void {
  beforeEach(async (...given: readonly unknown[]) => {
    skipWith(given[0]);
    things = new Map();
    const { reporter, contract } = await prepared(currentSession);
    reporter.testCase = caseId();
    for (const [pattern, reason] of contract.schemas.unreadPatterns) {
      reporter.finding(`pattern ${pattern} is not checked: ${reason}`);
    }
    leaveOut(caseId() ?? "");
  });
  afterEach(async () => {
    skipWith(undefined);
    await (await currentSession()).cleanUp();
  });
  afterAll(async () => {
    await (await session)?.close();
    session = undefined;
  });
}

function leaveOut(id: string): void {
  for (const [prefix, reason] of Object.entries(setup.skips ?? {})) {
    if (id === prefix || id.startsWith(`${prefix}/`)) skip(reason);
  }
}

async function prepared<Made>(make: () => Promise<Made>): Promise<Made> {
  try {
    return await make();
  } catch (error) {
    if (
      error instanceof Skipped ||
      !(error instanceof Error) ||
      error instanceof SetUpFailed
    )
      throw error;
    // What Vitest leaves a test out with is no failure either.
    if (
      error.name !== "ContractBroken" &&
      /pending/i.test(error.constructor.name)
    )
      throw error;
    const failed = new SetUpFailed(error.message);
    failed.stack = (error.stack ?? "").replace(/^\w+/, failed.name);
    throw failed;
  }
}
