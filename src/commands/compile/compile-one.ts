import { Report } from '../../diagnostics/report.ts';
import type { Emitter } from '../../model/emitter.ts';
import type { TestModel } from '../../model/model.ts';
import { fingerprint } from '../../output/fingerprint.ts';
import type { Origin } from '../../output/plan.ts';
import { createLocator } from '../../source/locate.ts';
import type { Source } from '../../source/source.ts';
import { version } from '../../version.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { type Counts, countsOf } from './counts.ts';
import { compileSource, documentsOf, readCompanions, type Companions } from './compile-source.ts';
import { deliver } from './deliver.ts';
import type { Invocation } from './flags.ts';
import type { Outcome, SuiteOutcome } from './outcome.ts';
import type { Target } from './targets.ts';

export type Compiled = Outcome | { readonly interrupted: ExitCode };

/** Documents longer than this (in UTF-16 units) are validated only when asked for: it takes seconds. */
const large = 2_000_000;

/** Compiles one spec and delivers its suites. A bug of ours is reported as such, so that the other specs are not lost. */
export async function compileOne(
  target: Target,
  invocation: Invocation,
  terminal: Terminal,
): Promise<Compiled> {
  const { source } = target;
  const report = new Report();
  const companions = await readCompanions(target.job, report);
  const made = report.hasErrors
    ? undefined
    : await attempt({ target, invocation, terminal, report, companions });
  if (made !== undefined && 'interrupted' in made) return made;
  const { document } = source;
  return {
    suites: [],
    ...made,
    document,
    diagnostics: report.diagnostics,
    locate: createLocator(documentsOf(source, companions)),
  };
}

interface Attempt {
  readonly target: Target;
  readonly invocation: Invocation;
  readonly terminal: Terminal;
  readonly report: Report;
  readonly companions: Companions;
}

type Made = Pick<Outcome, 'counts' | 'suites'>;

async function attempt(given: Attempt): Promise<Made | { readonly interrupted: ExitCode } | undefined> {
  const { target, terminal, report } = given;
  const { document } = target.source;
  try {
    terminal.progress(`compiling ${document}`);
    const { model } = await compileSource({ ...target, companions: given.companions }, report);
    if (model === undefined) {
      if (!report.hasErrors) report.add('compile/no-cases', undefined, { document });
      return undefined;
    }
    terminal.progress(`validating ${document}`);
    await validateTarget(target, report);
    const counts = countsOf(model);
    if (counts.cases > 0) return await deliverAll(model, counts, given);
    report.add('compile/no-cases', undefined, { document });
    return { counts, suites: [] };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    report.add('compile/crashed', undefined, { document, reason });
    terminal.err(`${thrown instanceof Error ? thrown.stack : reason}\n`);
    return undefined;
  }
}

async function deliverAll(
  model: TestModel,
  counts: Counts,
  { target: { source, suites }, invocation, terminal, report }: Attempt,
): Promise<Made | { readonly interrupted: ExitCode }> {
  const delivered: SuiteOutcome[] = [];
  for (const { emitter, folder } of suites) {
    terminal.progress(`writing ${folder ?? emitter.name}`);
    const emission = emitter.emit(model);
    if (folder === undefined) {
      for (const { text } of emission.files) terminal.out(text);
      continue;
    }
    const result = await deliver({ emission, folder, origin: originOf(emitter, source) }, invocation, report);
    if (result !== undefined && 'interrupted' in result) return result;
    if (result !== undefined) delivered.push(withFirstSteps(result, emitter, model));
  }
  return { counts, suites: delivered };
}

/** A suite whose every file is new has a reader who does not know yet how to run it. */
function withFirstSteps(
  suite: SuiteOutcome,
  { runner }: Emitter,
  { contract: { basePath = '' } }: TestModel,
): SuiteOutcome {
  const isNew = suite.state === 'written' && suite.actions.every(({ kind }) => kind === 'write');
  return isNew && runner !== undefined ? { ...suite, byHand: runner.byHand(basePath) } : suite;
}

/** Holds the document against its meta-schema, with the parser's own validator. */
async function validateTarget({ job, source }: Target, report: Report): Promise<void> {
  if (job.validate === false) return;
  if (job.validate === undefined && source.text.length > large) {
    report.add('openapi/not-validated', undefined, { document: source.document });
    return;
  }
  const { validate } = await import('../../frontends/openapi/validate.ts');
  await validate(source, report);
}

function originOf({ name }: Emitter, { document, text }: Source): Origin {
  return { itc: version, spec: document, specSha256: fingerprint(text), emitter: name };
}
