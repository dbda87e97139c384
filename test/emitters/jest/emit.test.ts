import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { jest } from '../../../emitters/jest/index.ts';
import { jestPackages } from '../../../scripts/toolchain.ts';
import { bookshop } from '../model.ts';
import { written } from '../written.ts';

const emission = jest.emit(bookshop);
let packages = '';

beforeAll(async () => {
  packages = await jestPackages();
});

it('leaves the set-up and the project to the user, and owns the rest', () => {
  const yours = emission.files.filter(({ owner }) => owner === 'you').map(({ path }) => path);
  expect(yours).toEqual(['setup.ts', 'package.json', 'tsconfig.json', 'vitest.config.mjs']);
});

it('names every case as Jest and Vitest do', () => {
  expect(emission.cases['get-book/happy']).toBe('books.test.ts > GET /books/{bookId} > reads a book');
  expect(emission.cases['create-book/required/body/title']).toBe(
    'books.test.ts > POST /books > answers 422 without a required field: title',
  );
});

it('writes the same bytes again', () => {
  expect(jest.emit(structuredClone(bookshop))).toEqual(emission);
});

it('emits every file of its support folder', () => {
  const emitted = emission.files.filter(({ path }) => path.startsWith('itc/')).map(({ path }) => path);
  expect(emitted).toEqual(readdirSync('emitters/jest/support/itc').map((name) => `itc/${name}`));
});

it('writes what Prettier would write, and what TypeScript takes', () => {
  const folder = written(emission);
  symlinkSync(packages, path.join(folder, 'node_modules'));
  const run = (tool: string, ...args: readonly string[]) =>
    spawnSync(path.join(packages, '.bin', tool), args, { cwd: folder, encoding: 'utf8' });
  for (const { path: name } of emission.files.filter(({ path }) => /\.(ts|mjs)$/.test(path))) {
    const printed = execFileSync(path.join(packages, '.bin', 'prettier'), ['--no-config', name], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(readFileSync(path.join(folder, name), 'utf8'), name).toBe(printed);
  }
  const checked = run('tsc', '--noEmit', '--project', '.');
  expect(checked.stdout).toBe('');
  rmSync(folder, { recursive: true });
});
