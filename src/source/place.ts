/** Where something is said: a node of a source document. Lines and columns are looked up only to be printed. */
export interface Place {
  /** The document, as it is shown to people: a path relative to the working folder, a URL, or `<stdin>`. */
  readonly document: string;
  /** JSON Pointer (RFC 6901) of the node; `''` is the whole document. */
  readonly pointer: string;
}

/** The place of a member or item below another place. */
export function below(place: Place, ...segments: readonly (string | number)[]): Place {
  return { document: place.document, pointer: place.pointer + segments.map(pointerSegment).join('') };
}

/** One reference token of a JSON Pointer, with its leading slash (RFC 6901 §3). */
function pointerSegment(segment: string | number): string {
  return `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
