import { describe, expect, it, vi } from 'vitest';
import { frame } from '../../src/diagnostics/print/frame.ts';
import { coloured, plain } from '../../src/diagnostics/print/paint.ts';
import { printText } from '../../src/diagnostics/print/text.ts';
import { diagnostic, locateIn, nowhere } from './spots.ts';

const text = 'paths:\n  /books:\n    post: {}\n';

describe('printText', () => {
  it('points at the cause and says what to do', () => {
    expect(printText([diagnostic()], locateIn(text), plain)).toBe(
      `openapi.yaml:2:3 warning rules/no-promise
  POST /books does not say how it answers a missing field.
      1 | paths:
    > 2 |   /books:
        |   ^
      3 |     post: {}
  Add a 400 or 422 response to the operation.

`,
    );
  });

  it('does without a place, and without a document', () => {
    const { place: _place, ...placeless } = diagnostic();
    expect(printText([placeless], nowhere, plain)).toMatch(/^warning rules\/no-promise\n {2}POST/);
    expect(printText([diagnostic()], nowhere, plain)).toMatch(
      /^openapi\.yaml warning rules\/no-promise\n {2}POST/,
    );
  });

  it('shows three of a hundred, looks up no more, and keeps the others', () => {
    const many = Array.from({ length: 100 }, (_, index) => diagnostic({ message: `Number ${index}.` }));
    const locate = vi.fn(locateIn(text));
    const printed = printText([...many, diagnostic({ code: 'source/not-found' })], locate, plain);
    expect(printed.match(/Number \d+/g)).toEqual(['Number 0', 'Number 1', 'Number 2']);
    expect(printed).toContain('… and 97 more of rules/no-promise');
    expect(printed).toContain('source/not-found');
    expect(locate).toHaveBeenCalledTimes(4);
  });

  it('keeps control characters of a contract from the terminal', () => {
    const hostile = diagnostic({ message: 'a\u001B[31mb\u202Ec' });
    const printed = printText([hostile], locateIn('\n  /\u001B]0;x\u0007:\n'), plain);
    expect(printed).toContain('a\\u{1b}[31mb\\u{202e}c');
    expect(printed).toContain('/\\u{1b}]0;x\\u{7}:');
    // oxlint-disable-next-line no-control-regex
    expect(printed).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  });

  it('colours by role alone', () => {
    const printed = printText([diagnostic()], locateIn(text), coloured);
    expect(printed).toContain('\u001B[33mwarning\u001B[39m');
    // oxlint-disable-next-line no-control-regex
    expect(printed.replaceAll(/\u001B\[\d+m/g, '')).toBe(printText([diagnostic()], locateIn(text), plain));
  });
});

function at(line: number, column: number, of: string): string | undefined {
  return frame({ line, column, lineText: (number) => of.split('\n')[number - 1] });
}

describe('frame', () => {
  it('cuts a long line around the column', () => {
    const lines = at(1, 5001, `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`)!.split('\n');
    expect(lines[0]!.length).toBeLessThan(120);
    expect(lines[0]!.indexOf('HERE')).toBe(lines[1]!.indexOf('^'));
  });

  it('keeps the caret under its column behind tabs and shown controls', () => {
    expect(at(1, 2, '\tx')).toBe('> 1 | \tx\n    | \t^');
    expect(at(1, 2, '\u0007x')).toBe('> 1 | \\u{7}x\n    |      ^');
  });

  it('aligns numbers at a power of ten', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n');
    expect(at(9, 1, lines)).toBe('   8 | line 8\n>  9 | line 9\n     | ^\n  10 | line 10');
  });

  it('is not there where the line is not', () => {
    expect(at(7, 1, 'one line')).toBeUndefined();
  });
});
