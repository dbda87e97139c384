import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EmittedFile, Emission } from '../../src/model/emitter.ts';
import { drift } from '../../src/output/drift.ts';
import { OutputFailure } from '../../src/output/failure.ts';
import { plan } from '../../src/output/plan.ts';
import { readPresent } from '../../src/output/present.ts';
import { write } from '../../src/output/write.ts';
import { contentsOf, temporaryFolder } from './temporary-folder.ts';

const origin = { itc: '0.1.0', spec: 'openapi.yaml', specSha256: 'aa', emitter: 'pytest' };

function owned(owner: EmittedFile['owner'], texts: Record<string, string>): readonly EmittedFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text, owner }));
}

function emission(files: Record<string, string>, mine: Record<string, string> = {}): Emission {
  return {
    files: [...owned('itc', files), ...owned('you', mine)],
    cases: { 'get-book/happy': 'test_a.py::test' },
  };
}

const planned = (folder: string, emitted: Emission) => plan(emitted, readPresent(folder, emitted), origin);
const never = new AbortController().signal;
const written = (folder: string, emitted: Emission) => write(planned(folder, emitted), folder, never);

describe('write', () => {
  it('makes the folder like the emission, and again does nothing', async () => {
    const root = temporaryFolder();
    const folder = path.join(root, 'deep', 'out');
    const emitted = emission({ 'test_a.py': 'a\n', 'support/client.py': 'c\n' }, { 'conftest.py': 'mine\n' });
    expect(await written(folder, emitted)).toBe(true);
    expect(Object.keys(contentsOf(root))).toEqual([
      'deep/out/conftest.py',
      'deep/out/itc.lock',
      'deep/out/support/client.py',
      'deep/out/test_a.py',
    ]);
    expect(planned(folder, emitted).actions.map(({ kind }) => kind)).toEqual([
      'keep',
      'unchanged',
      'unchanged',
    ]);
    expect(drift(planned(folder, emitted))).toEqual([]);
  });

  it('removes what is no longer emitted, with the folder that it leaves empty', async () => {
    const folder = temporaryFolder();
    await written(folder, emission({ 'test_a.py': 'a\n', 'support/client.py': 'c\n' }));
    await written(folder, emission({ 'test_a.py': 'a\n' }));
    expect(Object.keys(contentsOf(folder))).toEqual(['itc.lock', 'test_a.py']);
    expect(existsSync(path.join(folder, 'support'))).toBe(false);
  });

  it('leaves nothing behind when it is aborted', async () => {
    const root = temporaryFolder();
    const aborted = new AbortController();
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`test_${index}.py`, 'text\n']),
    );
    const folder = path.join(root, 'new', 'out');
    setTimeout(() => aborted.abort(), 0);
    expect(await write(planned(folder, emission(files)), folder, aborted.signal)).toBe(false);
    expect(readdirSync(root)).toEqual([]);
  });

  it.each(['out', path.join('out', 'below')])('says why it cannot write to %s, a file', async (name) => {
    const root = temporaryFolder();
    writeFileSync(path.join(root, 'out'), '');
    const folder = path.join(root, name);
    await expect(async () => written(folder, emission({ 'a.py': '' }))).rejects.toThrow(OutputFailure);
    await expect(async () => written(folder, emission({ 'a.py': '' }))).rejects.toThrow(
      'a part of the path is a file',
    );
    expect(readdirSync(root)).toEqual(['out']);
  });

  it('says that a folder is in the way of a file, before it writes anything', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'b.py'));
    await expect(async () => written(folder, emission({ 'a.py': '', 'b.py': '' }))).rejects.toThrow(
      'a folder of that name',
    );
    expect(readdirSync(folder)).toEqual(['b.py']);
  });
});

function lines(mark: string): string {
  return Array.from({ length: 100 }, (_, index) => `${mark}${index}\n`).join('');
}

describe('drift', () => {
  it('names what is missing, stale, edited and too much', async () => {
    const folder = temporaryFolder();
    await written(folder, emission({ stale: 'one\ntwo\n', edited: 'a\n', extra: '', missing: '' }));
    writeFileSync(path.join(folder, 'edited'), 'a!\n');
    rmSync(path.join(folder, 'missing'));
    const now = drift(planned(folder, emission({ stale: 'one\nthree\n', edited: 'a\n', missing: '' })));
    expect(now).toEqual([
      { path: 'edited', change: 'edited', diff: ['@@ -1,1 +1,1 @@', '-a!', '+a'] },
      { path: 'extra', change: 'extra', diff: [] },
      { path: 'missing', change: 'missing', diff: [] },
      { path: 'stale', change: 'stale', diff: ['@@ -1,2 +1,2 @@', ' one', '-two', '+three'] },
    ]);
  });

  it('cuts a long difference', async () => {
    const folder = temporaryFolder();
    await written(folder, emission({ a: lines('x') }));
    const [only] = drift(planned(folder, emission({ a: lines('y') })));
    expect(only!.diff).toHaveLength(25);
    expect(only!.diff.at(-1)).toBe('… and 177 more lines');
  });

  it('sees a lock of another contract, but not one of another version of itc', async () => {
    const folder = temporaryFolder();
    const emitted = emission({ a: '' });
    await written(folder, emitted);
    const present = readPresent(folder, emitted);
    expect(drift(plan(emitted, present, { ...origin, itc: '9.9.9' }))).toEqual([]);
    expect(drift(plan(emitted, present, { ...origin, specSha256: 'bb' }))).toMatchObject([
      { path: 'itc.lock', change: 'stale' },
    ]);
    rmSync(path.join(folder, 'itc.lock'));
    expect(drift(planned(folder, emitted))).toMatchObject([{ path: 'itc.lock', change: 'missing' }]);
  });
});
