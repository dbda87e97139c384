import { type Compilation, compile } from '../../compile.ts';
import type { Report } from '../../diagnostics/report.ts';
import { readSources } from '../../source/read.ts';
import type { Source } from '../../source/source.ts';
import type { Job } from './jobs.ts';

/** The documents that stand beside a spec. */
export interface Companions {
  /** Applied in this order. */
  readonly overlays: readonly Source[];
  /** Arazzo documents. */
  readonly workflows: readonly Source[];
  /** An auth file. */
  readonly people: Source | undefined;
}

/** What stands beside the spec of a job, in its order; what can't be read is reported. */
export async function readCompanions({ overlays, arazzo, auth }: Job, report: Report): Promise<Companions> {
  return {
    overlays: await readAll(overlays, report),
    workflows: await readAll(arazzo, report),
    people: (await readAll(auth === undefined ? [] : [auth], report))[0],
  };
}

async function readAll(documents: readonly string[], report: Report): Promise<readonly Source[]> {
  const read: Source[] = [];
  for (const document of documents) read.push(...(await readSources(document, report)));
  return read;
}

/** All documents of a compilation: places may be in any of them. */
export function documentsOf(source: Source, { overlays, workflows, people }: Companions): readonly Source[] {
  return [source, ...overlays, ...workflows, ...(people ? [people] : [])];
}

/** One source of a job, and what stands beside it. */
export interface Given {
  readonly job: Job;
  readonly source: Source;
  readonly companions: Companions;
}

/** Compiles a source as its job says. */
export function compileSource({ job, source, companions }: Given, report: Report): Promise<Compilation> {
  const { strength, include, exclude, overrides, allowOutside, allowNetwork } = job;
  const { overlays, workflows, people } = companions;
  const frontEnd = { allowOutside, allowNetwork, overlays };
  return compile(source, { strength, include, exclude, overrides, workflows, people, frontEnd }, report);
}
