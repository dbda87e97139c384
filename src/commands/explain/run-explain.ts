import { printText } from '../../diagnostics/print/text.ts';
import { visible } from '../../diagnostics/print/visible.ts';
import { Report } from '../../diagnostics/report.ts';
import { caseId } from '../../model/case-id.ts';
import type { RuleName } from '../../rules/index.ts';
import { createLocator } from '../../source/locate.ts';
import { readSources } from '../../source/read.ts';
import { type Compiled, compiledSource } from '../compile/compiled-source.ts';
import { findJobs } from '../compile/find-jobs.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { explain } from './explain.ts';
import { findCase, type FoundCase, idOf } from './find-case.ts';
import type { ExplainInvocation } from './flags.ts';

/** So many cases are listed where an id begins more. */
const most = 50;

/**
 * `itc explain`: one case, or a list of those whose ids begin so.
 *
 * @throws UsageError where the arguments can't be meant.
 */
export async function runExplain(invocation: ExplainInvocation, terminal: Terminal): Promise<ExitCode> {
  const start = new Report();
  const { config, jobs } = await findJobs(invocation, start);
  const all: Compiled[] = [];
  for (const job of jobs) {
    for (const source of await readSources(job.spec, start)) {
      terminal.progress(`reading ${source.document}`);
      all.push(await compiledSource(job, source));
    }
  }
  terminal.progress('');
  const told = [
    { diagnostics: start.diagnostics, locate: createLocator(config ? [config.source] : []) },
    ...all,
  ];
  for (const { diagnostics, locate } of told) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    terminal.err(printText(errors, locate, terminal.paintErr));
  }
  const exitCode = exitCodeOf(told.flatMap(({ diagnostics }) => diagnostics));
  const models = all.flatMap(({ made }) => (made ? [made.model] : []));
  if (models.length === 0) return exitCode;
  return tell(invocation.id, all, terminal) ?? exitCode;
}

/** Undefined: it was found. */
function tell(id: string, all: readonly Compiled[], terminal: Terminal): ExitCode | undefined {
  const result = findCase(
    id,
    all.flatMap(({ made }) => (made ? [made.model] : [])),
  );
  switch (result.kind) {
    case 'case': {
      const owner = all.find(({ made }) => made?.model === result.found.model)!;
      const { paintOut: paint, columns } = terminal;
      const rule = ruleOf(result.found, owner);
      terminal.out(explain(result.found, { rule, locate: owner.locate, paint, columns }));
      return undefined;
    }
    case 'several':
      terminal.out(listed(result.found));
      return undefined;
    case 'none':
      terminal.err(
        `${terminal.paintErr('error', 'error:')} There is no case ${visible(id)}.${result.suggestion} itc plan lists all.\n`,
      );
      return 2;
  }
}

function ruleOf({ test }: FoundCase, { made }: Compiled): RuleName | undefined {
  return made?.grounds.rulings.find(({ drafts }) =>
    drafts.some((draft) => draft.draft === 'case' && caseId(draft, draft.subject) === test.id),
  )?.rule;
}

function listed(found: readonly FoundCase[]): string {
  const lines = found.slice(0, most).map((one) => {
    const { test, row, group, model } = one;
    const title = `${group.heading} ${test.title}${row ? `: ${row.label}` : ''}`;
    const isElsewhere = found.some((other) => other.model !== model);
    return visible(`${idOf(one)}  ${title}${isElsewhere ? `  (${model.spec})` : ''}`);
  });
  const more = found.length > most ? [`… and ${found.length - most} more`] : [];
  return [...lines, ...more, ''].join('\n');
}
