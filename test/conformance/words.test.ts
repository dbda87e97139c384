import { describe, expect, it } from 'vitest';
import { emitters } from '../../emitters/index.ts';
import { pytest } from '../../emitters/pytest/index.ts';
import { parcels } from '../../specs/apis.ts';
import type { SuiteResult } from '../../src/run/result.ts';
import { suiteOf } from './suite-of.ts';

const others = emitters.filter((emitter) => emitter.runner !== undefined && emitter !== pytest);

/** What a run says of what did not pass, without what differs from run to run, and the names of the set-up files. */
function told({ verdicts, findings }: SuiteResult): readonly string[] {
  const bad = verdicts.filter(({ outcome }) => outcome !== 'passed');
  const lines = bad.map(({ id, outcome, message, broken = [] }) =>
    [id, outcome, message, JSON.stringify(broken)].join('\n'),
  );
  return [...lines, ...findings.toSorted()].map((text) =>
    text.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST').replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, 'UUID'),
  );
}

describe.each(others)('failures of $name', (emitter) => {
  const suites = [suiteOf(parcels, pytest), suiteOf(parcels, emitter)];

  it.concurrent.each(parcels.mutants)(
    'are word for word those of pytest: $name',
    { timeout: 900_000 },
    async ({ name }) => {
      const [first, other] = await Promise.all(suites.map((suite) => suite.run(name)));
      expect(told(other!)).toEqual(told(first!));
      expect(told(first!)).not.toEqual([]);
    },
  );
});
