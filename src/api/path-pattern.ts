/** Matches path templates against a pattern: `*` stands for anything within a segment, `**` for anything at all. */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((piece) =>
      piece === '**' ? '.*' : piece === '*' ? '[^/]*' : piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    )
    .join('');
  const expression = new RegExp(`^${source}$`, 's');
  return (path) => expression.test(path);
}
