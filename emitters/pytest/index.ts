import type { Emitter } from '../../src/model/emitter.ts';
import type { Doc } from '../../src/print/document.ts';
import { Scope, snake } from '../../src/print/names.ts';
import { print } from '../../src/print/print.ts';
import { asksOf } from '../../src/suite/asks.ts';
import { sharedNames } from '../../src/suite/names.ts';
import { setupEntries } from '../../src/suite/setup-entries.ts';
import { printSuite } from './cases.ts';
import { printFixtures } from './fixtures.ts';
import { fixtureModule } from './module.ts';
import { spelling } from './reserved.ts';
import { runner } from './runner.ts';
import { printEntry, printSetup, requirements } from './setup.ts';
import { supportFiles } from './support/index.ts';

/** A pytest suite: a module per suite, a class per group, a function per case, a parameter per row. */
export const pytest: Emitter = {
  name: 'pytest',
  summary: 'Python: pytest over httpx, against a base URL or an ASGI or WSGI application',
  runner,
  emit(model) {
    const shared = sharedNames(model, fixtureModule, spelling);
    const fixtures = python(printFixtures(model, shared));
    const files = new Scope([]);
    const suites = model.suites.map((suite) => {
      const path = `${files.take(`test_${snake(suite.name) || 'suite'}`)}.py`;
      const { document, cases } = printSuite(suite, path, { model, shared });
      return { path, text: python(document), cases };
    });
    const setup = setupEntries(model, shared.seeds);
    const asks = asksOf(model, setup, (entry) => `${oneLine(printEntry(entry))},`);
    return {
      files: [
        ...suites.map(({ path, text }) => ({ path, text, owner: 'itc' as const })),
        { path: `${fixtureModule}.py`, text: fixtures, owner: 'itc' },
        ...supportFiles.map((file) => ({ ...file, owner: 'itc' as const })),
        { path: 'contract.json', text: `${JSON.stringify(model.contract, null, 2)}\n`, owner: 'itc' },
        { path: 'conftest.py', text: python(printSetup(setup)), owner: 'you', asks },
        { path: 'requirements.txt', text: requirements, owner: 'you' },
      ],
      cases: Object.fromEntries(suites.flatMap(({ cases }) => cases)),
    };
  },
};

/** The columns that Black and Ruff agreed on. */
function python(document: Doc): string {
  return print(document, { width: 88, tab: 4 });
}

function oneLine(document: Doc): string {
  return print(document, { width: Infinity, tab: 4 }).trimEnd();
}
