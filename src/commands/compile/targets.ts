import path from 'node:path';
import { suggestion } from '../../diagnostics/suggestion.ts';
import type { Emitter } from '../../model/emitter.ts';
import type { Source } from '../../source/source.ts';
import { UsageError } from '../usage-error.ts';
import type { Job } from './jobs.ts';
import { modelEmitter } from './model-emitter.ts';

/** One spec, and every suite that is made of it. */
export interface Target {
  readonly job: Job;
  readonly source: Source;
  readonly suites: readonly Suite[];
}

export interface Suite {
  readonly emitter: Emitter;
  /** Relative to the working folder; undefined: standard output. */
  readonly folder: string | undefined;
}

/**
 * Decides what is made of each source of a job, and where.
 *
 * @throws UsageError for an emitter or a placeholder that does not exist.
 */
export function targetsOf(
  job: Job,
  sources: readonly Source[],
  emitters: readonly Emitter[],
): readonly Target[] {
  const known = [...emitters, modelEmitter];
  const chosen = [...new Set(job.emit)].map((name) => emitterNamed(name, known));
  return sources.map((source) => ({
    job,
    source,
    suites: chosen.map((emitter) => ({ emitter, folder: folderOf(job.out, emitter, source) })),
  }));
}

/** @throws UsageError for an emitter that does not exist. */
function emitterNamed(name: string, known: readonly Emitter[]): Emitter {
  const found = known.find((emitter) => emitter.name === name);
  if (found) return found;
  const names = known.map((emitter) => emitter.name);
  throw new UsageError(
    `There is no emitter ${name}.${suggestion(name, names)} There are: ${names.join(', ')}.`,
  );
}

function folderOf(out: string | undefined, emitter: Emitter, source: Source): string | undefined {
  if (out === undefined && emitter === modelEmitter) return undefined;
  if (out?.trim() === '') throw new UsageError('--out names no folder. A dot is this one.');
  const holes: Readonly<Record<string, string>> = { emitter: emitter.name, spec: nameOf(source) };
  return (out ?? 'contract-tests/{emitter}').replaceAll(/\{(\w*)\}/g, (hole, name: string) => {
    const value = Object.hasOwn(holes, name) ? holes[name] : undefined;
    if (value !== undefined) return value;
    throw new UsageError(`${hole} means nothing in --out ${out}. There are {emitter} and {spec}.`);
  });
}

/** A spec's file name without its ending, as a folder may be called: `openapi`. */
export function nameOf({ document, url }: Source): string {
  if (document === '<stdin>') return 'stdin';
  const { pathname, hostname } = new URL(url);
  const name = path.posix.parse(decode(pathname)).name || hostname;
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '') || 'spec';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray % is part of the name.
  }
}

/**
 * Two suites in one folder would remove each other's files, and two models on standard output are no JSON.
 *
 * @throws UsageError that names the two.
 */
export function refuseCollisions(targets: readonly Target[]): void {
  const taken = new Map<string, string>();
  for (const { source, suites } of targets) {
    for (const { emitter, folder } of suites) {
      const key = folder === undefined ? '' : path.resolve(folder);
      const what = `${emitter.name} of ${source.document}`;
      const other = taken.get(key);
      if (other !== undefined) throw new UsageError(collision(other, what, folder));
      taken.set(key, what);
    }
  }
}

function collision(one: string, other: string, folder: string | undefined): string {
  if (folder === undefined) {
    return `${one} and ${other} would both be printed to standard output. Give --out DIR, with {spec} in it.`;
  }
  return (
    `${one} and ${other} would share the folder ${folder}. ` +
    `Give --out a pattern that tells them apart (contract-tests/{spec}/{emitter}), or list them in itc.yaml.`
  );
}
