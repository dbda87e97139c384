import { stripVTControlCharacters } from 'node:util';

/** Text in lines of a width. */

/** What stands together in a line: `4 happy`. */
export function together(...words: readonly (string | number)[]): string {
  return words.join(glue);
}

const glue = '\u00A0';

/** Breaks a text at blanks into lines of at most `width` columns, where it can; later lines are indented. */
export function wrapped(text: string, width: number | undefined, indent = ''): readonly string[] {
  if (width === undefined || columnsOf(text) <= width) return [unglued(text)];
  const lines: string[] = [];
  let line = /^ */.exec(text)![0];
  let isFresh = true;
  for (const word of text.trim().split(/ +/)) {
    if (!isFresh && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = indent;
      isFresh = true;
    }
    line += isFresh ? word : ` ${word}`;
    isFresh = false;
  }
  return [...lines, line].map(unglued);
}

function unglued(text: string): string {
  return text.replaceAll(glue, ' ');
}

/** What of a text is seen: colours take no room. */
function columnsOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** One cell of a table: its text without colours, and how it is painted once it has its width. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Rows as lines of columns, two blanks apart: the first column to the left, the others to the right. */
export function columned(rows: readonly (readonly Cell[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, { text }] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, text.length);
  }
  return rows.map((row) =>
    row
      .map(({ text, paint = (same) => same }, index) => {
        const width = widths[index]!;
        return paint(index === 0 ? text.padEnd(width) : text.padStart(width));
      })
      .join('  ')
      .trimEnd(),
  );
}

/** How wide `columned` is. */
export function widthOf(rows: readonly (readonly Cell[])[]): number {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, { text }] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, text.length);
  }
  return widths.reduce((total, width) => total + width, 0) + 2 * Math.max(0, widths.length - 1);
}
