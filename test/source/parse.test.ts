import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.ts';
import { parse, parseSource } from '../../src/source/parse.ts';

const problemOf = (text: string) => {
  const parsed = parse(text);
  return parsed.kind === 'problem' ? parsed.problem : undefined;
};
const valueOf = (text: string) => {
  const parsed = parse(text);
  return parsed.kind === 'value' ? parsed.value : undefined;
};

describe('parse', () => {
  it('reads JSON and YAML, with or without a byte order mark', () => {
    expect(valueOf('\uFEFF{"a": 1}')).toEqual({ a: 1 });
    expect(valueOf('a: 1\nb: [x]')).toEqual({ a: 1, b: ['x'] });
  });

  it('reads YAML in flow style that is no JSON', () => {
    expect(valueOf('{a: 1}')).toEqual({ a: 1 });
  });

  it('has only types of JSON: a date is text, a version is a number', () => {
    expect(valueOf('on: 2024-01-02\nopenapi: 3.1')).toEqual({ on: '2024-01-02', openapi: 3.1 });
  });

  it('knows anchors, aliases and merge keys', () => {
    expect(valueOf('a: &a {x: 1}\nb: *a\nc:\n  <<: *a\n  y: 2')).toEqual({
      a: { x: 1 },
      b: { x: 1 },
      c: { x: 1, y: 2 },
    });
  });

  it('takes the last of two equal keys, and tells', () => {
    const report = new Report();
    const source = parseSource(
      { document: 'a.yaml', url: 'file:///a.yaml', text: 'a: 1\nb: 2\na: 3' },
      report,
    );
    expect(source?.value).toEqual({ a: 3, b: 2 });
    expect(report.diagnostics).toMatchObject([
      { code: 'source/duplicate-key', place: { position: { line: 3 } } },
    ]);
  });

  it('says where YAML is wrong', () => {
    expect(problemOf('a: 1\nb: [1, 2')?.position).toEqual({ line: 2, column: 9 });
    expect(problemOf('a: b: c')?.position.line).toBe(1);
  });

  it('says where JSON is wrong', () => {
    expect(problemOf('{\n  "a": 1,\n  "b" 2\n}')?.position).toEqual({ line: 3, column: 7 });
    expect(problemOf('{\n\t"a": {\n')?.position.line).toBe(3);
  });

  it('reports what is neither', () => {
    const report = new Report();
    expect(
      parseSource({ document: 'a.yaml', url: 'file:///a.yaml', text: '\t- :\n- ]' }, report),
    ).toBeUndefined();
    expect(report.diagnostics).toMatchObject([
      { code: 'source/syntax', severity: 'error', place: { document: 'a.yaml' } },
    ]);
  });

  it('refuses aliases that expand without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1)
      lines.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`);
    expect(problemOf(lines.join('\n'))?.reason).toContain('aliases');
    expect(problemOf('a: &a\n  b: *a')?.reason).toContain('aliases');
  });
});
