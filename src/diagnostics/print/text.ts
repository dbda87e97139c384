import type { Code } from '../catalogue.ts';
import type { Diagnostic } from '../report.ts';
import { frame } from './frame.ts';
import type { Paint } from './paint.ts';
import type { Locate } from './spot.ts';
import { visible } from './visible.ts';

/** More problems of one code than this are grouped … */
const few = 10;
/** … and of a group this many are shown. */
const shown = 3;

/**
 * Problems for people, in the order in which they were found, each with its place, its code, its cause in the document
 * and what to do about it; `''` for none. Of a code with more than ten problems three are shown, and how many more
 * there are. Only what is shown is looked up.
 */
export function printText(diagnostics: readonly Diagnostic[], locate: Locate, paint: Paint): string {
  const total = new Map<Code, number>();
  for (const { code } of diagnostics) total.set(code, (total.get(code) ?? 0) + 1);

  const seen = new Map<Code, number>();
  return diagnostics
    .map((diagnostic) => {
      const { code } = diagnostic;
      const count = (seen.get(code) ?? 0) + 1;
      seen.set(code, count);
      const isGroup = total.get(code)! > few;
      if (isGroup && count > shown) return '';
      const block = printOne(diagnostic, locate, paint);
      if (!isGroup || count < shown) return `${block}\n`;
      const more = `… and ${total.get(code)! - shown} more of ${code} (--format json lists them all)`;
      return `${block}\n${paint('quiet', more)}\n\n`;
    })
    .join('');
}

function printOne(diagnostic: Diagnostic, locate: Locate, paint: Paint): string {
  const { place, severity, code, message, help } = diagnostic;
  const spot = place && locate(place);
  const at = place && (spot ? `${place.document}:${spot.line}:${spot.column}` : place.document);
  const head = [
    ...(at === undefined ? [] : [paint('place', visible(at))]),
    paint(severity, severity),
    paint('quiet', code),
  ];
  // A problem of a whole document is nowhere in it.
  const excerpt = spot && (place.pointer !== '' || place.position) ? frame(spot) : undefined;
  return [
    head.join(' '),
    indent(message.split('\n').map(visible).join('\n')),
    ...(excerpt === undefined ? [] : [indent(paintFrame(excerpt, paint), 4)]),
    indent(help.split('\n').map(visible).join('\n')),
    '',
  ].join('\n');
}

function paintFrame(excerpt: string, paint: Paint): string {
  return excerpt
    .split('\n')
    .map((line) => (line.endsWith('^') && /^ +\|/.test(line) ? paint('caret', line) : paint('quiet', line)))
    .join('\n');
}

function indent(text: string, by = 2): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}
