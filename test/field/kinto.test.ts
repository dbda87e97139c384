import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileContract, writeSuite } from '../../scripts/suites.ts';
import { pythonTools } from '../../scripts/toolchain.ts';
import { pytest } from '../../emitters/pytest/index.ts';
import type { SuiteResult, Verdict } from '../../src/run/result.ts';
import { runSuite } from '../../src/run/run-suite.ts';
import { startKinto } from './kinto-server.ts';
import type { Started } from './started.ts';

/**
 * A real service that nobody here wrote, against the suite of its own contract. What is red is red for one of these
 * reasons, which docs/field-notes.md tells at length; a case that fails for another one is a false alarm of ours, and a
 * reason that no case shows any more is to be taken out there.
 */
const reasons: readonly { readonly name: string; readonly shows: (verdict: Verdict) => boolean }[] = [
  {
    name: 'null is taken for "not given"',
    shows: ({ id, message }) => /\/type\/.*\/null$/.test(id) && /expected 400/.test(message),
  },
  { name: 'a required body may be left out', shows: ({ id }) => id.endsWith('/required/body') },
  {
    name: 'a 500 where no version file is',
    shows: ({ id, message }) => id.startsWith('version/') && /status is 500/.test(message),
  },
  {
    name: 'a 500 for a list',
    shows: ({ id, message }) => id === 'batch/shape/body/array' && /status is 500/.test(message),
  },
  {
    name: 'a 500 for a smaller answer',
    shows: ({ id, message }) => /^patch-group\/.*Response-Behavior/.test(id) && /status is 500/.test(message),
  },
  {
    name: 'an answer to HEAD inside of an answer',
    shows: ({ id, message }) => /^batch\/.*\/HEAD$/.test(id) && /body is ""/.test(message),
  },
];

describe('Kinto', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-kinto-'));
  let kinto: Started;
  let result: SuiteResult;

  beforeAll(async () => {
    kinto = await startKinto();
    const contract = path.join(folder, 'openapi.json');
    writeFileSync(contract, await (await fetch(`${kinto.url}/__api__`)).text());
    const { model, source } = await compileContract(contract);
    await writeSuite(path.join(folder, 'suite'), pytest.emit(model), { emitter: pytest, source });
    result = await runSuite(path.join(folder, 'suite'), pytest.runner!, {
      baseUrl: kinto.url,
      program: (await pythonTools()).python,
      environment: { CREDENTIAL_BASICAUTH: 'reader:a-password' },
    });
  }, 300_000);

  afterAll(async () => {
    await kinto?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('fails for the reasons that are written down, and for no other', () => {
    const red = result.verdicts.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'pending');
    const unexplained = red.filter((verdict) => !reasons.some(({ shows }) => shows(verdict)));
    expect(unexplained.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
    for (const { name, shows } of reasons) expect([name, red.some(shows)]).toEqual([name, true]);
  });

  it('passes nearly everything', () => {
    const passed = result.verdicts.filter(({ outcome }) => outcome === 'passed');
    expect(passed.length).toBeGreaterThan(450);
    expect(result.strays).toEqual([]);
  });

  it('has every reason in the field notes', () => {
    const notes = readFileSync(path.join(import.meta.dirname, '../../docs/field-notes.md'), 'utf8');
    for (const { name } of reasons) expect(notes).toContain(name);
  });
});
