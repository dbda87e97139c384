import { kebab } from '../api/words.ts';
import { usesOf } from './examples.ts';
import type { Example, Fixture } from './model.ts';

interface Known {
  readonly fixtures: readonly Fixture[];
  /** By `kebab(name)`. */
  readonly examples: ReadonlyMap<string, Example>;
}

/**
 * The fixtures of these names (kebab-case), and those that they need themselves: what was asked for by a request that is in no
 * case (it is skipped, or too weak) is not made.
 */
export function usedFixtures(names: Iterable<string>, { fixtures, examples }: Known): readonly Fixture[] {
  const byName = new Map(fixtures.map((fixture) => [kebab(fixture.name), fixture]));
  const used = new Set<Fixture>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const fixture = byName.get(name);
    if (fixture === undefined || used.has(fixture)) continue;
    used.add(fixture);
    const { given = [], value } = fixture;
    const own = value === undefined ? [] : [{ name: fixture.name, value }];
    waiting.push(...usesOf([{ given: [...given, ...own], steps: [fixture] }], examples).fixtures);
  }
  return fixtures.filter((fixture) => used.has(fixture));
}
