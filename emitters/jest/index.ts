import type { Emitter } from '../../src/model/emitter.ts';
import type { Doc } from '../../src/print/document.ts';
import { Scope } from '../../src/print/names.ts';
import { print } from '../../src/print/print.ts';
import { asksOf } from '../../src/suite/asks.ts';
import { sharedNames } from '../../src/suite/names.ts';
import { setupEntries } from '../../src/suite/setup-entries.ts';
import { printSuite } from './cases.ts';
import { printThings } from './fixtures.ts';
import { thingsFile } from './module.ts';
import { packageJson, tsconfig, vitestConfig } from './project.ts';
import { spelling } from './reserved.ts';
import { runner } from './runner.ts';
import { printEntry, printSetup } from './setup.ts';
import { supportFiles } from './support/index.ts';
import { WIDTH } from './typescript.ts';

/** A Jest suite in TypeScript: a file per suite, a `describe` per group, an `it` per case, an `it.each` per table. */
export const jest: Emitter = {
  name: 'jest',
  summary: 'TypeScript: Jest (or Vitest) and Supertest, against a base URL or an application in process',
  runner,
  emit(model) {
    const shared = sharedNames(model, thingsFile, spelling);
    const things = typescript(printThings(model, shared));
    const files = new Scope([]);
    const suites = model.suites.map((suite) => {
      const path = `${files.take(suite.name.join('-') || 'suite', '-')}.test.ts`;
      const { document, cases } = printSuite(suite, path, { model, shared });
      return { path, text: typescript(document), cases };
    });
    const setup = setupEntries(model, shared.seeds);
    const asks = asksOf(model, setup, (entry) => `${oneLine(printEntry(entry))},`);
    return {
      files: [
        ...suites.map(({ path, text }) => ({ path, text, owner: 'itc' as const })),
        { path: `${thingsFile}.ts`, text: things, owner: 'itc' },
        ...supportFiles.map((file) => ({ ...file, owner: 'itc' as const })),
        { path: 'contract.json', text: `${JSON.stringify(model.contract, null, 2)}\n`, owner: 'itc' },
        { path: 'setup.ts', text: typescript(printSetup(setup)), owner: 'you', asks },
        { path: 'package.json', text: packageJson, owner: 'you' },
        { path: 'tsconfig.json', text: tsconfig, owner: 'you' },
        { path: 'vitest.config.mjs', text: vitestConfig, owner: 'you' },
      ],
      cases: Object.fromEntries(suites.flatMap(({ cases }) => cases)),
    };
  },
};

function typescript(document: Doc): string {
  return print(document, { width: WIDTH, tab: 2 });
}

function oneLine(document: Doc): string {
  return print(document, { width: Infinity, tab: 2 }).trimEnd();
}
