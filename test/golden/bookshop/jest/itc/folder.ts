// Written by itc, the same for every contract. Do not edit: it is written again.
/** Where the suite is: beside the test that runs, in Jest as in Vitest. */
import path from "node:path";

export function folder(): string {
  return path.dirname(testFile());
}

/** The file of the test that runs, as an absolute path. */
export function testFile(): string {
  const { testPath } = expect.getState();
  if (testPath === undefined) throw new Error("No test is running.");
  return testPath;
}
