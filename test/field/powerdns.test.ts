import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pytest } from '../../emitters/pytest/index.ts';
import { writeSuite } from '../../scripts/suites.ts';
import { pythonTools } from '../../scripts/toolchain.ts';
import { compile, readSources, Report } from '../../src/index.ts';
import type { SuiteResult, Verdict } from '../../src/run/result.ts';
import { runSuite } from '../../src/run/run-suite.ts';
import { key, startPowerDns } from './powerdns-server.ts';
import type { Started } from './started.ts';

const says =
  (message: RegExp, id = /./) =>
  (verdict: Verdict) =>
    message.test(verdict.message) && id.test(verdict.id);

interface Reason {
  readonly name: string;
  readonly shows: (verdict: Verdict) => boolean;
  /** Whether it is a matter of luck: two requests at the same moment. */
  readonly mayPass?: true;
}

/** Why cases are red; docs/field-notes.md tells each at length. */
const reasons: readonly Reason[] = [
  {
    name: 'refusals in plain text',
    shows: says(/content-type is text\/(plain|html), expected application\/json/),
  },
  { name: '405 without Allow', shows: says(/header Allow is missing/) },
  {
    name: 'what is not understood is not given',
    shows: says(/status is 20\d, expected 400 or 422/, /\/(type|value|shape|required|failed-write)\b/),
  },
  { name: 'a 500 for a number that is none', shows: says(/status is 500/, /^search-data\/type\/query\/max/) },
  { name: 'kinds of items by place', shows: says(/body\[\d+\]\.value is/, /^get-stats\//) },
  { name: 'an object where a text is promised', shows: says(/expected type "string"/, /^rectify-zone\//) },
  { name: 'a 201 where a 204 is promised', shows: says(/status is 201, expected 204/, /^create-metadata\//) },
  { name: 'an unknown kind is unprocessable', shows: says(/status is 422, expected 404/, /metadata_kind/) },
  {
    name: 'no metadata is empty metadata',
    shows: says(/status is 200, expected 404/, /metadata\/hierarchy/),
  },
  { name: 'deleted already is deleted', shows: says(/status is 204, expected 404/, /^delete-autoprimary\//) },
  { name: 'settings that can be listed and not read', shows: says(/status is 404/, /^get-config-setting\//) },
  { name: 'keys that want a size', shows: says(/status is 422, expected 201/, /^create-cryptokey\/.*\/zsk/) },
  { name: 'a PUT that changes', shows: says(/is still/, /^servers-zones\/replace/) },
  {
    name: 'a name that is taken is taken over',
    shows: says(/status is 200, expected 409/, /duplicate\/put$/),
  },
  { name: 'two of one name at once', shows: says(/was accepted too/, /\/race$/), mayPass: true },
];

/** Its packages are those of Debian 12. In CI a missing one fails the tests. */
const release = existsSync('/etc/debian_version') ? readFileSync('/etc/debian_version', 'utf8') : '';
const isLeftOut = !release.startsWith('12') && process.env['CI'] === undefined;
if (isLeftOut) console.warn('NOT TESTED: PowerDNS, because this is no Debian 12.');

describe.skipIf(isLeftOut)('PowerDNS', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-powerdns-suite-'));
  let server: Started;
  let result: SuiteResult;

  beforeAll(async () => {
    server = await startPowerDns();
    const contract = path.join(folder, 'openapi.yaml');
    const answer = await fetch(new URL('/api/docs', server.url), { headers: { 'X-API-Key': key } });
    writeFileSync(contract, await answer.text());
    const report = new Report();
    const [source] = await readSources(contract, report);
    const overlays = await readSources(path.join(import.meta.dirname, 'powerdns-overlay.yaml'), report);
    const frontEnd = { allowOutside: false, allowNetwork: false, overlays };
    const { model } = await compile(
      source!,
      { strength: 'convention', include: [], exclude: [], frontEnd },
      report,
    );
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const suite = path.join(folder, 'suite');
    await writeSuite(suite, pytest.emit(model!), { emitter: pytest, source: source! });
    result = await runSuite(suite, pytest.runner!, {
      baseUrl: server.url,
      program: (await pythonTools()).python,
      parameters: ['-p', 'no:randomly'],
      environment: {
        CREDENTIAL_API_KEY_HEADER: key,
        SEED_SERVER_ID: 'localhost',
        SEED_CONFIG_SETTING_NAME: 'api',
        SEED_METADATA_KIND: 'ALLOW-AXFR-FROM',
        SEED_AUTOPRIMARY_IP: '192.0.2.1',
        SEED_AUTOPRIMARY_NAMESERVER: 'ns.example.org',
      },
    });
  }, 300_000);

  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('fails for the reasons that are written down, and for no other', () => {
    const red = result.verdicts.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'pending');
    const unexplained = red.filter((verdict) => !reasons.some(({ shows }) => shows(verdict)));
    expect(unexplained.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
    const idle = reasons.filter(({ shows, mayPass }) => !mayPass && !red.some(shows));
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it('passes what the service keeps of its contract', () => {
    const passed = result.verdicts.filter(({ outcome }) => outcome === 'passed');
    expect(passed.length).toBeGreaterThan(200);
    expect(result.strays).toEqual([]);
  });

  it('has every reason in the field notes', () => {
    const notes = readFileSync(path.join(import.meta.dirname, '../../docs/field-notes.md'), 'utf8');
    for (const { name } of reasons) expect(notes).toContain(name);
  });
});
