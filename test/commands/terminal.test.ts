import { describe, expect, it } from 'vitest';
import { plain } from '../../src/diagnostics/print/paint.ts';
import { coloursAsked } from '../../src/commands/colour-flags.ts';
import { terminalOf } from '../../src/commands/terminal.ts';

function stream(isTTY: boolean) {
  const said: string[] = [];
  return { said, isTTY, columns: 20, write: (text: string) => said.push(text) };
}

const terminal = (isTTY: boolean, environment: Record<string, string> = {}) => {
  const err = stream(isTTY);
  return { said: err.said, terminal: terminalOf(stream(isTTY), err, environment) };
};

describe('progress', () => {
  it('is one line, wiped before anything else is said', () => {
    const { said, terminal: it } = terminal(true);
    it.progress('compiling a document with a long name');
    it.progress('writing');
    it.out('result');
    it.err('done\n');
    expect(said).toEqual(['compiling a documen', '\r\u001B[2K', 'writing', '\r\u001B[2K', 'done\n']);
  });

  it.each([
    [false, {}],
    [true, { CI: 'true' }],
    [true, { TERM: 'dumb' }],
  ])('is not shown when nobody watches (terminal: %s, %j)', (isTTY, environment) => {
    const { said, terminal: it } = terminal(isTTY, environment);
    it.progress('compiling');
    expect(said).toEqual([]);
  });
});

describe('--color and --no-color', () => {
  it.each([
    [['compile', '--color'], { NO_COLOR: '1' }, true],
    [['--no-color', 'compile'], { FORCE_COLOR: '1' }, false],
    [['compile', '--color', '--no-color'], {}, false],
    [['run', 'tests', '--', '--color'], {}, false],
    [['compile'], { FORCE_COLOR: '1' }, true],
  ])('%j with %j: %s', (parameters, environment, expected) => {
    const asked = coloursAsked(parameters, environment);
    expect(terminalOf(stream(false), stream(false), asked).paintOut !== plain).toBe(expected);
  });
});

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('terminal: %s, %j: %s', (isTTY, environment, expected) => {
    expect(terminal(isTTY, environment as Record<string, string>).terminal.paintErr !== plain).toBe(expected);
  });

  it('is as wide as its stream, or as COLUMNS says; text that nobody watches has no width', () => {
    const columnsOf = (isTTY: boolean, environment: Record<string, string> = {}) =>
      terminalOf(stream(isTTY), stream(isTTY), environment).columns;
    expect(columnsOf(true)).toBe(20);
    expect(columnsOf(false)).toBeUndefined();
    expect(columnsOf(false, { COLUMNS: '60' })).toBe(60);
    expect(columnsOf(true, { COLUMNS: 'wide' })).toBe(20);
  });
});
