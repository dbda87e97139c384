/** Where something is said: a node of a source document. Lines and columns are looked up only to be printed. */
export interface Place {
  /** The document, as it is shown to people: a path relative to the working folder, a URL, or `<stdin>`. */
  readonly document: string;
  /** JSON Pointer (RFC 6901) of the node; `''` is the whole document. */
  readonly pointer: string;
  /** Known already where there is no node: a document that could not be parsed. */
  readonly position?: Position;
}

/** Line and column, both from 1; a column is a UTF-16 code unit, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The place of a member or item below another place. */
export function below({ document, pointer }: Place, ...segments: readonly (string | number)[]): Place {
  return { document, pointer: segments.reduce<string>(withSegment, pointer) };
}

/** The reference tokens of a JSON Pointer, unescaped (RFC 6901 §4): `/paths/~1books` → `['paths', '/books']`. */
export function segmentsOf(pointer: string): readonly string[] {
  if (pointer === '') return [];
  const tokens = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return tokens;
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** With one more reference token (RFC 6901 §3). */
function withSegment(pointer: string, segment: string | number): string {
  return `${pointer}/${typeof segment === 'number' ? segment : escapeToken(segment)}`;
}

/** A name as a reference token of a JSON Pointer (RFC 6901 §3). */
export function escapeToken(name: string): string {
  if (!name.includes('/') && !name.includes('~')) return name;
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
