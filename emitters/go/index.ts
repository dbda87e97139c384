import type { Emitter } from '../../src/model/emitter.ts';
import type { Doc } from '../../src/print/document.ts';
import { Scope } from '../../src/print/names.ts';
import { print } from '../../src/print/print.ts';
import { asksOf } from '../../src/suite/asks.ts';
import { apartFrom } from '../../src/suite/disturbing.ts';
import { sharedNames } from '../../src/suite/names.ts';
import { setupEntries } from '../../src/suite/setup-entries.ts';
import { printSuite } from './cases.ts';
import { fileNames } from './file-names.ts';
import { fixtureFile, makersOf, printFixtures } from './fixtures.ts';
import { reserved, spellingIn } from './reserved.ts';
import { runner } from './runner.ts';
import { goMod, goSum, printEntry, printSetup } from './setup.ts';
import { supportFiles } from './support/index.ts';

/** A Go suite: a file per suite, a function per group, a subtest per case, one below it per row. */
export const go: Emitter = {
  name: 'go',
  summary: 'Go: package testing over net/http, against a base URL or an http.Handler',
  runner,
  emit(model) {
    const taken = new Scope(reserved);
    const shared = sharedNames(model, fixtureFile, spellingIn(taken));
    const makers = makersOf(model, shared, taken);
    const fixtures = source(printFixtures(model, shared, makers));
    const around = { model, shared, makers, taken, mayShare: apartFrom(model) };
    const names = fileNames();
    const suites = model.suites.map((suite) => {
      const path = names(suite.name);
      const { document, cases } = printSuite(suite, path, around);
      return { path, text: source(document), cases };
    });
    const setup = setupEntries(model, shared.seeds);
    const asks = asksOf(model, setup, (entry) => `${oneLine(printEntry(entry))},`);
    return {
      files: [
        ...suites.map(({ path, text }) => ({ path, text, owner: 'itc' as const })),
        { path: fixtureFile, text: fixtures, owner: 'itc' },
        ...supportFiles.map((file) => ({ ...file, owner: 'itc' as const })),
        { path: 'contract.json', text: `${JSON.stringify(model.contract, null, 2)}\n`, owner: 'itc' },
        { path: 'setup_test.go', text: source(printSetup(setup)), owner: 'you', asks },
        { path: 'go.mod', text: goMod, owner: 'you' },
        { path: 'go.sum', text: goSum, owner: 'you' },
      ],
      cases: Object.fromEntries(suites.flatMap(({ cases }) => cases)),
    };
  },
};

/** Go has no limit; so many columns can be read beside something else. */
function source(document: Doc): string {
  return print(document, { width: 100, tab: 4, tabs: true });
}

function oneLine(document: Doc): string {
  return print(document, { width: Infinity, tab: 4 }).trimEnd();
}
