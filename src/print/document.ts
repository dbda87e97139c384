/**
 * Text that knows where it may break: a small algebra, which `flat` reads as one line and `print` lays out. A list of
 * documents is not one: `concat` and `lines` make it one.
 */
export type Doc = string | Sequence | Rows | Brackets | Stack;

/** One part behind the other. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly parts: readonly Doc[];
}

/** One row below the other, each so many levels deeper than what is around. A single row is no more than its document. */
export interface Rows {
  readonly kind: 'rows';
  readonly rows: readonly Row[];
}

export interface Row {
  readonly level: number;
  readonly document: Doc;
}

/** A list in brackets. */
export interface Brackets {
  readonly kind: 'brackets';
  readonly open: string;
  readonly items: readonly Doc[];
  readonly close: string;
  /** How it breaks: an item per line; or all of them on the next line, where they fit; or always an item per line. */
  readonly breaks: 'apart' | 'together' | 'always';
  /** Whether a comma stands behind the last item too, where each has its line. */
  readonly isOpenEnded: boolean;
  /** Whether spaces stand inside of the brackets on one line: `{ a }`. */
  readonly isPadded?: true;
}

/** Parts with a space between them, or below each other. */
export interface Stack {
  readonly kind: 'stack';
  readonly parts: readonly Doc[];
}

/** One document behind the other. */
export function concat(...parts: readonly Doc[]): Doc {
  return parts.every((part) => typeof part === 'string') ? parts.join('') : { kind: 'sequence', parts };
}

/** One document below the other. */
export function lines(documents: readonly Doc[]): Doc {
  return { kind: 'rows', rows: documents.map((document) => ({ level: 0, document })) };
}

/** One document below the other, `blank` empty lines between them. */
export function apart(documents: readonly Doc[], blank: number): Doc {
  const between = Array.from({ length: blank }, () => '');
  return lines(documents.flatMap((document, index) => (index === 0 ? [document] : [...between, document])));
}

/**
 * A bracketed list: on one line where it fits, else one item per line, each with a comma behind it.
 * Without items it never breaks.
 */
export function bracketed(open: string, items: readonly Doc[], close: string): Doc {
  if (items.length === 0) return open + close;
  return { kind: 'brackets', open, items, close, breaks: 'apart', isOpenEnded: true };
}

/**
 * A bracketed list whose items may share a line of their own: all on one line where they fit, else together on the next
 * one, without a comma behind them, else one item per line, each with a comma. Without items it never breaks.
 */
export function gathered(open: string, items: readonly Doc[], close: string): Doc {
  if (items.length === 0) return open + close;
  return { kind: 'brackets', open, items, close, breaks: 'together', isOpenEnded: true };
}

/** A bracketed list with one item per line, even where it would fit on one. */
export function exploded(open: string, items: readonly Doc[], close: string): Doc {
  return { kind: 'brackets', open, items, close, breaks: 'always', isOpenEnded: true };
}

/** Brackets around one document, which goes on a line of its own, without a comma, where it doesn't fit. */
export function wrapped(open: string, content: Doc, close: string): Doc {
  return { kind: 'brackets', open, items: [content], close, breaks: 'apart', isOpenEnded: false };
}

/** Parts that stand below each other where they don't fit on one line. */
export function stacked(...parts: readonly Doc[]): Doc {
  return { kind: 'stack', parts };
}

/** The document on one line, or undefined where that takes more than `room` columns or the document must break. */
export function flat(document: Doc, room: number): string | undefined {
  const text = onOneLine(document, room);
  return text === undefined || columns(text) > room ? undefined : text;
}

/** The same by characters, of which a text never has more than it takes columns. */
function onOneLine(document: Doc, room: number): string | undefined {
  if (typeof document === 'string') return document.length <= room ? document : undefined;
  switch (document.kind) {
    case 'sequence':
      return joined(document.parts, '', room);
    case 'stack':
      return joined(document.parts, ' ', room);
    case 'rows': {
      const [only, ...more] = document.rows;
      if (only === undefined) return '';
      return more.length === 0 ? onOneLine(only.document, room) : undefined;
    }
    case 'brackets': {
      if (document.breaks === 'always') return undefined;
      const pad = document.isPadded ? ' ' : '';
      const items = joined(document.items, ', ', room - document.open.length - document.close.length);
      return items === undefined ? undefined : document.open + pad + items + pad + document.close;
    }
  }
}

function joined(documents: readonly Doc[], separator: string, room: number): string | undefined {
  let text = '';
  let between = '';
  for (const document of documents) {
    const next = onOneLine(document, room - text.length - between.length);
    if (next === undefined) return undefined;
    text += between + next;
    between = separator;
  }
  return text;
}

/** How many columns a text takes on a screen: East Asian wide characters take two. */
export function columns(text: string): number {
  if (/^[\0-\u2e7f]*$/.test(text)) return text.length;
  let count = text.length;
  for (const character of text) if (/[\u2e80-\uffdc]/.test(character)) count += 1;
  return count;
}
