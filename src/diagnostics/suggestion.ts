/**
 * ` Did you mean pytest?`, with a blank in front, for a word that is nearly one of the candidates; else `''`.
 * Nearly: at most a third of its letters are wrong (and never more than three).
 */
export function suggestion(word: string, candidates: readonly string[]): string {
  const limit = Math.min(3, Math.ceil(word.length / 3));
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= limit)
    .sort((left, right) => left.edits - right.edits);
  return ranked[0] === undefined ? '' : ` Did you mean ${ranked[0].candidate}?`;
}

/** Edits from one word to the other: a letter in, out, changed, or two neighbours swapped (optimal string alignment). */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      now.push(
        Math.min(
          rows[row - 1]![column]! + 1,
          now[column - 1]! + 1,
          rows[row - 1]![column - 1]! + (isSame ? 0 : 1),
          isSwap ? rows[row - 2]![column - 2]! + 1 : Infinity,
        ),
      );
    }
    rows.push(now);
  }
  return rows[from.length]![to.length]!;
}
