// Written by itc, the same for every contract. Do not edit: it is written again.
/** What is behind failures: one broken promise fails many tests, and is told once. */

/** A line of a failure; it may know which schema is broken, and say so without the value. */
export interface Problem {
  readonly text: string;
  readonly place?: string | undefined;
  readonly says?: string;
  /** It is no problem itself. */
  readonly isHint?: true;
}

/** What the problems have in common with those of other tests: the promise that is broken. */
export function causesOf(
  operation: string,
  at: string,
  problems: readonly Problem[],
): readonly string[] {
  const own = at === "" ? operation : `${operation} at ${at}`;
  const causes = problems
    .filter(({ isHint }) => !isHint)
    .map(({ text, place, says }) => `${place ?? own}: ${says ?? text}`);
  return [...new Set(causes)];
}
