import type { Emitter } from '../../src/model/emitter.ts';
import type { Doc } from '../../src/print/document.ts';
import { Scope, snake } from '../../src/print/names.ts';
import { print } from '../../src/print/print.ts';
import { printSuite } from './cases.ts';
import { printFixtures } from './fixtures.ts';
import { sharedNames } from './names.ts';
import { runner } from './runner.ts';
import { asksOf } from './asks.ts';
import { printSetup, requirements } from './setup.ts';
import { setupEntries } from './setup-entries.ts';
import { supportFiles } from './support/index.ts';

/** A pytest suite: a module per suite, a class per group, a function per case, a parameter per row. */
export const pytest: Emitter = {
  name: 'pytest',
  summary: 'Python: pytest over httpx, against a base URL or an ASGI or WSGI application',
  runner,
  emit(model) {
    const shared = sharedNames(model);
    const fixtures = python(printFixtures(model, shared));
    const files = new Scope([]);
    const suites = model.suites.map((suite) => {
      const path = `${files.take(`test_${snake(suite.name) || 'suite'}`)}.py`;
      const { document, cases } = printSuite(suite, path, { model, shared });
      return { path, text: python(document), cases };
    });
    const setup = setupEntries(model, shared.seeds);
    return {
      files: [
        ...suites.map(({ path, text }) => ({ path, text, owner: 'itc' as const })),
        { path: 'itc_fixtures.py', text: fixtures, owner: 'itc' },
        ...supportFiles.map((file) => ({ ...file, owner: 'itc' as const })),
        { path: 'contract.json', text: `${JSON.stringify(model.contract, null, 2)}\n`, owner: 'itc' },
        { path: 'conftest.py', text: python(printSetup(setup)), owner: 'you', asks: asksOf(model, setup) },
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
