import { type CompileOptions, compile } from '../../../src/compile.ts';
import { type Plan, planOf } from '../../../src/commands/plan/plan.ts';
import { Report } from '../../../src/diagnostics/report.ts';
import { readSources } from '../../../src/source/read.ts';

const options: CompileOptions = {
  strength: 'convention',
  include: [],
  exclude: [],
  frontEnd: { allowOutside: false, allowNetwork: false, overlays: [] },
};

/** The plan of a contract in a file. */
export async function planned(file: string): Promise<Plan> {
  const report = new Report();
  const [source] = await readSources(file, report);
  const { model, grounds } = await compile(source!, options, report);
  return planOf({ model: model!, grounds: grounds!, strength: options.strength });
}
