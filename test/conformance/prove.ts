import { describe, expect, it } from 'vitest';
import { emitters } from '../../emitters/index.ts';
import type { TriedApi } from '../../specs/apis.ts';
import type { Outcome, SuiteResult, Verdict } from '../../src/run/result.ts';
import { compareKills } from './kills.ts';
import { suiteOf } from './suite-of.ts';

/** Waiting for a turn counts, too. */
const timeout = 900_000;

/**
 * The emitted suites of an API pass on the server that keeps the contract, but for cases that are known to need a value;
 * and on each mutant exactly the cases fail that are listed with it.
 *
 * @param pending Ids of the cases that can't run with the set-up as it is.
 */
export function prove(api: TriedApi, pending: readonly string[] = []): void {
  const runnable = emitters.filter(({ runner }) => runner !== undefined);
  describe.each(runnable)(`${api.name}, $name`, (emitter) => {
    const suite = suiteOf(api, emitter);

    it.concurrent('passes on the good server', { timeout }, async () => {
      const result = await suite.run();
      expect(departures(result)).toEqual([]);
      expect(idsOf(result, 'pending')).toEqual([...pending].sort());
    });

    it.concurrent.each(api.mutants)('$name: $fault', { timeout }, async ({ name, kills, awaits = [] }) => {
      const { verdicts } = await suite.run(name);
      expect(compareKills(kills, verdicts)).toEqual({ unexpected: [], survived: [], unexplained: [] });
      // What a mutant waits for is a case that no rule makes yet; when one does, the case moves to `kills`.
      expect(compareKills(awaits, verdicts).survived).toEqual(
        awaits.map((id) => `${id} (no case has this id)`),
      );
      expect([...kills, ...awaits]).not.toEqual([]);
    });
  });
}

/** Whatever did not pass and is not pending, and what was found besides: with its reason, to be read in a failure. */
export function departures({ verdicts, strays, findings }: SuiteResult): readonly string[] {
  const bad = verdicts.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'pending');
  return [
    ...bad.map(({ id, outcome, message }: Verdict) => `${outcome} ${id}: ${message}`),
    ...strays.map(({ test, message }) => `${test}: ${message}`),
    ...findings,
  ];
}

function idsOf({ verdicts }: SuiteResult, wanted: Outcome): readonly string[] {
  return verdicts
    .filter(({ outcome }) => outcome === wanted)
    .map(({ id }) => id)
    .sort();
}
