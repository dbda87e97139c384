import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/suites.ts';
import { run, setup, total } from './suite-run.ts';
import { go } from './tools.ts';

const shop = path.join(root, 'test/apps/gin');

/** The suite beside an app on gin, which is another module. */
function beside(fault: string) {
  return run({
    files: {
      'setup_test.go': setup
        .replace('import (\n', 'import (\n\t"shop"\n')
        .replace('\t"cmp"\n', '')
        .replace(/Target: .*/, `Target: shop.New("${fault}"),`),
    },
    before: (folder) => {
      go(['mod', 'edit', '-require=shop@v0.0.0', `-replace=shop=${shop}`], folder);
      const tidied = go(['mod', 'tidy'], folder);
      if (tidied.code !== 0) throw new Error(tidied.output);
    },
  });
}

describe('an app on gin, in process', { timeout: 300_000 }, () => {
  it('passes', async () => {
    const { count, output } = await beside('');
    expect(count('passed'), output).toBe(total);
  });

  it('is found out where it breaks a promise', async () => {
    const { verdicts, said } = await beside('title');
    expect(verdicts['get-book/happy']?.outcome).toBe('failed');
    expect(verdicts['get-book/happy']?.message).toContain('  - body.title is null, expected type "string"');
    expect(said.filter(({ outcome }) => outcome === 'failed').map(({ test }) => test)).toEqual([
      'TestGetBook/reads_a_book',
      'TestLifeOfABook/is_created,_read,_listed_and_deleted',
    ]);
  });

  it('answers 500 where it panics, and the failure says where', async () => {
    const { verdicts } = await beside('panic');
    const message = verdicts['get-book/happy']?.message ?? '';
    expect(message).toContain('  - status is 500, expected 200');
    expect(message).toMatch(/^! .*shop\.go:\d+ in shop\.\(\*shop\)\.one$/m);
    expect(message).toMatch(/^! panic: no such shelf$/m);
  });
});
