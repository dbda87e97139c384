import path from 'node:path';
import type { Choices, Entry } from '../../config.ts';
import type { Override } from '../../overrides/override.ts';
import { UsageError } from '../usage-error.ts';

/** One thing to compile: a path, a glob, `-` or a URL, with everything decided. Paths are relative to the working folder. */
export interface Job {
  readonly spec: string;
  readonly emit: readonly string[];
  /** Undefined: the default folder of a suite, and standard output for the model. */
  readonly out: string | undefined;
  readonly strength: NonNullable<Choices['strength']>;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly overlays: readonly string[];
  readonly arazzo: readonly string[];
  /** An auth file. */
  readonly auth: string | undefined;
  readonly allowOutside: boolean;
  readonly allowNetwork: boolean;
  /** Undefined: documents that are not large. */
  readonly validate: boolean | undefined;
  /** What itc.yaml says beyond the contract. */
  readonly overrides: readonly Override[];
}

/**
 * What to compile: the specs of the command line, else every entry of the configuration. A spec that is also an entry's
 * is compiled as the entry says; flags win over entries, member by member.
 *
 * @throws UsageError where neither names a spec.
 */
export function jobsOf(specs: readonly string[], flags: Choices, entries: readonly Entry[]): readonly Job[] {
  if (specs.length > 0) {
    return specs.flatMap((spec) => {
      const named = entries.filter((entry) => normal(entry.spec) === normal(spec));
      return named.length > 0 ? named.map((entry) => job(entry, flags)) : [job({ spec }, flags)];
    });
  }
  if (entries.length > 0) return entries.map((entry) => job(entry, flags));
  throw new UsageError(
    'Nothing to compile: name a spec (itc compile openapi.yaml), or list specs in itc.yaml.',
  );
}

function job(entry: Entry, flags: Choices): Job {
  const choice = <Key extends keyof Choices>(key: Key) => flags[key] ?? entry[key];
  return {
    spec: entry.spec,
    emit: choice('emit') ?? ['pytest'],
    out: choice('out'),
    strength: choice('strength') ?? 'convention',
    include: choice('include') ?? [],
    exclude: choice('exclude') ?? [],
    overlays: choice('overlays') ?? [],
    arazzo: choice('arazzo') ?? [],
    auth: choice('auth'),
    allowOutside: choice('allowOutside') ?? false,
    allowNetwork: choice('allowNetwork') ?? false,
    validate: choice('validate'),
    overrides: choice('overrides') ?? [],
  };
}

/** The paths among specs and flags, seen from another folder. */
export function rebased(
  { specs, flags }: { readonly specs: readonly string[]; readonly flags: Choices },
  from: string,
  to: string,
): { readonly specs: readonly string[]; readonly flags: Choices } {
  const rebase = (file: string) => (isPath(file) ? path.relative(to, path.resolve(from, file)) || '.' : file);
  return {
    specs: specs.map(rebase),
    flags: {
      ...flags,
      ...(flags.out !== undefined && { out: rebase(flags.out) }),
      ...(flags.overlays && { overlays: flags.overlays.map(rebase) }),
      ...(flags.arazzo && { arazzo: flags.arazzo.map(rebase) }),
      ...(flags.auth !== undefined && { auth: rebase(flags.auth) }),
    },
  };
}

function normal(spec: string): string {
  return isPath(spec) ? path.normalize(spec) : spec;
}

/** Neither standard input nor a URL. */
export function isPath(spec: string): boolean {
  return spec !== '-' && !/^https?:\/\//i.test(spec);
}
