/** What the compiler makes of the specs of this project, as it is kept in test/golden/. */
import path from 'node:path';
import { emitters } from '../emitters/index.ts';
import { apis } from '../specs/apis.ts';
import { lockName } from '../src/output/lock.ts';
import { emptyFolder, plan } from '../src/output/plan.ts';
import { compileContract, originOf, root } from './suites.ts';

/** One golden folder: test/golden/<spec>/<emitter>. */
export interface Golden {
  /** `bookshop/pytest` */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Texts by path, relative to the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** The folder of all goldens. */
export const goldenFolder = path.join(root, 'test/golden');

/**
 * Compiles every API that has a server with every emitter. A file that is the same for another contract (support code,
 * requirements) stands in the golden of the first API alone, so that a change of it is one change in a review.
 * The working folder must be the project's.
 */
export async function makeGoldens(): Promise<readonly Golden[]> {
  const goldens: Golden[] = [];
  const first = new Map<string, string>();
  for (const api of apis) {
    const { source, model } = await compileContract(api.contract, api);
    for (const emitter of emitters) {
      const emission = emitter.emit(model);
      const lock = plan(emission, emptyFolder, originOf(emitter, source)).lock.text;
      const all = [
        ...emission.files.map(({ path: file, text }) => [file, text] as const),
        [lockName, lock] as const,
      ];
      const name = `${api.name}/${emitter.name}`;
      const own = all.filter(([file, text]) => first.get(`${emitter.name}/${file}`) !== text);
      if (api === apis[0]) for (const [file, text] of all) first.set(`${emitter.name}/${file}`, text);
      goldens.push({ name, folder: path.join(goldenFolder, name), files: new Map(own) });
    }
  }
  return goldens;
}
