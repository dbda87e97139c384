import { kebab } from '../api/words.ts';
import { eachValue, visitor } from './examples.ts';
import type { Example, Fixture } from './model.ts';

interface Known {
  readonly fixtures: readonly Fixture[];
  /** By `kebab(name)`. */
  readonly examples: ReadonlyMap<string, Example>;
}

/**
 * The fixtures that cases need, directly, by an example, or by another fixture: what was asked for by a request that is in no
 * case (it is skipped, or too weak) is not made.
 */
export function usedFixtures(
  cases: readonly Parameters<typeof eachValue>[0][],
  { fixtures, examples }: Known,
): readonly Fixture[] {
  const byName = new Map(fixtures.map((fixture) => [kebab(fixture.name), fixture]));
  const used = new Set<Fixture>();
  const visit = visitor(examples, (value) => {
    const fixture =
      value.kind === 'part' && value.of === 'fixture' ? byName.get(kebab(value.name)) : undefined;
    if (fixture === undefined || used.has(fixture)) return;
    used.add(fixture);
    eachValue({ ...fixture, steps: [fixture] }, visit);
    if (fixture.value) visit(fixture.value);
  });
  for (const one of cases) eachValue(one, visit);
  return fixtures.filter((fixture) => used.has(fixture));
}
