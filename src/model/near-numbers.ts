import type { BodyMember } from './body-member.ts';

/** Steps from a number to its neighbours, the plainest first. */
const steps = [1, 10, 100, 1000, 5, 0.5, 0.25, 0.1, 0.01];

/**
 * Three numbers that a member may be, ascending, close to what a good request has there: far from its bounds, which other
 * cases are about. Undefined: none are known.
 */
export function nearNumbers({ value, accepts }: BodyMember): readonly [number, number, number] | undefined {
  const own = value?.kind === 'literal' && typeof value.json === 'number' ? value.json : undefined;
  for (const middle of own === undefined ? [10, 100, 1] : [own]) {
    for (const step of steps) {
      const found = [middle, middle + step, middle - step]
        .map((one) => [one - step, one, one + step] as const)
        .find((numbers) => numbers.every((one) => one > 0 === middle > 0 && accepts(one)));
      if (found) return found;
    }
  }
  return undefined;
}
