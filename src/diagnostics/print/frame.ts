import type { Spot } from './spot.ts';
import { visible } from './visible.ts';

/** How much of a line is shown: contracts may stand in one line of megabytes. */
const width = 100;

/**
 * A line of a document with one line around it and a caret under the column, without a final line break:
 *
 * ```
 *   13 | paths:
 * > 14 |   /books:
 *      |   ^
 *   15 |     post:
 * ```
 *
 * Undefined where the document has no such line. Long lines are cut around the column.
 */
export function frame(spot: Spot): string | undefined {
  if (spot.lineText(spot.line) === undefined) return undefined;
  const from = Math.max(0, spot.column - 1 - Math.floor(width / 2));
  const gutter = String(spot.line + 1).length;
  return [spot.line - 1, spot.line, spot.line + 1]
    .flatMap((line) => {
      const text = spot.lineText(line);
      if (text === undefined) return [];
      const mark = line === spot.line ? '>' : ' ';
      const shown = `${mark} ${String(line).padStart(gutter)} | ${cut(text, from)}`.trimEnd();
      return line === spot.line
        ? [shown, `  ${' '.repeat(gutter)} | ${caret(text, from, spot.column)}`]
        : [shown];
    })
    .join('\n');
}

function cut(text: string, from: number): string {
  if (from === 0 && text.length <= width) return visible(text);
  const head = from > 0 && text.length > 0 ? '…' : '';
  const tail = text.length > from + width ? '…' : '';
  return head + visible(text.slice(from, from + width)) + tail;
}

/** Blanks as wide as what stands before the column (tabs stay tabs), then the caret. */
function caret(text: string, from: number, column: number): string {
  const before = (from > 0 ? ' ' : '') + visible(text.slice(from, column - 1));
  return `${before.replaceAll(/[^\t]/gu, ' ')}^`;
}
