import type { Emitter } from '../../src/model/emitter.ts';
import { pythonTools } from '../../scripts/toolchain.ts';

/** What our tests know of the runner of an emitter's suites. */
export interface Tools {
  /**
   * The program that runs them, installed where it is not there yet.
   *
   * @throws Error where it can't be installed: a missing tool fails the tests, it never skips them.
   */
  program(): Promise<string>;
  /** Arguments with which it runs all tests one after the other, in the order of the files. */
  readonly inOrder: readonly string[];
}

const known: Readonly<Record<string, Tools>> = {
  pytest: { program: async () => (await pythonTools()).python, inOrder: ['-p', 'no:randomly'] },
};

/** @throws Error where there is none: every emitter whose suites can be run has its tools. */
export function toolsOf({ name }: Emitter): Tools {
  const found = known[name];
  if (found) return found;
  throw new Error(`There is no toolchain for the suites of ${name}.`);
}
