import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { go as emitter } from '../../../emitters/go/index.ts';
import { verdicts } from '../../../emitters/go/verdicts.ts';
import { compileContract, writeSuite } from '../../../scripts/suites.ts';
import { complaints, go } from './tools.ts';

const { source, model } = await compileContract('specs/hostile/openapi.json');
const emission = emitter.emit(model);
const folder = mkdtempSync(path.join(tmpdir(), 'itc-go-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('stays data in what is emitted: gofmt and go vet like it', { timeout: 300_000 }, async () => {
  await writeSuite(folder, emission, { emitter, source });
  expect(complaints(folder)).toBe('');
});

it('is run under the names that the lock has', { timeout: 300_000 }, () => {
  // Nobody answers there: every test says its name, and fails, or is pending.
  const { report } = go(['test', '-json', '-count=1', '.'], folder, { BASE_URL: 'http://127.0.0.1:1' });
  const known = new Map(verdicts(report).map(({ test, outcome }) => [test, outcome]));
  const tests = Object.values(emission.cases);
  expect(new Set(tests).size).toBe(tests.length);
  expect(tests.filter((test) => !known.has(test))).toEqual([]);
  expect(tests.filter((test) => known.get(test) === 'passed')).toEqual([]);
});
