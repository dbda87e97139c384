import { columns, flat, type Brackets, type Doc, type Row, type Stack } from './document.ts';

export interface Layout {
  /** Columns of a line. */
  readonly width: number;
  /** Columns of one level of indentation. */
  readonly tab: number;
  /** Indent with tabs. */
  readonly tabs?: boolean;
}

/**
 * The document as text; it ends with a line break. What fits between its place and the end of the line stays on one
 * line, with what follows it up to the next place that may break; else its outermost brackets break first.
 */
export function print(document: Doc, layout: Layout): string {
  const page = new Page(layout);
  page.write(document, 0, 0);
  return page.text();
}

/** Text while it is written, from left to right. */
class Page {
  readonly #layout: Layout;
  readonly #lines: string[] = [];
  #level = 0;
  #line = '';

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** @param after columns that what follows takes at least on the line where this document ends */
  write(document: Doc, level: number, after: number): void {
    if (typeof document === 'string') {
      this.#line += document;
      return;
    }
    switch (document.kind) {
      case 'sequence':
        return this.#sequence(document.parts, level, after);
      case 'rows':
        return this.#rows(document.rows, level, after);
      case 'stack':
        return this.#stack(document, level, after);
      case 'brackets':
        return this.#brackets(document, level, after);
    }
  }

  text(): string {
    this.#break(0);
    return `${this.#lines.join('\n')}\n`;
  }

  #sequence(parts: readonly Doc[], level: number, after: number): void {
    for (const [index, part] of parts.entries()) {
      if (typeof part === 'string') this.#line += part;
      else this.write(part, level, leading(parts.slice(index + 1), after));
    }
  }

  #rows(rows: readonly Row[], level: number, after: number): void {
    for (const [index, row] of rows.entries()) {
      if (index > 0) this.#break(level + row.level);
      this.write(row.document, level + row.level, index < rows.length - 1 ? 0 : after);
    }
  }

  #stack(stack: Stack, level: number, after: number): void {
    const text = flat(stack, this.#room(after));
    const rows = stack.parts.map((document) => ({ level: 0, document }));
    if (text !== undefined) this.#line += text;
    else this.#rows(rows, level, after);
  }

  #brackets(brackets: Brackets, level: number, after: number): void {
    const text = flat(brackets, this.#room(after));
    if (text !== undefined) {
      this.#line += text;
      return;
    }
    this.#line += brackets.open;
    this.#break(level + 1);
    const together = brackets.breaks === 'together' ? this.#together(brackets.items) : undefined;
    if (together !== undefined) this.#line += together;
    else this.#items(brackets, level + 1);
    this.#break(level);
    this.#line += brackets.close;
  }

  #together(items: readonly Doc[]): string | undefined {
    return flat(
      { kind: 'brackets', open: '', items, close: '', breaks: 'apart', isOpenEnded: false },
      this.#room(0),
    );
  }

  #items({ items, isOpenEnded }: Brackets, level: number): void {
    for (const [index, item] of items.entries()) {
      if (index > 0) this.#break(level);
      const comma = isOpenEnded || index < items.length - 1 ? ',' : '';
      this.write(item, level, comma.length);
      this.#line += comma;
    }
  }

  /** Columns that are left on the line. */
  #room(after: number): number {
    return this.#layout.width - this.#level * this.#layout.tab - columns(this.#line) - after;
  }

  #break(level: number): void {
    const { tab, tabs = false } = this.#layout;
    const margin = (tabs ? '\t' : ' '.repeat(tab)).repeat(this.#level);
    this.#lines.push((margin + this.#line).trimEnd());
    this.#level = level;
    this.#line = '';
  }
}

/** The columns that these documents take up to the first place that may break, and `after` where there is none. */
function leading(documents: readonly Doc[], after: number): number {
  let count = 0;
  for (const document of documents) {
    const { text, mayBreak } = lead(document);
    count += columns(text);
    if (mayBreak) return count;
  }
  return count + after;
}

/** What a document begins with: all of it, or its text up to the first place that may break. */
function lead(document: Doc): { readonly text: string; readonly mayBreak: boolean } {
  if (typeof document === 'string') return { text: document, mayBreak: false };
  switch (document.kind) {
    case 'brackets':
      return { text: document.open, mayBreak: true };
    case 'stack':
      return { text: lead(document.parts[0] ?? '').text, mayBreak: true };
    case 'rows':
      if (document.rows.length === 1) return lead(document.rows[0]?.document ?? '');
      return { text: lead(document.rows[0]?.document ?? '').text, mayBreak: document.rows.length > 0 };
    case 'sequence': {
      let text = '';
      for (const part of document.parts) {
        const first = lead(part);
        text += first.text;
        if (first.mayBreak) return { text, mayBreak: true };
      }
      return { text, mayBreak: false };
    }
  }
}
