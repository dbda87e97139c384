// Written by itc, the same for every contract. Do not edit: it is written again.
/** What the report of a runner has no room for: a line of JSON in the file that ITC_NOTES names. */
import { appendFileSync } from "node:fs";

export interface Note {
  /** The id of the case. */
  readonly case: string;
  readonly findings?: readonly string[];
  readonly broken?: readonly {
    readonly cause: string;
    readonly operation: string;
  }[];
  /** Why it was skipped. */
  readonly skipped?: string;
}

export function note(said: Note): void {
  const file = process.env.ITC_NOTES;
  if (file !== undefined && file !== "")
    appendFileSync(file, `${JSON.stringify(said)}\n`);
}
