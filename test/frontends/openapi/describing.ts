import { mkdtempSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Api, Operation } from '../../../src/api/api.ts';
import type { JsonSchema } from '../../../src/api/json-schema.ts';
import type { Diagnostic } from '../../../src/diagnostics/report.ts';
import { Report } from '../../../src/diagnostics/report.ts';
import type { FrontEndOptions } from '../../../src/frontends/front-end.ts';
import { openapi } from '../../../src/frontends/openapi/openapi.ts';
import { parseSource } from '../../../src/source/parse.ts';
import { readSources } from '../../../src/source/read.ts';
import type { Source } from '../../../src/source/source.ts';

export const confined: FrontEndOptions = { allowOutside: false, allowNetwork: false, overlays: [] };

export interface Described {
  readonly api: Api;
  readonly problems: readonly Diagnostic[];
  readonly codes: readonly string[];
}

/** A Source that was never a file. */
export function sourceOf(text: string | object, document = 'openapi.yaml'): Source {
  const report = new Report();
  const written = typeof text === 'string' ? text : JSON.stringify(text);
  const source = parseSource({ document, url: `file:///contract/${document}`, text: written }, report);
  if (!source) throw new Error(report.diagnostics[0]?.message);
  return source;
}

/** Describes a contract that is one text or value. */
export async function described(
  contract: string | object,
  options: Partial<FrontEndOptions> = {},
): Promise<Described> {
  return describedSource(sourceOf(contract), options);
}

export async function describedSource(
  source: Source,
  options: Partial<FrontEndOptions> = {},
): Promise<Described> {
  const report = new Report();
  const api = await openapi.describe(source, report, { ...confined, ...options });
  if (!api) throw new Error(report.diagnostics[0]?.message);
  return { api, problems: report.diagnostics, codes: report.diagnostics.map(({ code }) => code) };
}

/** A folder with these files, which is gone after the test. */
export function folderOf(files: Readonly<Record<string, string | object>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof text === 'string' ? text : JSON.stringify(text));
  }
  return folder;
}

/** Describes the first of several files. */
export async function describedFiles(
  files: Readonly<Record<string, string | object>>,
  options: Partial<FrontEndOptions> = {},
): Promise<Described> {
  const main = path.join(folderOf(files), Object.keys(files)[0]!);
  const [source] = await readSources(main, new Report());
  return describedSource(source!, options);
}

/** A 3.x contract with these members beside its head. */
export function contract(members: object, version = '3.1.0'): object {
  return { openapi: version, info: { title: 'Books', version: '1' }, ...members };
}

/** A contract with one operation, `GET /books`, whose answer has this schema, and these components. */
export function answering(
  schema: unknown,
  { components = {}, version = '3.1.0' }: { components?: object; version?: string } = {},
): object {
  const content = { 'application/json': { schema } };
  return contract(
    { paths: { '/books': { get: { responses: { 200: { description: 'ok', content } } } } }, components },
    version,
  );
}

/** The schema of the answer of `answering`. */
export function answerOf({ api }: Described): JsonSchema | undefined {
  return api.operations[0]?.responses[0]?.contents[0]?.schema;
}

export function only({ api }: Described): Operation {
  const [operation, ...others] = api.operations;
  if (!operation || others.length > 0) throw new Error(`There are ${api.operations.length} operations.`);
  return operation;
}

export const fileUrlOf = (file: string): string => pathToFileURL(file).href;

/** Describes a contract with one `GET`. */
export async function operating(
  operation: object,
  { path: template = '/books', ...rest }: { path?: string; components?: object } = {},
): Promise<Described> {
  return described(contract({ paths: { [template]: { get: { responses: {}, ...operation } } }, ...rest }));
}
