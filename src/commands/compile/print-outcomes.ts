import path from 'node:path';
import { printGithub } from '../../diagnostics/print/github.ts';
import { toSarif } from '../../diagnostics/print/sarif.ts';
import { type Finding, locateAll } from '../../diagnostics/print/spot.ts';
import { printText } from '../../diagnostics/print/text.ts';
import type { Diagnostic } from '../../diagnostics/report.ts';
import { version } from '../../version.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import type { Invocation } from './flags.ts';
import { isPath } from './jobs.ts';
import { toJsonReport } from './json-report.ts';
import type { Outcome } from './outcome.ts';
import { printDrift, printSummary } from './summary.ts';

/** What printing needs to know beside the outcomes. */
export interface Circumstances {
  readonly invocation: Invocation;
  readonly terminal: Terminal;
  readonly exitCode: ExitCode;
}

/** Prints what was found and done, in the format that was asked for. */
export function printOutcomes(
  outcomes: readonly Outcome[],
  { invocation, terminal, exitCode }: Circumstances,
): void {
  const { flags, folder } = invocation;
  const shown = outcomes.map((outcome) => seenFrom(folder, outcome));
  const findings = (): readonly Finding[] =>
    shown.flatMap(({ diagnostics, locate }) => locateAll(diagnostics, locate));
  switch (flags.format) {
    case 'text':
      for (const outcome of shown) printAsText(outcome, flags.quiet, terminal);
      return;
    case 'github':
      terminal.out(printGithub(findings()));
      if (!flags.quiet)
        terminal.err(shown.map((outcome) => printSummary(outcome, lookOf(terminal))).join(''));
      return;
    case 'json':
      terminal.out(`${JSON.stringify(toJsonReport(shown, exitCode), null, 2)}\n`);
      return;
    case 'sarif':
      terminal.out(`${JSON.stringify(toSarif(findings(), version), null, 2)}\n`);
      return;
  }
}

function lookOf({ paintErr, errColumns }: Terminal) {
  return { paint: paintErr, columns: errColumns };
}

function printAsText(outcome: Outcome, isQuiet: boolean, terminal: Terminal): void {
  const { out, err, paintOut, paintErr } = terminal;
  const { diagnostics, locate } = outcome;
  const told = diagnostics.filter(
    ({ code, severity }) => code !== 'output/drift' && (!isQuiet || severity === 'error'),
  );
  err(printText(told, locate, paintErr));
  out(printDrift(outcome, paintOut));
  if (!isQuiet) err(printSummary(outcome, lookOf(terminal)));
}

/** With documents as they are called in the folder where itc was called; it may work in the configuration's. */
function seenFrom(folder: string, outcome: Outcome): Outcome {
  if (path.resolve(folder) === process.cwd()) return outcome;
  const names = new Map<string, string>();
  const rename = (diagnostic: Diagnostic): Diagnostic => {
    const { place } = diagnostic;
    if (place === undefined || place.document.startsWith('<') || !isPath(place.document)) return diagnostic;
    const document = path.relative(folder, path.resolve(place.document)).replaceAll('\\', '/');
    names.set(document, place.document);
    return { ...diagnostic, place: { ...place, document } };
  };
  const diagnostics = outcome.diagnostics.map(rename);
  const locate: Outcome['locate'] = (place) =>
    outcome.locate({ ...place, document: names.get(place.document) ?? place.document });
  return { ...outcome, diagnostics, locate };
}
