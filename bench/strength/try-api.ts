import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { groupBy } from '../../src/api/group-by.ts';
import { emitterNamed, makeSuite } from '../../scripts/suites.ts';
import { pythonTools } from '../../scripts/toolchain.ts';
import type { TriedApi } from '../../specs/apis.ts';
import type { TestModel } from '../../src/model/model.ts';
import type { Verdict } from '../../src/run/result.ts';
import { readSuite, runSuite } from '../../src/run/run-suite.ts';
import { isKilled, matcher } from '../../test/conformance/kills.ts';
import { casesFor, firstCasesFor, parametersOf } from './cases.ts';
import type { Mutation } from './mutation.ts';
import { mutationsOf } from './mutations.ts';
import { startProxy } from './proxy.ts';

/** What became of one fault. `idle`: no answer had a place for it, so nothing was wrong. */
export type Fate = 'killed' | 'survived' | 'idle';

/** What a suite finds of an API's faults. */
export interface Tried {
  readonly mutations: readonly { readonly mutation: Mutation; readonly fate: Fate }[];
  /** The mutants that are seeded in its server, by name. */
  readonly seeded: Readonly<Record<string, Fate>>;
}

/**
 * Puts every mutation into the answers of an API, and every seeded mutant into its server, and runs the cases that look
 * at what is wrong.
 *
 * Mutations of different operations share a run; one counts as found there when a case fails that names its operation.
 * What is not found by a few cases and in company is tried again alone, with all cases that could find it, so that no
 * fault hides another.
 *
 * @param say Is told what is being done.
 */
export async function tryApi(api: TriedApi, say: (line: string) => void): Promise<Tried> {
  const emitter = emitterNamed('pytest');
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-strength-'));
  try {
    const model = await makeSuite(api, emitter, folder);
    const { python } = await pythonTools();
    const tests = readSuite(folder).cases;
    const run = async (baseUrl: string, ids: readonly string[]): Promise<readonly Verdict[]> => {
      const { environment = {} } = api;
      const parameters = ['-p', 'no:randomly', ...ids.map((id) => tests[id]!)];
      const { verdicts } = await runSuite(folder, emitter.runner!, {
        baseUrl,
        program: python,
        parameters,
        environment,
      });
      const asked = new Set(ids);
      return verdicts.filter(({ id }) => asked.has(id));
    };
    const mutations = await tryMutations(api, model, { run, say });
    const seeded = await trySeeded(api, Object.keys(tests), { run, say });
    return { mutations, seeded };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Means {
  readonly run: (baseUrl: string, ids: readonly string[]) => Promise<readonly Verdict[]>;
  readonly say: (line: string) => void;
}

async function tryMutations(
  api: TriedApi,
  model: TestModel,
  { run, say }: Means,
): Promise<Tried['mutations']> {
  const operations = Object.keys(model.contract.operations);
  const all = operations.map((operation) =>
    mutationsOf(operation, model.contract, parametersOf(operation, model)),
  );
  const together = async (mutations: readonly Mutation[], choose: typeof casesFor) => {
    const ids = mutations.map((mutation) => choose(mutation, model));
    const wanted = [...new Set(ids.flat())];
    const fates = new Map<Mutation, Fate>(mutations.map((mutation) => [mutation, 'idle']));
    if (wanted.length === 0) return fates;
    const running = await api.start();
    const proxy = await startProxy(running.url, operations);
    try {
      proxy.mutate(mutations);
      const verdicts = await run(proxy.url, wanted);
      mutations.forEach((mutation, index) => {
        const own = new Set(ids[index]);
        const isFound = verdicts.some(
          (verdict) =>
            isKilled(verdict) &&
            own.has(verdict.id) &&
            (mutations.length === 1 || verdict.message.startsWith(`${mutation.operation} `)),
        );
        if (proxy.wasApplied(mutation)) fates.set(mutation, isFound ? 'killed' : 'survived');
      });
      return fates;
    } finally {
      await proxy.close();
      await running.close();
    }
  };

  const fates = new Map<Mutation, Fate>();
  const rounds = Math.max(...all.map(({ length }) => length));
  for (let round = 0; round < rounds; round++) {
    const mutations = all.flatMap((own) => own[round] ?? []);
    for (const group of byMethod(mutations))
      for (const [mutation, fate] of await together(group, firstCasesFor)) fates.set(mutation, fate);
    say(`${api.name}: ${round + 1} of ${rounds} rounds`);
  }
  const open = [...fates].filter(([, fate]) => fate !== 'killed').map(([mutation]) => mutation);
  for (const [index, mutation] of open.entries()) {
    for (const [one, fate] of await together([mutation], casesFor)) fates.set(one, fate);
    say(`${api.name}: ${index + 1} of ${open.length} alone`);
  }
  return [...fates].map(([mutation, fate]) => ({ mutation, fate }));
}

/** Those of one method together: a POST that is broken hides what the GET after it answers, and not another POST. */
function byMethod(mutations: readonly Mutation[]): readonly (readonly Mutation[])[] {
  const groups = groupBy(mutations, ({ operation }) => operation.split(' ', 1)[0]);
  return [...groups.values()];
}

/** Of the cases that one entry of a mutant's list means so many are run: that all of them fail is for conformance to show. */
const few = 6;

async function trySeeded(
  api: TriedApi,
  ids: readonly string[],
  { run, say }: Means,
): Promise<Tried['seeded']> {
  const fates: Record<string, Fate> = {};
  for (const { name, kills } of api.mutants) {
    const wanted = kills.flatMap((pattern) => ids.filter((id) => matcher(pattern).test(id)).slice(0, few));
    const running = await api.start(name);
    try {
      const verdicts = wanted.length === 0 ? [] : await run(running.url, wanted);
      fates[name] = verdicts.some(isKilled) ? 'killed' : 'survived';
    } finally {
      await running.close();
    }
    say(`${api.name}: ${name}`);
  }
  return fates;
}
