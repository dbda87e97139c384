/** The library: what the command line does, as functions. */
export { compile, type Compilation, type CompileOptions } from './compile.ts';
export { Report, type Diagnostic } from './diagnostics/report.ts';
export { readSources } from './source/read.ts';
export type { Source } from './source/source.ts';
export type { Emission, EmittedFile, Emitter } from './model/emitter.ts';
export type * from './model/model.ts';
export type { Runner } from './model/runner.ts';
export { runSuite, type RunOptions } from './run/run-suite.ts';
export { RunnerFailure } from './run/runner-failure.ts';
export type { Outcome, SuiteResult, Verdict } from './run/result.ts';
