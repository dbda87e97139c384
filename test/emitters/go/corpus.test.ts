import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { go as emitter } from '../../../emitters/go/index.ts';
import { writeSuite } from '../../../scripts/suites.ts';
import { compile, Report, readSources } from '../../../src/index.ts';
import { corpusFiles, withoutCorpus } from '../../corpus-files.ts';
import { complaints } from './tools.ts';

/** Whole documents; go vet takes seconds for each, so that some must do. */
const contracts = corpusFiles('openapi-3.0', 'openapi-3.1', 'swagger-2.0').filter(
  (_, index) => index % 5 === 0,
);

const base = mkdtempSync(path.join(tmpdir(), 'itc-go-corpus-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe.skipIf(withoutCorpus)('real contracts in Go', () => {
  it('are there', () => expect(contracts.length).toBeGreaterThan(8));

  it.each(contracts)(
    'is what gofmt would write, and go vet likes: %s',
    { timeout: 300_000 },
    async (file) => {
      const report = new Report();
      const [source] = await readSources(file, report);
      const frontEnd = { allowOutside: false, allowNetwork: false, overlays: [] };
      const options = { strength: 'convention', include: [], exclude: [], frontEnd } as const;
      const { model } = await compile(source!, options, report);
      const folder = path.join(base, path.basename(file).replaceAll(/\W/g, '_'));
      await writeSuite(folder, emitter.emit(model!), { emitter, source: source! });
      expect(complaints(folder)).toBe('');
    },
  );
});
