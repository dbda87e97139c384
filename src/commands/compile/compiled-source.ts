import { Report } from '../../diagnostics/report.ts';
import type { Diagnostic } from '../../diagnostics/report.ts';
import { createLocator, type Locator } from '../../source/locate.ts';
import type { Source } from '../../source/source.ts';
import type { Grounds } from '../../compile.ts';
import type { Strength, TestModel } from '../../model/model.ts';
import { compileSource, documentsOf, readCompanions } from './compile-source.ts';
import type { Job } from './jobs.ts';

/** One source of a job, compiled in memory: nothing is written. */
export interface Compiled {
  readonly source: Source;
  readonly strength: Strength;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locator;
  /** Absent where the diagnostics say why. */
  readonly made?: { readonly model: TestModel; readonly grounds: Grounds };
}

/** Compiles a source as its job says, for those who want to look at what comes of it. */
export async function compiledSource(job: Job, source: Source): Promise<Compiled> {
  const report = new Report();
  const companions = await readCompanions(job, report);
  const { model, grounds } = report.hasErrors ? {} : await compileSource({ job, source, companions }, report);
  if (model === undefined && !report.hasErrors)
    report.add('compile/no-cases', undefined, { document: source.document });
  return {
    source,
    strength: job.strength,
    diagnostics: report.diagnostics,
    locate: createLocator(documentsOf(source, companions)),
    ...(model && grounds && { made: { model, grounds } }),
  };
}
