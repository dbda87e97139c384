import { describe, expect, it } from 'vitest';
import { columned, together, wrapped } from '../../../src/commands/plan/lines.ts';

describe('lines', () => {
  it('break at blanks, and are indented then', () => {
    expect(wrapped('  one two three four', 10, '    ')).toEqual(['  one two', '    three', '    four']);
  });

  it('break where they are too long without their colours', () => {
    const red = (text: string) => `\u001B[31m${text}\u001B[39m`;
    expect(wrapped(`${red('one')} two three`, 9)).toEqual([`${red('one')} two`, 'three']);
  });

  it('keep together what stands together', () => {
    expect(wrapped(`a, ${together(4, 'happy')}`, 6)).toEqual(['a,', '4 happy']);
    expect(wrapped(together(4, 'happy'), undefined)).toEqual(['4 happy']);
  });

  it('keep a word that is longer than the width', () => {
    expect(wrapped('GET /a/very/long/path here', 10)).toEqual(['GET', '/a/very/long/path', 'here']);
  });

  it('stay as they are without a width', () => {
    expect(wrapped('  one two three', undefined)).toEqual(['  one two three']);
  });

  it('have columns: the first to the left, the others to the right', () => {
    const cell = (text: string) => ({ text });
    expect(
      columned([
        [cell('a'), cell('1')],
        [cell('bcd'), cell('10')],
      ]),
    ).toEqual(['a     1', 'bcd  10']);
  });
});
