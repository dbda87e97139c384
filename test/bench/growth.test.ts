import { describe, expect, it } from 'vitest';
import { series } from '../../bench/growth/contracts.ts';
import { lineThrough } from '../../bench/growth/line.ts';
import { contractOf } from '../contract.ts';

/** Cases of a contract, each row counted. */
async function casesOf(name: string, size: number): Promise<number> {
  const { contract } = series.find((one) => one.name === name)!;
  const { suites } = (await contractOf(JSON.stringify(contract(size)))).model();
  const cases = suites.flatMap(({ groups }) => groups).flatMap((group) => group.cases);
  return cases.reduce((count, { table }) => count + (table?.rows.length ?? 1), 0);
}

describe('the number of cases', () => {
  it.each([
    ['operations', 10],
    ['properties', 10],
    ['depth', 1],
  ])('grows by as much with each step: %s', async (name, step) => {
    const counts = await Promise.all([1, 2, 3, 4].map((times) => casesOf(name, times * step)));
    const steps = counts.slice(1).map((count, index) => count - counts[index]!);
    expect(steps[0]).toBeGreaterThan(10);
    expect(new Set(steps).size, `${name}: ${counts.join(', ')}`).toBe(1);
  });
});

describe('lineThrough', () => {
  it('finds the line that all points are on', () => {
    expect(
      lineThrough([
        [1, 5],
        [2, 7],
        [3, 9],
      ]),
    ).toEqual({ slope: 2, start: 3, rSquared: 1, deviation: 0 });
  });

  it('says how far the worst point is off', () => {
    const { rSquared, deviation } = lineThrough([
      [1, 1],
      [2, 4],
      [3, 9],
      [4, 16],
    ]);
    expect(rSquared).toBeLessThan(0.97);
    expect(deviation).toBeGreaterThan(0.3);
  });
});
