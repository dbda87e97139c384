import { concat, type Doc, type Row } from './document.ts';

/** What a hole of a template takes. Nothing (`undefined`, `''`, `[]`) alone on a line removes the line. */
export type Hole = Doc | undefined | readonly Hole[];

/**
 * A template that looks like its output. The indentation that all its lines share is dropped; what a line has beyond it
 * counts in steps of two spaces, each of which is one level of the target language's indentation. A hole alone on its
 * line takes a list and puts its items below each other; elsewhere a list is one text.
 *
 * ```ts
 * code`
 *   class ${name}:
 *     ${methods}
 * `
 * ```
 */
export function code(strings: TemplateStringsArray, ...holes: readonly Hole[]): Doc {
  return { kind: 'rows', rows: parsed(strings).flatMap((line) => filled(line, holes)) };
}

interface Line {
  readonly level: number;
  /** Text, and numbers of holes. */
  readonly parts: readonly (string | number)[];
}

const known = new WeakMap<TemplateStringsArray, readonly Line[]>();

/** The lines of a template; they are the same each time it is evaluated. */
function parsed(strings: TemplateStringsArray): readonly Line[] {
  const before = known.get(strings);
  if (before !== undefined) return before;
  const rows: (string | number)[][] = [[]];
  for (const [hole, text] of strings.entries()) {
    if (hole > 0) rows.at(-1)?.push(hole - 1);
    const [first = '', ...rest] = text.split('\n');
    rows.at(-1)?.push(first);
    for (const row of rest) rows.push([row]);
  }
  const written = rows.slice(isBlank(rows[0] ?? []) ? 1 : 0, isBlank(rows.at(-1) ?? []) ? -1 : undefined);
  const margin = Math.min(...written.filter((row) => !isBlank(row)).map(spaces));
  const lines = written.map((row) => {
    if (isBlank(row)) return { level: 0, parts: [] };
    const [head, ...rest] = row;
    const text = String(head).trimStart();
    return {
      level: (spaces(row) - margin) / 2,
      parts: text === '' ? rest.filter((part) => part !== '') : [text, ...rest],
    };
  });
  known.set(strings, lines);
  return lines;
}

function isBlank(row: readonly (string | number)[]): boolean {
  return row.every((part) => typeof part === 'string' && part.trim() === '');
}

function spaces([head]: readonly (string | number)[]): number {
  return typeof head === 'string' ? head.length - head.trimStart().length : 0;
}

function filled({ level, parts }: Line, holes: readonly Hole[]): readonly Row[] {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'number') {
    return list(holes[only]).map((document) => ({ level, document }));
  }
  const whole = parts.flatMap((part) => (typeof part === 'string' ? [part] : list(holes[part])));
  return [{ level, document: concat(...whole) }];
}

function list(hole: Hole): readonly Doc[] {
  if (hole === undefined || hole === '') return [];
  return isList(hole) ? hole.flatMap(list) : [hole];
}

function isList(hole: Hole): hole is readonly Hole[] {
  return Array.isArray(hole);
}
