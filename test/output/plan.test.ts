import { describe, expect, it } from 'vitest';
import type { EmittedFile } from '../../src/model/emitter.ts';
import { fingerprint } from '../../src/output/fingerprint.ts';
import { readLock, salvage } from '../../src/output/lock.ts';
import { emptyFolder, plan, type Present } from '../../src/output/plan.ts';

const origin = { itc: '0.1.0', spec: 'openapi.yaml', specSha256: 'aa', emitter: 'pytest' };
const itc = (path: string, text: string): EmittedFile => ({ path, text, owner: 'itc' });
const you = (path: string, text: string): EmittedFile => ({ path, text, owner: 'you' });

/** What is done with one file, given what is emitted, what is there and what the lock remembers. */
function actions(
  emitted: readonly EmittedFile[],
  there: Record<string, string>,
  locked: Record<string, string>,
  present: Partial<Present> = {},
) {
  const written = new Map(Object.entries(locked).map(([path, text]) => [path, [fingerprint(text)]]));
  const files = new Map(Object.entries(there));
  const made = plan({ files: emitted, cases: {} }, { ...emptyFolder, files, written, ...present }, origin);
  return Object.fromEntries(made.actions.map(({ kind, path }) => [path, kind]));
}

describe('plan', () => {
  it('writes what is new', () => {
    expect(actions([itc('a', '1')], {}, {})).toEqual({ a: 'write' });
  });

  it('writes over what it wrote itself', () => {
    expect(actions([itc('a', '2')], { a: '1' }, { a: '1' })).toEqual({ a: 'write' });
  });

  it('refuses what was edited since, and what it never wrote', () => {
    expect(actions([itc('a', '2'), itc('b', '2')], { a: '1!', b: 'b' }, { a: '1' })).toEqual({
      a: 'refuse',
      b: 'refuse',
    });
  });

  it('has nothing to do where the text is there already, whoever wrote it', () => {
    expect(actions([itc('a', '2'), itc('b', '2')], { a: '2', b: '2' }, { a: '1' })).toEqual({
      a: 'unchanged',
      b: 'unchanged',
    });
  });

  it("writes the user's files once", () => {
    expect(actions([you('a', '1'), you('b', '1')], { b: 'mine' }, {})).toEqual({ a: 'write', b: 'keep' });
  });

  it('removes what is no longer emitted, unless it was edited', () => {
    expect(actions([], { a: '1', b: 'edited' }, { a: '1', b: '1', c: 'gone' })).toEqual({
      a: 'remove',
      b: 'leave',
    });
  });

  it('leaves what says that itc wrote it where no lock tells whether it was edited', () => {
    const marked = ['a', 'b'];
    expect(actions([itc('a', '1')], { a: '1', b: 'old' }, {}, { marked })).toEqual({
      a: 'unchanged',
      b: 'leave',
    });
  });

  it('knows a file by either of two fingerprints', () => {
    const written = new Map([['a', [fingerprint('ours'), fingerprint('theirs')]]]);
    expect(actions([], { a: 'theirs' }, {}, { written })).toEqual({ a: 'remove' });
    expect(actions([itc('a', 'new')], { a: 'ours' }, {}, { written })).toEqual({ a: 'write' });
    expect(actions([], { a: 'mine' }, {}, { written })).toEqual({ a: 'leave' });
  });

  it('takes a file with CRLF for the same file', () => {
    expect(actions([itc('a', '1\n2\n')], { a: '1\r\n2\r\n' }, {})).toEqual({ a: 'unchanged' });
    expect(actions([itc('a', '3\n')], { a: '1\r\n2\r\n' }, { a: '1\n2\n' })).toEqual({ a: 'write' });
    expect(actions([], { a: '1\r\n' }, { a: '1\n' })).toEqual({ a: 'remove' });
  });

  it('writes the same lock whatever the order of files and cases', () => {
    const files = [itc('b', '2'), itc('a', '1'), you('mine', '')];
    const one = plan({ files, cases: { z: 'Z', y: 'Y' } }, emptyFolder, origin);
    const other = plan({ files: files.toReversed(), cases: { y: 'Y', z: 'Z' } }, emptyFolder, origin);
    expect(one.lock.text).toBe(other.lock.text);
    expect(readLock(one.lock.text)).toEqual({
      format: 1,
      ...origin,
      files: { a: fingerprint('1'), b: fingerprint('2') },
      cases: { y: 'Y', z: 'Z' },
    });
  });

  it.each(['../a', '/a', 'a/../../b', 'a\\..\\b', 'C:a', 'a//b', './a', '', 'itc.lock', 'a\0b'])(
    'takes the path %j for a bug',
    (path) => {
      expect(() => actions([itc(path, '')], {}, {})).toThrow('unsafe path');
    },
  );

  it('takes two paths that some file systems cannot tell apart for a bug', () => {
    expect(() => actions([itc('test_a.py', ''), itc('Test_a.py', '')], {}, {})).toThrow('twice');
  });
});

describe('readLock', () => {
  it.each([
    ['no JSON', '<<<<<<< HEAD\n{}'],
    ['another format', '{"format":2}'],
    [
      'a path that leaves the folder',
      JSON.stringify({ format: 1, ...origin, files: { '../x': 'aa' }, cases: {} }),
    ],
    ['a list', '[]'],
  ])('does not read %s', (_what, text) => {
    expect(readLock(text)).toBeUndefined();
  });
});

describe('salvage', () => {
  const hash = (digit: string) => digit.repeat(64);

  it('makes out the fingerprints of both sides of a conflict, and nothing else', () => {
    const text = [
      '{',
      `  "specSha256": "${hash('0')}",`,
      '  "files": {',
      '<<<<<<< HEAD',
      `    "test_a.py": "${hash('a')}",`,
      '=======',
      `    "test_a.py": "${hash('b')}",`,
      '>>>>>>> other',
      `    "caf\\u00e9.py": "${hash('c')}",`,
      `    "../out.py": "${hash('d')}"`,
      '  },',
      '  "cases": { "get-a/happy": "test_a.py::test" }',
    ].join('\n');
    expect([...salvage(text)]).toEqual([
      ['test_a.py', [hash('a'), hash('b')]],
      ['café.py', [hash('c')]],
    ]);
  });

  it('makes nothing of what is no lock', () => {
    expect([...salvage('<<<<<<< HEAD\n')]).toEqual([]);
  });
});
