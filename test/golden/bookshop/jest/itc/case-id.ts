// Written by itc, the same for every contract. Do not edit: it is written again.
/** The id of the case that runs, which stays the same when tests are renamed. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { folder, testFile } from "./folder";

let cases: ReadonlyMap<string, string> | undefined;

export function caseId(): string | undefined {
  const { currentTestName = "" } = expect.getState();
  cases ??= readCases();
  return cases.get(spoken(`${path.basename(testFile())} > ${currentTestName}`));
}

/** The lock's names of tests, as `spoken`. */
function readCases(): ReadonlyMap<string, string> {
  const lock = JSON.parse(
    readFileSync(path.join(folder(), "itc.lock"), "utf8"),
  ) as {
    readonly cases: Readonly<Record<string, string>>;
  };
  return new Map(
    Object.entries(lock.cases).map(([id, test]) => [spoken(test), id]),
  );
}

/** Between a group and its test Vitest has `>`, and Jest a space alone. */
function spoken(test: string): string {
  return test.replaceAll(" > ", " ");
}
