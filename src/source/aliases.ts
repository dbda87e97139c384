/**
 * Whether a value, written out as a tree, has more than `limit` values. YAML aliases share what they name, so a value
 * that is small in memory can be endless as a tree, or contain itself (the "billion laughs").
 */
export function expandsBeyond(value: unknown, limit: number): boolean {
  const sizes = new Map<object, number>();
  const size = (part: unknown): number => {
    if (typeof part !== 'object' || part === null) return 1;
    const known = sizes.get(part);
    if (known !== undefined) return known;
    sizes.set(part, Infinity); // while it is counted: met again, it contains itself
    let sum = 1;
    for (const child of Object.values(part)) {
      sum += size(child);
      if (sum > limit) return Infinity;
    }
    sizes.set(part, sum);
    return sum;
  };
  return size(value) > limit;
}
