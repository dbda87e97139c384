import { study } from '../src/compile.ts';
import { Report } from '../src/diagnostics/report.ts';
import { frontEnds } from '../src/frontends/index.ts';
import type { Api, Operation } from '../src/api/api.ts';
import type { Draft } from '../src/model/draft.ts';
import type { TestModel } from '../src/model/model.ts';
import { plan } from '../src/model/plan.ts';
import type { Subject } from '../src/model/subject.ts';
import { overridden } from '../src/overrides/apply.ts';
import { rules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';
import { createLocator } from '../src/source/locate.ts';
import { parseSource } from '../src/source/parse.ts';

/** A contract that is written in a test, as rules look at it. */
export interface Contract {
  readonly api: Api;
  readonly subject: Subject;
  readonly report: Report;
  /** What a rule makes of it. */
  drafts(rule: Rule): readonly Draft[];
  /** Its cases by title, in words: `refuses a request without a required field: title, author`. */
  cases(rule: Rule): readonly string[];
  operation(key: string): Operation;
  model(): TestModel;
}

/** The paths (and, behind a line `components:`, more) of an OpenAPI 3.1 document, read by the real front-end. */
export async function contract(paths: string): Promise<Contract> {
  const text = `openapi: 3.1.0\ninfo: { title: Test, version: 1.0.0 }\npaths:\n${indented(paths)}`;
  return contractOf(text);
}

/** A whole document. */
export async function contractOf(text: string): Promise<Contract> {
  const report = new Report();
  const source = parseSource(
    { document: 'openapi.yaml', url: 'file:///contract/openapi.yaml', text },
    report,
  );
  const options = { allowOutside: false, allowNetwork: false, overlays: [] };
  const described = source && (await frontEnds[0]!.describe(source, report, options));
  const api = described && overridden(described, [], report).api;
  if (source === undefined || api === undefined)
    throw new Error(`The contract cannot be read: ${JSON.stringify(report.diagnostics)}`);
  const subject = study(api, api.operations, report);
  const drafts = (rule: Rule) => rule(subject, report);
  return {
    api,
    subject,
    report,
    drafts,
    cases: (rule) => drafts(rule).flatMap((draft) => (draft.draft === 'case' ? [inWords(draft)] : [])),
    operation: (key) => api.operations.find((operation) => operation.key === key)!,
    model: () => plan(subject, rules.flatMap(drafts), locating(source)),
  };
}

function locating(source: Parameters<typeof createLocator>[0][number]) {
  const locate = createLocator([source]);
  return (place: Parameters<typeof locate>[0]) => {
    const { line, column } = locate(place)!;
    return `${place.document}:${line}:${column}`;
  };
}

function inWords({ operation, story, title, table }: Extract<Draft, { readonly draft: 'case' }>): string {
  const rows = table ? `: ${table.rows.map(({ label }) => label).join(', ')}` : '';
  return `${story?.key ?? operation.key} ${title}${rows}`;
}

/** The text's own indentation taken away and two spaces put in its place, up to a line `components:`. */
function indented(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const own = Math.min(...lines.map((line) => line.search(/\S/)));
  const bare = lines.map((line) => line.slice(own));
  const end = bare.findIndex((line) => /^\w/.test(line));
  const [paths, rest] = end === -1 ? [bare, []] : [bare.slice(0, end), bare.slice(end)];
  return [...paths.map((line) => `  ${line}`), ...rest].join('\n');
}
