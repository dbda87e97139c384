import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pytest } from '../emitters/pytest/index.ts';
import { rspec } from '../emitters/rspec/index.ts';
import { root, writeSuite } from '../scripts/suites.ts';
import { compile, Report, readSources } from '../src/index.ts';
import { complaints, run } from './emitters/pytest/tools.ts';
import { complaints as rubyComplaints, run as runRuby } from './emitters/rspec/tools.ts';

/** Real contracts, kept beside the project's folder. */
const corpus = path.resolve(root, '../shared/corpus');
const isThere = existsSync(corpus);
if (!isThere && process.env['CI'] === undefined) {
  console.warn(`There is no ${corpus}: no real contract is compiled in this run.`);
}

/** Whole documents, and not the parts that some are split into. */
const contracts = (isThere ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }) : [])
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(json|ya?ml)$/.test(file) && !file.startsWith('graphql/'))
  .filter((file) => isDescription(path.join(corpus, file)))
  .sort();

/** They describe webhooks alone, which nobody can call. */
const withoutOperations = ['oai-examples/examples/v3.1/webhook-example.json'];

let base = '';
let rubyBase = '';
beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'itc-corpus-'));
  rubyBase = mkdtempSync(path.join(tmpdir(), 'itc-corpus-'));
});
afterAll(() => [base, rubyBase].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** In CI the corpus must be there: a missing one fails, it does not skip. */
describe.skipIf(!isThere && process.env['CI'] === undefined)('the corpus', () => {
  const totals = { documents: 0, operations: 0, cases: 0, gaps: 0, diagnostics: 0 };

  it('is there', () => expect(contracts.length).toBeGreaterThan(80));

  it.each(contracts)('compiles: %s', { timeout: 300_000 }, async (file) => {
    const report = new Report();
    const [source] = await readSources(path.relative(process.cwd(), path.join(corpus, file)), report);
    const frontEnd = { allowOutside: false, allowNetwork: false, overlays: [] };
    const options = { strength: 'convention', include: [], exclude: [], frontEnd } as const;
    const { model } = await compile(source!, options, report);
    if (model === undefined) {
      const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ code }) => code)).toEqual(
        withoutOperations.includes(file) ? ['compile/nothing-selected'] : [],
      );
      return;
    }
    const emission = pytest.emit(model);
    await writeSuite(path.join(base, file.replaceAll('/', '_')), emission, {
      emitter: pytest,
      source: source!,
    });
    const { files, cases } = rspec.emit(model);
    const own = files.filter((one) => !one.path.startsWith('itc_support'));
    await writeSuite(
      path.join(rubyBase, file.replaceAll('/', '_')),
      { files: own, cases },
      {
        emitter: rspec,
        source: source!,
      },
    );
    totals.documents += 1;
    totals.operations += Object.keys(model.contract.operations).length;
    totals.cases += Object.keys(emission.cases).length;
    totals.gaps += model.gaps.length;
    totals.diagnostics += report.diagnostics.length;
  });

  it('becomes Python, all of it', { timeout: 600_000 }, () => {
    expect(run('python', ['-m', 'compileall', '-q', '-j', '2', '.'], base)).toEqual({ code: 0, output: '' });
    console.log(`corpus: ${JSON.stringify(totals)}`);
    expect(totals.cases).toBeGreaterThan(20 * totals.documents);
  });

  it('becomes Ruby, all of it', { timeout: 600_000 }, () => {
    const compile =
      'Dir["**/*.rb"].each { |file| RubyVM::InstructionSequence.compile(File.read(file), file) }';
    expect(runRuby('ruby', ['-w', '-e', compile], rubyBase)).toEqual({ code: 0, output: '' });
  });

  it('becomes Ruby that RuboCop likes: a sample', { timeout: 600_000 }, () => {
    const sample = readdirSync(rubyBase).filter((_, index) => index % 12 === 0);
    for (const name of sample) expect(rubyComplaints(path.join(rubyBase, name)), name).toBe('');
  });

  it('becomes Python that Ruff likes', { timeout: 600_000 }, () => {
    // Ruff sees what is first party from the folder it is called in.
    for (const name of readdirSync(base)) {
      expect(complaints(path.join(base, name)), name).toBe('');
    }
  });
});

function isDescription(file: string): boolean {
  return /(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\.\d/m.test(readFileSync(file, 'utf8'));
}
