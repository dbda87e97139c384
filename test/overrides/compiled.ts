import { compile, type Compilation } from '../../src/compile.ts';
import { configOf } from '../../src/config.ts';
import { type Report as Reported, Report } from '../../src/diagnostics/report.ts';
import type { Call, Case, TestModel } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';
import { createLocator } from '../../src/source/locate.ts';
import { parseSource } from '../../src/source/parse.ts';
import type { Source } from '../../src/source/source.ts';

/** A contract and the entry of itc.yaml that is about it, compiled. */
export interface Compiled {
  readonly report: Reported;
  readonly compilation: Compilation;
  /** Throws where there is none: then the report says why. */
  readonly model: TestModel;
  /** `itc.yaml:4:5 error overrides/unknown-name: …` */
  readonly problems: readonly string[];
  /** Each case by its id; of a table the case. */
  readonly cases: ReadonlyMap<string, Case>;
  /** `id: title (statuses)`, of the cases whose id begins so. */
  inWords(prefix: string): readonly string[];
  /** `code: reason` */
  readonly gaps: readonly string[];
}

/** Three operations on books, about which something can be said. */
export const books = `openapi: 3.1.0
info: { title: Books, version: 1.0.0 }
paths:
  /books:
    post:
      operationId: createBook
      tags: [Catalogue]
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/NewBook' } } }
      responses:
        '201': { description: Added., content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
        '400': { description: Refused. }
        '422': { description: Refused. }
  /books/{bookId}:
    parameters: [{ name: bookId, in: path, required: true, schema: { type: integer } }]
    get:
      operationId: getBook
      parameters: [{ name: currency, in: query, schema: { type: string, enum: [EUR, USD] } }]
      responses:
        '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
        '404': { description: None. }
components:
  schemas:
    NewBook:
      type: object
      required: [title]
      properties: { title: { type: string, minLength: 1 }, pages: { type: integer, minimum: 1 }, shelfId: { type: integer } }
    Book:
      type: object
      required: [id, title]
      properties: { id: { type: integer }, title: { type: string }, views: { type: integer }, version: { type: integer } }
`;

/** @param said lines of the entry of itc.yaml, without indentation */
export async function compiled(said: string, contract = books): Promise<Compiled> {
  const report = new Report();
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const own = Math.min(...lines.map((line) => line.search(/\S/)), Infinity);
  const text = ['specs:', '  - spec: openapi.yaml', ...lines.map((line) => `    ${line.slice(own)}`), ''];
  const config = parsed('itc.yaml', text.join('\n'), report);
  const entry = configOf(config, report)?.entries[0];
  const source = parsed('openapi.yaml', contract, report);
  const compilation: Compilation =
    entry === undefined
      ? { model: undefined, report }
      : await compile(
          source,
          {
            strength: 'convention',
            include: [],
            exclude: [],
            frontEnd: { allowOutside: false, allowNetwork: false, overlays: [] },
            ...(entry.overrides && { overrides: entry.overrides }),
          },
          report,
        );
  const locate = createLocator([config, source]);
  const groups = compilation.model?.suites.flatMap((suite) => suite.groups) ?? [];
  const cases = new Map(groups.flatMap((group) => group.cases.map((one) => [one.id, one] as const)));
  return {
    report,
    compilation,
    get model() {
      if (compilation.model === undefined) throw new Error(JSON.stringify(report.diagnostics));
      return compilation.model;
    },
    problems: report.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, code, message, place }) => {
        const at = place && locate(place);
        return `${place?.document}:${at?.line}:${at?.column} ${severity} ${code}: ${message}`;
      }),
    cases,
    inWords: (prefix) =>
      [...cases.values()]
        .filter(({ id }) => id === prefix || id.startsWith(`${prefix}/`))
        .map(({ id, title, steps }) => `${id}: ${title} (${steps[0]!.expect.status.codes.join(', ')})`),
    gaps: compilation.model?.gaps.map(({ code, reason }) => `${code}: ${reason}`) ?? [],
  };
}

/** What a call sends in one of its slots. */
export function sent(
  call: Call,
  slot: 'pathParameters' | 'query' | 'headers',
  name: string,
): Value | undefined {
  const value = call[slot];
  if (value?.kind === 'object') return value.members[name];
  return undefined;
}

function parsed(document: string, text: string, report: Reported): Source {
  const source = parseSource({ document, url: `file:///project/${document}`, text }, report);
  if (source === undefined) throw new Error(JSON.stringify(report.diagnostics));
  return source;
}
