import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pytest } from '../../emitters/pytest/index.ts';
import { compileContract, writeSuite } from '../../scripts/suites.ts';
import { pythonTools } from '../../scripts/toolchain.ts';
import { apis } from '../../specs/apis.ts';
import { runSuite } from '../../src/run/run-suite.ts';
import { corpusFiles } from '../corpus-files.ts';
import { knownOf } from './known.ts';
import { startMocks, type Mocks } from './prism.ts';
import { explains, readExpectations } from './reasons.ts';

const { reasons, leftOut, seeds } = readExpectations('prism-reasons.json');

/** Real contracts of all versions, small enough for a few seconds each. */
const chosen = [
  'examples/v2.0/yaml/(petstore-expanded|uber).yaml',
  'examples/v3.0/(link-example|uspto).json',
  'openapi-3.0/(aucklandmuseum|bulksms|evemarketer|infermedica|miataru|mineskin).*',
  'openapi-3.0/(pandorabots|pdfblocks|stoplight|testfire|text2data|up|zeit).*',
  'openapi-3.1/(adyen.com|exoapi|placekit|webscraping).*',
].map((pattern) => new RegExp(`/${pattern}$`));
const real = corpusFiles('oai-examples', 'openapi-3.0', 'openapi-3.1').filter((file) =>
  chosen.some((pattern) => pattern.test(file)),
);

const contracts = [...apis.map(({ contract }) => contract), ...real].filter(
  (contract) => !(contract in leftOut),
);

/**
 * Prism reads the same contracts as we do, and was written by others: a request that it refuses and we call good, or
 * that it takes and we call wrong, is a mistake of one of us. Every failing case was looked at; what is left is Prism's
 * limit, and prism-reasons.json says which.
 */
describe('Prism, a mock of any contract, agrees', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-judged-'));
  const shown = new Set<string>();
  let mocks: Mocks;

  beforeAll(async () => {
    mocks = await startMocks(contracts);
  }, 300_000);
  afterAll(async () => {
    await mocks?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(contracts)('on %s', { timeout: 120_000 }, async (contract) => {
    const { model, source } = await compileContract(contract);
    const suite = path.join(folder, String(contracts.indexOf(contract)));
    cpSync(path.join(import.meta.dirname, 'setup'), suite, { recursive: true });
    await writeSuite(suite, pytest.emit(model), { emitter: pytest, source });
    const known = knownOf(model);
    const { verdicts, strays } = await runSuite(suite, pytest.runner!, {
      baseUrl: mocks.urlOf(contract),
      program: (await pythonTools()).python,
      parameters: ['-p', 'no:randomly'],
      environment: {
        JUDGE: JSON.stringify({ ...known, seeds: { ...known.seeds, ...seeds[contract] } }),
      },
    });
    const red = verdicts.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'pending');
    const unexplained = red.filter((verdict) => {
      const why = reasons.filter((reason) => explains(reason, contract, verdict));
      for (const { name } of why) shown.add(name);
      return why.length === 0;
    });
    expect(unexplained.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
    expect(strays).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(0);
  });

  it.skipIf(real.length === 0)('but for reasons that still hold', () => {
    expect(reasons.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});
