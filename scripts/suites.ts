/** Suites of the specs of this project, for demo, goldens and tests: compiled as the command line does it. */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { emitters } from '../emitters/index.ts';
import type { TriedApi } from '../specs/apis.ts';
import { compile, Report, readSources } from '../src/index.ts';
import { configOf } from '../src/config.ts';
import type { Emission, Emitter } from '../src/model/emitter.ts';
import type { TestModel } from '../src/model/model.ts';
import { fingerprint } from '../src/output/fingerprint.ts';
import { type Origin, plan } from '../src/output/plan.ts';
import { readPresent } from '../src/output/present.ts';
import { write } from '../src/output/write.ts';
import { parseSource } from '../src/source/parse.ts';
import type { Source } from '../src/source/source.ts';
import type { Override } from '../src/overrides/override.ts';
import { version } from '../src/version.ts';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A contract as it was compiled. */
export interface Compiled {
  readonly source: Source;
  readonly model: TestModel;
  readonly report: Report;
}

/**
 * Compiles a contract with every kind of case and no leave to read elsewhere.
 *
 * @param contract Relative to the working folder: emitted suites speak of it by this name.
 * @param beyond What is said of it elsewhere: workflows on it, and its owner's itc.yaml.
 * @throws Error that lists the problems where nothing came of it.
 */
export async function compileContract(contract: string, beyond: Beyond = {}): Promise<Compiled> {
  const { arazzo = [], config, people } = beyond;
  const report = new Report();
  const [source] = await readSources(contract, report);
  const workflows = (await Promise.all(arazzo.map((document) => readSources(document, report)))).flat();
  const overrides = config === undefined ? [] : await overridesOf(config, report);
  const [who] = people === undefined ? [] : await readSources(people, report);
  return compileSource(source, { contract, report, workflows, overrides, ...(who && { people: who }) });
}

type Beyond = Pick<TriedApi, 'arazzo' | 'config' | 'people'>;

/** What the first entry of an itc.yaml says of its contract. */
async function overridesOf(document: string, report: Report): Promise<readonly Override[]> {
  const [source] = await readSources(document, report);
  return (source && configOf(source, report)?.entries[0]?.overrides) ?? [];
}

/** The same for a text that stands in no file. */
export async function compileText(text: string, contract: string): Promise<Compiled> {
  const report = new Report();
  const url = pathToFileURL(path.join(root, contract)).href;
  const source = parseSource({ document: contract, url, text }, report);
  return compileSource(source, { contract, report, workflows: [], overrides: [] });
}

interface Asked {
  readonly contract: string;
  readonly report: Report;
  readonly workflows: readonly Source[];
  readonly overrides: readonly Override[];
  readonly people?: Source;
}

async function compileSource(
  source: Source | undefined,
  { contract, report, ...beyond }: Asked,
): Promise<Compiled> {
  const frontEnd = { allowOutside: false, allowNetwork: false, overlays: [] };
  const made =
    source &&
    (await compile(
      source,
      { strength: 'convention', include: [], exclude: [], frontEnd, ...beyond },
      report,
    ));
  if (source && made?.model) return { source, model: made.model, report };
  const problems = report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  throw new Error(`${contract} was not compiled. ${problems.join(' ')}`);
}

/** @throws Error where there is none of that name. */
export function emitterNamed(name: string): Emitter {
  const found = emitters.find((emitter) => emitter.name === name);
  if (found) return found;
  throw new Error(`There is no emitter ${name}.`);
}

/** What the lock says of where a suite comes from. */
export function originOf({ name }: Emitter, { document, text }: Source): Origin {
  return { itc: version, spec: document, specSha256: fingerprint(text), emitter: name };
}

/** Writes what was emitted, with its lock; what is the user's stays where it stands. */
export async function writeSuite(
  folder: string,
  emission: Emission,
  { emitter, source }: { readonly emitter: Emitter; readonly source: Source },
): Promise<void> {
  await write(
    plan(emission, readPresent(folder, emission), originOf(emitter, source)),
    folder,
    new AbortController().signal,
  );
}

/** Compiles one of our APIs into a folder, next to the set-up of its owner. The working folder must be the project's. */
export async function makeSuite(api: TriedApi, emitter: Emitter, folder: string): Promise<TestModel> {
  const { source, model } = await compileContract(api.contract, api);
  const setup = api.setup?.[emitter.name];
  mkdirSync(folder, { recursive: true });
  if (setup !== undefined) cpSync(path.join(root, setup), folder, { recursive: true });
  await writeSuite(folder, emitter.emit(model), { emitter, source });
  return model;
}
