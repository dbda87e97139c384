import type { Emitter } from '../../src/model/emitter.ts';
import { Scope, snake } from '../../src/print/names.ts';
import { print } from '../../src/print/print.ts';
import { asksOf } from '../../src/suite/asks.ts';
import { sharedNames } from '../../src/suite/names.ts';
import { setupEntries } from '../../src/suite/setup-entries.ts';
import { printSuite } from './cases.ts';
import { printFile, thingsFile } from './module.ts';
import { spelling } from './reserved.ts';
import { runner } from './runner.ts';
import { gemfile, options, printEntry, printSetup } from './setup.ts';
import { supportFiles } from './support/index.ts';
import { printThings } from './things.ts';

/** RSpec request specs: a file per suite, an example group per group, an example per case or row. */
export const rspec: Emitter = {
  name: 'rspec',
  summary: 'Ruby: RSpec request specs, against a base URL or a Rack application',
  runner,
  emit(model) {
    const shared = sharedNames(model, thingsFile, spelling);
    const things = printFile(model, printThings(model, shared));
    const files = new Scope([]);
    const suites = model.suites.map((suite) => {
      const path = `${files.take(snake(suite.name) || 'api')}_spec.rb`;
      const { contents, cases } = printSuite(suite, path, { model, shared });
      return { path, text: printFile(model, contents), cases };
    });
    const setup = setupEntries(model, shared.seeds);
    const asks = asksOf(
      model,
      setup,
      (entry) => `${print(printEntry(entry), { width: Infinity, tab: 2 }).trimEnd()},`,
    );
    return {
      files: [
        ...suites.map(({ path, text }) => ({ path, text, owner: 'itc' as const })),
        { path: `${thingsFile}.rb`, text: things, owner: 'itc' },
        ...supportFiles.map((file) => ({ ...file, owner: 'itc' as const })),
        { path: 'contract.json', text: `${JSON.stringify(model.contract, null, 2)}\n`, owner: 'itc' },
        { path: 'spec_helper.rb', text: printSetup(setup), owner: 'you', asks },
        { path: 'Gemfile', text: gemfile, owner: 'you' },
        { path: '.rspec', text: options, owner: 'you' },
      ],
      cases: Object.fromEntries(suites.flatMap(({ cases }) => cases)),
    };
  },
};
