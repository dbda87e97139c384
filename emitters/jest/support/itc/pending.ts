// Written by itc, the same for every contract. Do not edit: it is written again.
/** Tests that cannot be judged, and why. */
import { caseId } from "./case-id";
import { note } from "./notes";

/** Ends a test that is left out: `itc/environment.mjs` reports it as skipped. */
export class Skipped extends Error {
  override readonly name = "Skipped";
}

/** What Vitest hands to its hooks. */
interface Context {
  skip(reason: string): never;
}

let context: Context | undefined;

/** Says how the runner leaves out a test that runs; nothing where an error does it. */
export function skipWith(given: unknown): void {
  context = given as Context | undefined;
}

/** Leaves the rest of a test out. */
export function skip(reason: string): never {
  note({ case: caseId() ?? "", skipped: reason });
  context?.skip(reason);
  throw new Skipped(reason);
}

/** Leaves the rest of a test out, for a reason that the run counts. */
export function pending(reason: string): never {
  return skip(`pending: ${reason}`);
}
