import path from 'node:path';
import { plain } from '../../diagnostics/print/paint.ts';
import { printText } from '../../diagnostics/print/text.ts';
import { type Diagnostic, Report } from '../../diagnostics/report.ts';
import { OutputFailure } from '../../output/failure.ts';
import { save } from '../../output/save.ts';
import { createLocator } from '../../source/locate.ts';
import { readSources } from '../../source/read.ts';
import { version } from '../../version.ts';
import { type Compiled, compiledSource } from '../compile/compiled-source.ts';
import { findJobs } from '../compile/find-jobs.ts';
import { nameOf } from '../compile/targets.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import type { PlanFlags, PlanInvocation } from './flags.ts';
import { type Plan, planOf } from './plan.ts';
import { printDot } from './print-dot.ts';
import { printMarkdown } from './print-markdown.ts';
import { printMermaid } from './print-mermaid.ts';
import { printPage } from './print-page.ts';
import { printPlan } from './print-text.ts';
import { plural } from './summaries.ts';

/**
 * `itc plan`. Every spec is planned, whatever is wrong with the others. Plans go to standard output or to a file; problems
 * of contracts to standard error.
 *
 * @throws UsageError where the arguments can't be meant; then nothing was planned.
 */
export async function runPlan(invocation: PlanInvocation, terminal: Terminal): Promise<ExitCode> {
  const { flags, folder } = invocation;
  const { out, ...choices } = flags;
  const start = new Report();
  const { config, jobs } = await findJobs({ ...invocation, flags: choices }, start);
  const all: Compiled[] = [];
  for (const job of jobs) {
    for (const source of await readSources(job.spec, start)) {
      terminal.progress(`planning ${source.document}`);
      all.push(await compiledSource(job, source));
    }
  }
  terminal.progress('');
  const tell = (diagnostics: readonly Diagnostic[], locate: Compiled['locate']) => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    terminal.err(printText(errors, locate, terminal.paintErr));
  };
  tell(start.diagnostics, createLocator(config ? [config.source] : []));
  for (const { source, diagnostics, locate } of all) {
    tell(diagnostics, locate);
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
    if (warnings > 0 && !flags.quiet) terminal.err(`${source.document}: ${told(warnings)}\n`);
  }

  const planned = all.flatMap(({ source, strength, made }) =>
    made ? [{ name: nameOf(source), plan: planOf({ ...made, strength }) }] : [],
  );
  const exitCode = exitCodeOf([...start.diagnostics, ...all.flatMap(({ diagnostics }) => diagnostics)]);
  const files = filesOf(planned, flags, terminal);
  if (out === undefined) {
    for (const { text } of files) terminal.out(text);
    return exitCode;
  }
  return worse(exitCode, write(files, { folder, terminal, isQuiet: flags.quiet }));
}

/** Of what is wrong with a contract, a plan needs no more than what stops it. */
function told(warnings: number): string {
  return `${plural(warnings, 'warning')}; itc compile tells ${warnings === 1 ? 'it' : 'them'}`;
}

interface Planned {
  readonly name: string;
  readonly plan: Plan;
}

interface TextFile {
  /** Undefined: standard output. */
  readonly file: string | undefined;
  readonly text: string;
}

/** @throws UsageError where two plans would be one document. */
function filesOf(planned: readonly Planned[], flags: PlanFlags, terminal: Terminal): readonly TextFile[] {
  const { out, format } = flags;
  if (planned.length === 0) return [];
  const isEach = out?.includes('{spec}') === true;
  if (!isEach && format === 'json') return [{ file: out, text: printJson(planned.map(({ plan }) => plan)) }];
  if (!isEach && planned.length > 1 && (format === 'html' || format === 'mermaid' || format === 'dot')) {
    throw new UsageError(
      `${planned.length} specs make ${planned.length} plans. Give --out a name with {spec} in it.`,
    );
  }
  const texts = planned.map(({ name, plan }) => ({
    file: out?.replaceAll('{spec}', name),
    text: print(plan, flags, terminal),
  }));
  return isEach ? unlessShared(texts) : [{ file: out, text: texts.map(({ text }) => text).join('\n') }];
}

/** @throws UsageError where two plans would be one file. */
function unlessShared(files: readonly TextFile[]): readonly TextFile[] {
  const names = new Set(files.map(({ file }) => file));
  if (names.size === files.length) return files;
  throw new UsageError(
    'Two of the specs have the same name, and their plans would be one file. Plan them one by one.',
  );
}

function print(plan: Plan, { format, out }: PlanFlags, { paintOut, columns }: Terminal): string {
  switch (format) {
    case 'text':
      return printPlan(
        plan,
        out === undefined ? { paint: paintOut, columns } : { paint: plain, columns: undefined },
      );
    case 'markdown':
      return printMarkdown(plan);
    case 'json':
      return printJson([plan]);
    case 'html':
      return printPage(plan);
    case 'mermaid':
      return printMermaid(plan);
    case 'dot':
      return printDot(plan);
  }
}

function printJson(plans: readonly Plan[]): string {
  return `${JSON.stringify({ format: 1, itc: version, plans }, null, 2)}\n`;
}

interface Writing {
  readonly folder: string;
  readonly terminal: Terminal;
  readonly isQuiet: boolean;
}

function write(files: readonly TextFile[], { folder, terminal, isQuiet }: Writing): ExitCode {
  for (const { file, text } of files) {
    try {
      save(path.resolve(folder, file!), text);
    } catch (thrown) {
      if (!(thrown instanceof OutputFailure)) throw thrown;
      terminal.err(`${terminal.paintErr('error', 'error:')} ${file!} can't be written: ${thrown.message}\n`);
      return 2;
    }
    if (!isQuiet) terminal.err(`${file!} written\n`);
  }
  return 0;
}

function worse(one: 0 | 1 | 2, other: ExitCode): ExitCode {
  return other > one ? other : one;
}
