import { jsonPositions } from './json-positions.ts';
import { segmentsOf, type Place, type Position } from './place.ts';
import { readShown } from './read.ts';
import type { Source } from './source.ts';
import { yamlPositions } from './yaml-positions.ts';

/**
 * Finds lines and columns: of a member at its key, of an item at its value, of what is not in the text (because an
 * overlay or an alias put it there) at its nearest ancestor. Undefined where the document is not at hand.
 */
export type Locator = (place: Place) => Located | undefined;

/** A position, and the lines around it. */
export interface Located extends Position {
  /** Any line of the document by its number, from 1, without its line break; undefined past its ends. */
  lineText(line: number): string | undefined;
}

/** Offsets of values in one text. */
export interface PositionTree {
  /** Of the value that the segments lead to, or of its nearest ancestor that exists. */
  offsetOf(segments: readonly string[]): number;
}

interface Lines {
  readonly tree: PositionTree;
  /** Offsets at which lines start. */
  readonly starts: readonly number[];
  lineText(line: number): string | undefined;
}

/**
 * A locator for these sources and for the files that they refer to. A text is scanned once, when a place in it is
 * asked for.
 */
export function createLocator(sources: readonly Source[]): Locator {
  const given = new Map(sources.map((source) => [source.document, source]));
  const scanned = new Map<string, Lines | undefined>();
  const linesOf = (document: string) => {
    if (!scanned.has(document)) scanned.set(document, scan(given.get(document) ?? readAgain(document)));
    return scanned.get(document);
  };
  return ({ document, pointer, position }) => {
    const lines = linesOf(document);
    if (!lines) return position && { ...position, lineText: () => undefined };
    const { lineText, starts, tree } = lines;
    return { ...(position ?? positionOf(starts, tree.offsetOf(segmentsOf(pointer)))), lineText };
  };
}

type Text = Pick<Source, 'text' | 'syntax'>;

function readAgain(document: string): Text | undefined {
  const text = readShown(document);
  return text === undefined ? undefined : { text };
}

function scan(source: Text | undefined): Lines | undefined {
  if (source === undefined) return undefined;
  const { text } = source;
  const starts = lineStarts(text);
  const lineText = (line: number) => {
    const from = starts[line - 1];
    return from === undefined
      ? undefined
      : text.slice(from, starts[line] ?? text.length).replace(/\r?\n$/, '');
  };
  return { tree: lazily(() => treeOf(source)), starts, lineText };
}

/** A text that cannot be parsed is located by line alone, so its tree is made only when it is asked for. */
function lazily(make: () => PositionTree): PositionTree {
  let tree: PositionTree | undefined;
  return { offsetOf: (segments) => (tree ??= make()).offsetOf(segments) };
}

function treeOf({ text, syntax }: Text): PositionTree {
  try {
    return syntax === 'json' || (syntax === undefined && isJson(text))
      ? jsonPositions(text)
      : yamlPositions(text);
  } catch {
    return { offsetOf: () => 0 }; // a text that cannot be parsed: its problem was reported with a position of its own
  }
}

function isJson(text: string): boolean {
  if (!/^\uFEFF?\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    return true;
  } catch {
    return false; // YAML in flow style
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionOf(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
