import type { Emitter } from '../../src/model/emitter.ts';
import { pythonTools } from '../../scripts/toolchain.ts';

/**
 * The program that runs an emitter's suites in our tests, installed where it is not there yet.
 *
 * @throws Error where it can't be installed: a missing tool fails the tests, it never skips them.
 */
export async function programOf({ name }: Emitter): Promise<string> {
  switch (name) {
    case 'pytest':
      return (await pythonTools()).python;
    default:
      throw new Error(`There is no toolchain for the suites of ${name}.`);
  }
}
