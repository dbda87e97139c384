import type { Drift } from '../../output/drift.ts';

/** The command that was typed, as it writes what `--check` has missed; with `--force` where edits stand in its way. */
export function mendingCommand(typed: readonly string[], files: readonly Drift[]): string {
  const kept = typed.filter((argument) => argument !== '--check' && argument !== '--force');
  const isEdited = files.some(({ change }) => change === 'edited');
  return ['npx', 'itc', ...kept.map(quote), ...(isEdited ? ['--force'] : [])].join(' ');
}

/** As a POSIX shell reads it back. */
export function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
