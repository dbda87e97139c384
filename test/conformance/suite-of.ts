import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { makeSuite } from '../../scripts/suites.ts';
import type { TriedApi } from '../../specs/apis.ts';
import type { Emitter } from '../../src/model/emitter.ts';
import type { SuiteResult } from '../../src/run/result.ts';
import { runSuite } from '../../src/run/run-suite.ts';
import { inTurn } from './in-turn.ts';
import { toolsOf } from './tools.ts';

/** Runs a suite against a server of its API. */
export interface Suite {
  /** Against a server that listens already. */
  against(baseUrl: string, parameters?: readonly string[]): Promise<SuiteResult>;
  /** Against a new server: the good one, or a mutant of it. */
  run(mutant?: string, parameters?: readonly string[]): Promise<SuiteResult>;
}

/** Two suites at a time: what the smallest machine that builds this project has cores for. */
const turn = inTurn(2);

/** Compiles the suite of an API before the tests of a file, and removes it after them. */
export function suiteOf(api: TriedApi, emitter: Emitter): Suite {
  const { environment = {} } = api;
  const { program, inOrder } = toolsOf(emitter);
  let folder = '';
  beforeAll(async () => {
    await program();
    folder = mkdtempSync(path.join(tmpdir(), 'itc-conformance-'));
    await makeSuite(api, emitter, folder);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const against: Suite['against'] = async (baseUrl, parameters = inOrder) => {
    const started = { baseUrl, program: await program(), parameters, environment };
    return runSuite(folder, emitter.runner!, started);
  };
  return {
    against,
    run: (mutant, parameters) =>
      turn(async () => {
        const running = await api.start(mutant);
        try {
          return await against(running.url, parameters);
        } finally {
          await running.close();
        }
      }),
  };
}
