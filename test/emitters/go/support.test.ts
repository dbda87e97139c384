import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { go as emitter } from '../../../emitters/go/index.ts';
import { root } from '../../../scripts/suites.ts';
import { bookshop } from '../model.ts';
import { written } from '../written.ts';
import { complaints, go } from './tools.ts';

it(
  'reads, compares, judges, writes and hides as the shared vectors say, and Go tests',
  { timeout: 120_000 },
  () => {
    const emission = emitter.emit({ ...bookshop, suites: [], fixtures: [], examples: [] });
    const folder = written(emission);
    cpSync(path.join(root, 'test/emitters/go/own'), folder, { recursive: true });
    expect(complaints(folder)).toBe('');
    const { code, output } = go(['test', '-count=1', './...'], folder, {
      VECTORS: path.join(root, 'test/vectors'),
    });
    expect(code, output).toBe(0);
    rmSync(folder, { recursive: true });
  },
);

it('judges as a validator does that is not ours', { timeout: 300_000 }, () => {
  const emission = emitter.emit({ ...bookshop, suites: [], fixtures: [], examples: [] });
  const folder = written(emission);
  cpSync(path.join(root, 'test/emitters/go/judge'), folder, { recursive: true });
  const got = go(['get', 'github.com/santhosh-tekuri/jsonschema/v6@v6.0.3'], folder);
  expect(got.code, got.output).toBe(0);
  const { code, output } = go(['test', '-count=1', '-v', './...'], folder, {
    VECTORS: path.join(root, 'test/vectors'),
  });
  expect(code, output).toBe(0);
  expect(output).toMatch(/^\d{4,} pairs$/m);
  rmSync(folder, { recursive: true });
});
