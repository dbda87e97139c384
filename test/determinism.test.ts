import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitters } from '../emitters/index.ts';
import { root } from '../scripts/suites.ts';

const run = promisify(execFile);
const names = emitters.map(({ name }) => name);

/** Where a compile happens must not show in what it writes. */
const surroundings = [
  { folder: 'here', environment: { TZ: 'UTC', LC_ALL: 'en_US.UTF-8', LANG: 'en_US.UTF-8' } },
  {
    folder: 'somewhere/else, with ü',
    environment: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  },
] as const;

let base = '';
beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'itc-determinism-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('the same contract', () => {
  it(
    'gives the same bytes in two folders, two time zones and two locales',
    { timeout: 300_000 },
    async () => {
      const [one, other] = await Promise.all(surroundings.map(compileBookshop));
      expect([...one!.keys()]).toEqual([...other!.keys()]);
      expect(one!.size).toBeGreaterThan(5 * names.length);
      for (const [file, text] of one!) expect(other!.get(file), file).toBe(text);
    },
  );
});

/** Compiles the Bookshop with the real command line, in a process of its own; answers with the texts by path. */
async function compileBookshop({
  folder,
  environment,
}: (typeof surroundings)[number]): Promise<ReadonlyMap<string, string>> {
  const cwd = path.join(base, folder);
  mkdirSync(cwd, { recursive: true });
  copyFileSync(path.join(root, 'specs/bookshop/openapi.yaml'), path.join(cwd, 'openapi.yaml'));
  const script = (name: string) => path.join(root, name);
  const loaders = [
    '--import',
    `file://${script('node_modules/tsx/dist/loader.mjs')}`,
    '--import',
    `file://${script('scripts/raw-imports.js')}`,
  ];
  await run(
    process.execPath,
    [...loaders, script('src/cli.ts'), 'compile', 'openapi.yaml', '--emit', names.join(',')],
    {
      cwd,
      env: { ...process.env, ...environment },
    },
  );
  const suites = path.join(cwd, 'contract-tests');
  const files = readdirSync(suites, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(suites, path.join(entry.parentPath, entry.name)))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(suites, file), 'utf8')]));
}
