import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { NativeVerdict, Runner } from '../../src/model/runner.ts';
import { printLock } from '../../src/output/lock.ts';

/** A suite whose cases are called `id → test`, with a runner that is a line of JavaScript. */
export function suiteIn(cases: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  const lock = {
    format: 1,
    itc: '0',
    spec: 'openapi.yaml',
    specSha256: '',
    emitter: 'stand-in',
    files: {},
    cases,
  } as const;
  writeFileSync(path.join(folder, 'itc.lock'), printLock(lock));
  return folder;
}

/** An empty folder, until the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-run-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A runner that is Node itself: `script` gets the path of the report in `report`, and writes verdicts as JSON. */
export function runnerOf(script: string): Runner {
  return {
    programs: () => ['no-such-program', process.execPath],
    probe: ['-e', ''],
    advice: 'Install Node.',
    byHand: () => 'node',
    command: (report) => ['-e', `const report = ${JSON.stringify(report)}; ${script}`],
    completes: [0, 1],
    verdicts: (text) => JSON.parse(text) as readonly NativeVerdict[],
  };
}

/** A script that writes these verdicts, and ends with a code. */
export function saying(verdicts: readonly NativeVerdict[], code = 0): string {
  return `fs.writeFileSync(report, ${JSON.stringify(JSON.stringify(verdicts))}); process.exitCode = ${code};`;
}
