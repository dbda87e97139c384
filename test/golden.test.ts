import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenFolder, makeGoldens } from '../scripts/goldens.ts';

const goldens = await makeGoldens();
const hint = 'Run `npm run golden`, and read the difference.';

describe('goldens', () => {
  it('are there for these suites and no others', () => {
    const there = filesBelow(goldenFolder).filter((file) => file.includes('/'));
    const made = goldens.flatMap(({ name, files }) => [...files.keys()].map((file) => `${name}/${file}`));
    expect(there.sort(), hint).toEqual(made.sort());
  });

  it.each(goldens)('$name', ({ folder, files }) => {
    for (const [file, text] of files) {
      expect(readFileSync(path.join(folder, file), 'utf8'), `${file} differs. ${hint}`).toBe(text);
    }
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
