import { describe, expect, it } from 'vitest';
import { apis } from '../../specs/apis.ts';
import { compile } from '../../src/compile.ts';
import { coverageOf } from '../../src/coverage/coverage.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { readSources } from '../../src/source/read.ts';
import { corpusFiles, withoutCorpus } from '../corpus-files.ts';

/** What of a contract has neither a case nor a reason, one line each. */
async function unexplained(contract: string): Promise<readonly string[]> {
  const report = new Report();
  const [source] = await readSources(contract, report);
  const frontEnd = { allowOutside: false, allowNetwork: false, overlays: [] };
  const { grounds } = await compile(
    source!,
    { strength: 'convention', include: [], exclude: [], frontEnd },
    report,
  );
  if (grounds === undefined) return [];
  return coverageOf({ ...grounds, pending: new Set() }).operations.flatMap(({ operation, elements }) =>
    elements
      .filter(({ verdict }) => verdict.state === 'uncovered')
      .map(({ kind, name, of }) => `${operation.key}: ${kind} ${name} of ${of}`),
  );
}

/** With alternatives, forms, deep objects, JSON in queries, several media types, and statuses of all kinds. */
const real =
  /(adyen-management-v3|superset.*|stoplight\.io|webscraping\.ai|powerdns\.local|zeit\.co|up\.com\.au|box-3\.0|spotify-official|exoapi\.dev)\.(json|yaml)$/;

describe('each element of a contract', () => {
  it.each(apis.map(({ contract }) => contract))('has a case or a reason in %s', async (contract) => {
    expect(await unexplained(contract)).toEqual([]);
  });

  it.skipIf(withoutCorpus).each(corpusFiles().filter((file) => real.test(file)))(
    'has one in %s',
    { timeout: 120_000 },
    async (file) => {
      expect(await unexplained(file)).toEqual([]);
    },
  );
});
