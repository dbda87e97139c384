import path from 'node:path';
import { run } from '../emitters/rspec/tools.ts';

/** What the Ruby files of a suite hold, but for the support code (see facts.rb). */
export interface RubyFacts {
  readonly texts: ReadonlySet<string>;
  readonly calls: readonly string[];
}

/** @throws Error where a file is no Ruby. */
export function rubyFactsOf(folder: string): RubyFacts {
  const script = path.join(import.meta.dirname, 'facts.rb');
  const { code, output } = run('ruby', [script, folder], folder);
  if (code !== 0) throw new Error(output);
  const { texts, calls } = JSON.parse(output) as {
    readonly texts: readonly (readonly number[])[];
    readonly calls: readonly string[];
  };
  return { texts: new Set(texts.map((bytes) => Buffer.from(bytes).toString('latin1'))), calls };
}

/** A text as its bytes; half a surrogate pair as UTF-8 would have it. */
export function asBytes(text: string): string {
  return [...text].map(bytesOf).join('');
}

function bytesOf(character: string): string {
  const unit = character.codePointAt(0)!;
  if (unit < 0xd800 || unit > 0xdfff) return Buffer.from(character).toString('latin1');
  const bytes = [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)];
  return Buffer.from(bytes).toString('latin1');
}

/** The descriptions of the examples of a suite, as its lock names them. */
export function describedIn(folder: string): readonly string[] {
  const { output } = run('rspec', ['--dry-run', '--format', 'json'], folder);
  const report = JSON.parse(output.slice(output.indexOf('{"version"'))) as {
    readonly examples: readonly { readonly file_path: string; readonly full_description: string }[];
  };
  return report.examples.map(
    ({ file_path, full_description }) => `${path.basename(file_path)}: ${full_description}`,
  );
}

/** What a suite calls, however hostile its contract is. */
export const knownRubyCalls: readonly string[] = (
  'anonymous api malformed wrong_scheme expired stranger lesser get put post delete patch head options request ' +
  'walk at_once to expect conform be_accepted accepted having containing listing lacking listing_nothing ' +
  'forgetting with_every sorted_by allowing and_others location located header at body seed unique upload ' +
  'without changed thing extend it describe each include around run configure ' +
  'require_relative fetch call lambda log_in password_grant client_credentials ' +
  'target= credentials= others= seeds= skips= [] * +'
).split(' ');
