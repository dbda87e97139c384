import schema from '../schemas/config.schema.json' with { type: 'json' };
import type { Json } from './api/json.ts';
import type { JsonSchema, Schemas } from './api/json-schema.ts';
import type { Report } from './diagnostics/report.ts';
import { suggestion } from './diagnostics/suggestion.ts';
import type { Strength } from './model/model.ts';
import { readSources } from './source/read.ts';
import type { Source } from './source/source.ts';
import { createValidator, type Problem } from './values/validate.ts';

/** How specs are compiled. What an entry of itc.yaml says, and what flags say; what neither says has a default. */
export interface Choices {
  readonly emit?: readonly string[];
  readonly out?: string;
  readonly strength?: Strength;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly overlays?: readonly string[];
  readonly allowOutside?: boolean;
  readonly allowNetwork?: boolean;
  readonly validate?: boolean;
}

/** One entry of itc.yaml: a path, glob or URL, relative to the file, and how it is compiled. */
export interface Entry extends Choices {
  readonly spec: string;
}

/** itc.yaml, read and found good. */
export interface Config {
  readonly source: Source;
  readonly entries: readonly Entry[];
}

const { $defs, ...root } = schema;

/**
 * Reads a configuration file and holds it against schemas/config.schema.json.
 *
 * @returns undefined where it is not there or not right; then the report has errors, at the places of what is wrong.
 */
export async function readConfig(file: string, report: Report): Promise<Config | undefined> {
  const [source] = await readSources(file, report);
  if (source === undefined) return undefined;
  const value = source.value as Json; // YAML's JSON schema makes nothing else
  const problems = createValidator($defs as Schemas).problems(root as JsonSchema, value);
  for (const problem of problems) addProblem(problem, source, report);
  return problems.length > 0 ? undefined : { source, entries: (value as unknown as File).specs.map(entry) };
}

/** The file, once the schema has accepted it. */
interface File {
  readonly specs: readonly FileEntry[];
}

interface FileEntry extends Omit<Entry, 'allowOutside' | 'allowNetwork'> {
  readonly 'allow-outside'?: boolean;
  readonly 'allow-network'?: boolean;
}

function entry({ 'allow-outside': allowOutside, 'allow-network': allowNetwork, ...rest }: FileEntry): Entry {
  return {
    ...rest,
    ...(allowOutside !== undefined && { allowOutside }),
    ...(allowNetwork !== undefined && { allowNetwork }),
  };
}

function addProblem({ pointer, keyword, message }: Problem, { document }: Source, report: Report): void {
  const place = { document, pointer: pointer === '' ? '' : `/${pointer}` };
  const isOfEntry = /^specs\/\d+\//.test(pointer);
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  if (keyword === 'false') {
    const keys = Object.keys(isOfEntry ? $defs.entry.properties : root.properties);
    const owner = isOfEntry ? 'an entry of specs' : document;
    report.add('config/unknown-key', place, { key, owner, suggestion: suggestion(key, keys) });
    return;
  }
  const subject = pointer === '' ? document : pointer.replaceAll('/', '.');
  const strengths = keyword === 'enum' ? `: ${$defs.entry.properties.strength.enum.join(', ')}` : '';
  report.add('config/invalid', place, { problem: `${subject} ${message}${strengths}.` });
}
