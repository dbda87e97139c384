import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { OutputFailure } from '../../src/output/failure.ts';
import { save } from '../../src/output/save.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('writes a file, and the folders that it stands in', () => {
  const file = path.join(temporaryFolder(), 'a/b/plan.html');
  save(file, 'one');
  save(file, 'two');
  expect(readFileSync(file, 'utf8')).toBe('two');
  expect(readdirSync(path.dirname(file))).toEqual(['plan.html']);
});

it('leaves nothing behind where the system refuses', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'plan.html'));
  writeFileSync(path.join(folder, 'plan.html/kept'), '');
  expect(() => save(path.join(folder, 'plan.html'), 'text')).toThrow(OutputFailure);
  expect(readdirSync(folder)).toEqual(['plan.html']);
  expect(existsSync(path.join(folder, 'plan.html/kept'))).toBe(true);
});
