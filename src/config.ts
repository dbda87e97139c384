import schema from '../schemas/config.schema.json' with { type: 'json' };
import type { Json } from './api/json.ts';
import type { JsonSchema, SchemaObject, Schemas } from './api/json-schema.ts';
import { pointerTokens, target } from './api/schema-shape.ts';
import type { Report } from './diagnostics/report.ts';
import { suggestion } from './diagnostics/suggestion.ts';
import type { Strength } from './model/model.ts';
import { fromConfig, saidKeys, type SaidInConfig } from './overrides/from-config.ts';
import type { Override } from './overrides/override.ts';
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
  /** Arazzo documents: workflows on the API. */
  readonly arazzo?: readonly string[];
  /** An auth file of Web Fuzzing Commons. */
  readonly auth?: string;
  readonly allowOutside?: boolean;
  readonly allowNetwork?: boolean;
  readonly validate?: boolean;
  /** What is said beyond the contract. */
  readonly overrides?: readonly Override[];
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
  return source && configOf(source, report);
}

/** A configuration that was read, likewise. */
export function configOf(source: Source, report: Report): Config | undefined {
  const value = source.value as Json; // YAML's JSON schema makes nothing else
  const problems = createValidator($defs as Schemas).problems(root as JsonSchema, value);
  for (const problem of problems) addProblem(problem, source, report);
  return problems.length > 0
    ? undefined
    : { source, entries: entriesOf(value as unknown as File, source.document) };
}

/** The file, once the schema has accepted it. */
interface File {
  readonly specs: readonly FileEntry[];
}

interface FileEntry extends Omit<Entry, 'allowOutside' | 'allowNetwork' | 'overrides'>, SaidInConfig {
  readonly 'allow-outside'?: boolean;
  readonly 'allow-network'?: boolean;
}

function entriesOf({ specs }: File, document: string): readonly Entry[] {
  return specs.map((said, index) => {
    const { 'allow-outside': allowOutside, 'allow-network': allowNetwork, ...rest } = said;
    const choices = Object.entries(rest).filter(([key]) => !(saidKeys as readonly string[]).includes(key));
    const overrides = fromConfig(said, { document, pointer: `/specs/${index}` });
    return {
      ...(Object.fromEntries(choices) as unknown as Entry),
      ...(allowOutside !== undefined && { allowOutside }),
      ...(allowNetwork !== undefined && { allowNetwork }),
      ...(overrides.length > 0 && { overrides }),
    };
  });
}

function addProblem({ pointer, keyword, message }: Problem, { document }: Source, report: Report): void {
  const place = { document, pointer: pointer === '' ? '' : `/${pointer}` };
  const tokens = pointerTokens(pointer);
  if (keyword === 'false') {
    const key = tokens.at(-1)!;
    const keys = Object.keys(schemaAt(tokens.slice(0, -1)).properties ?? {});
    report.add('config/unknown-key', place, {
      key,
      owner: ownerOf(tokens, document),
      suggestion: suggestion(key, keys),
    });
    return;
  }
  const subject = pointer === '' ? document : tokens.join('.');
  const choices = keyword === 'enum' ? (schemaAt(tokens).enum ?? []) : [];
  const listed = choices.length > 0 ? `: ${choices.join(', ')}` : '';
  report.add('config/invalid', place, { problem: `${subject} ${message}${listed}.` });
}

/** What a wrong key stands in, for people. */
function ownerOf(tokens: readonly string[], document: string): string {
  if (tokens.length === 1) return document;
  return tokens.length === 3 ? 'an entry of specs' : tokens.slice(2, -1).join('.');
}

/** The part of the schema that speaks of a place in the file. */
function schemaAt(tokens: readonly string[]): SchemaObject {
  const schemas = $defs as Schemas;
  return tokens.reduce<SchemaObject>((owner, token) => {
    const { properties = {}, additionalProperties, items } = owner;
    return target(properties[token] ?? (typeof items === 'object' ? items : additionalProperties), schemas);
  }, root as SchemaObject);
}
