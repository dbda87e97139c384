import { describe, expect, it } from 'vitest';
import { jobsOf, rebased } from '../../../src/commands/compile/jobs.ts';
import { mendingCommand } from '../../../src/commands/compile/mending-command.ts';
import { UsageError } from '../../../src/commands/usage-error.ts';

const entries = [{ spec: 'a.yaml', strength: 'http', include: ['x'] }, { spec: 'b.yaml' }] as const;

describe('jobsOf', () => {
  it('makes a job of every entry when no spec is named', () => {
    expect(jobsOf([], {}, entries).map(({ spec, strength }) => [spec, strength])).toEqual([
      ['a.yaml', 'http'],
      ['b.yaml', 'convention'],
    ]);
  });

  it('takes the entry of a spec that is named, however its path is written', () => {
    expect(jobsOf(['./a.yaml', 'c.yaml'], {}, entries)).toMatchObject([
      { spec: 'a.yaml', strength: 'http', include: ['x'] },
      { spec: 'c.yaml', strength: 'convention', include: [] },
    ]);
  });

  it('lets flags win, key by key', () => {
    const [job] = jobsOf(['a.yaml'], { strength: 'contract', validate: false }, entries);
    expect(job).toMatchObject({ strength: 'contract', include: ['x'], validate: false, emit: ['pytest'] });
  });

  it('has nothing to do without a spec', () => {
    expect(() => jobsOf([], {}, [])).toThrow(UsageError);
  });
});

describe('rebased', () => {
  it('sees paths from another folder, and leaves URLs and standard input', () => {
    const flags = { out: 'tests/{emitter}', overlays: ['o.yaml'], emit: ['pytest'] };
    const specs = ['a.yaml', 'ci/b/*.yaml', '-', 'https://example.org/c.yaml'];
    expect(rebased({ specs, flags }, '/shop', '/shop/ci')).toEqual({
      specs: ['../a.yaml', 'b/*.yaml', '-', 'https://example.org/c.yaml'],
      flags: { out: '../tests/{emitter}', overlays: ['../o.yaml'], emit: ['pytest'] },
    });
  });
});

describe('mendingCommand', () => {
  const stale = { path: 'a', change: 'stale', diff: [] } as const;

  it('is what was typed, without the check, as a shell reads it', () => {
    const typed = ['compile', '--check', "it's.yaml", '--out', 'tests/{spec}', '--include', 'tag:a b'];
    expect(mendingCommand(typed, [stale])).toBe(
      String.raw`npx itc compile 'it'\''s.yaml' --out 'tests/{spec}' --include 'tag:a b'`,
    );
  });

  it('forces where edits stand in its way', () => {
    expect(mendingCommand(['compile', '--check'], [stale, { ...stale, change: 'edited' }])).toBe(
      'npx itc compile --force',
    );
  });
});
