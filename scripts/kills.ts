/**
 * What a mutant kills: npx tsx --import ./scripts/raw-imports.js scripts/kills.ts bookshop price-is-text
 * Without a mutant: every one of the API, with the cases that are listed and do not fail (-), fail and are not listed (+),
 * or could not begin for another reason (!).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apiNamed, type TriedApi } from '../specs/apis.ts';
import type { Verdict } from '../src/run/result.ts';
import { runSuite } from '../src/run/run-suite.ts';
import { compareKills, isKilled } from '../test/conformance/kills.ts';
import { emitterNamed, makeSuite } from './suites.ts';
import { pythonTools } from './toolchain.ts';

const emitter = emitterNamed('pytest');

async function verdictsOf(api: TriedApi, folder: string, mutant: string): Promise<readonly Verdict[]> {
  const { python } = await pythonTools();
  const running = await api.start(mutant);
  try {
    const result = await runSuite(folder, emitter.runner!, {
      baseUrl: running.url,
      program: python,
      environment: api.environment ?? {},
    });
    return result.verdicts;
  } finally {
    await running.close();
  }
}

const [name = '', only] = process.argv.slice(2);
const api = apiNamed(name);
const folder = mkdtempSync(path.join(tmpdir(), 'itc-kills-'));
try {
  await makeSuite(api, emitter, folder);
  for (const mutant of api.mutants.filter((one) => only === undefined || one.name === only)) {
    const verdicts = await verdictsOf(api, folder, mutant.name);
    const failed = verdicts.filter(isKilled);
    const { unexpected, survived, unexplained } = compareKills(mutant.kills, verdicts);
    console.log(`${mutant.name}: ${mutant.fault}  (${failed.length} cases fail)`);
    for (const id of unexpected) console.log(`  + ${id}`);
    for (const id of survived) console.log(`  - ${id}`);
    for (const line of unexplained) console.log(`  ! ${line}`);
    if (only === undefined) continue;
    for (const { id, message } of failed) console.log(`\n${id}\n${message.replaceAll(/^/gm, '    ')}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
