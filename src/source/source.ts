/** One document: its text, and what it says. Only `source/` makes them. */
export interface Source {
  /** As it is shown to people: a path relative to the working folder, a URL, or `<stdin>`. */
  readonly document: string;
  /** Absolute: `file:` or `http(s):`; what relative references are resolved against. */
  readonly url: string;
  readonly text: string;
  /** The parsed JSON or YAML value. */
  readonly value: unknown;
  /** What the text was parsed as, where that is known. */
  readonly syntax?: 'json' | 'yaml';
}
