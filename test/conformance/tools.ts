import { symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Emitter } from '../../src/model/emitter.ts';
import { jestPackages, pythonTools } from '../../scripts/toolchain.ts';

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
  /** Puts what a suite imports where it finds it. */
  prepare?(folder: string): Promise<void>;
}

const known: Readonly<Record<string, Tools>> = {
  pytest: { program: async () => (await pythonTools()).python, inOrder: ['-p', 'no:randomly'] },
  jest: {
    program: async () => process.execPath,
    inOrder: ['--runInBand'],
    prepare: async (folder) => symlinkSync(await jestPackages(), path.join(folder, 'node_modules')),
  },
};

/** @throws Error where there is none: every emitter whose suites can be run has its tools. */
export function toolsOf({ name }: Emitter): Tools {
  const found = known[name];
  if (found) return found;
  throw new Error(`There is no toolchain for the suites of ${name}.`);
}
