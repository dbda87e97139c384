import { JSON_SCHEMA, load, Type, YAMLException, type LoadOptions, type Schema } from 'js-yaml';
import type { Report } from '../diagnostics/report.ts';
import { expandsBeyond } from './aliases.ts';
import type { Position } from './place.ts';
import type { Source } from './source.ts';

/** YAML's merge key, `<<`, which the loader acts on (https://yaml.org/type/merge.html). */
const merge = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (text: unknown) => text === '<<',
});

/** JSON's types, and the merge key: a date stays the text that it is in JSON. */
export const schema: Schema = JSON_SCHEMA.extend({ implicit: [merge] });

/** Deeper than any contract, and well inside the stack. */
export const maxDepth = 1000;

/** What a text says, or why it says nothing. */
export type Parsed =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      readonly syntax: 'json' | 'yaml';
      readonly duplicate?: SyntaxProblem;
    }
  | { readonly kind: 'problem'; readonly problem: SyntaxProblem };

export interface SyntaxProblem {
  readonly reason: string;
  readonly position: Position;
}

/**
 * Reads a text as a Source.
 *
 * @returns undefined where the text is neither JSON nor YAML; then the report has an error with line and column.
 */
export function parseSource(text: Omit<Source, 'value'>, report: Report): Source | undefined {
  const parsed = parse(text.text);
  const placed = ({ position }: SyntaxProblem) => ({ document: text.document, pointer: '', position });
  if (parsed.kind === 'problem') {
    report.add('source/syntax', placed(parsed.problem), { reason: parsed.problem.reason });
    return undefined;
  }
  if (parsed.duplicate) report.add('source/duplicate-key', placed(parsed.duplicate));
  return { ...text, value: parsed.value, syntax: parsed.syntax };
}

/** Reads a text as JSON (RFC 8259), else as YAML 1.2 with JSON's types. A key that is there twice: the last one counts. */
export function parse(text: string): Parsed {
  const json = looksLikeJson(text) ? parseJson(text) : undefined;
  if (json?.kind === 'value') return json;
  const said = parseYaml(text);
  // JSON with a mistake is YAML with the same mistake, which JSON.parse may say better.
  return said.kind === 'problem' && json ? json : said;
}

function looksLikeJson(text: string): boolean {
  return /^\uFEFF?\s*[[{]/.test(text);
}

function parseJson(text: string): Parsed | undefined {
  try {
    const value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown;
    return { kind: 'value', value, syntax: 'json' };
  } catch (error) {
    const message = (error as SyntaxError).message;
    const offset =
      /at position (\d+)/.exec(message)?.[1] ?? (/end of JSON/i.test(message) ? text.length : undefined);
    if (offset === undefined) return undefined;
    const reason = message.replace(/ in JSON at position.*$/s, '').replace(/\s*\(line.*$/s, '');
    return { kind: 'problem', problem: { reason, position: positionAt(text, Number(offset)) } };
  }
}

function parseYaml(text: string): Parsed {
  try {
    return guarded(load(text, { schema, maxDepth } as LoadOptions), text);
  } catch (error) {
    const problem = yamlProblem(error, text);
    if (!problem.reason.startsWith('duplicated mapping key')) return { kind: 'problem', problem };
    return tolerant(text, problem);
  }
}

/** The second reading of a document in which a key is there twice. */
function tolerant(text: string, duplicate: SyntaxProblem): Parsed {
  try {
    const parsed = guarded(load(text, { schema, maxDepth, json: true } as LoadOptions), text);
    return parsed.kind === 'value' ? { ...parsed, duplicate } : parsed;
  } catch (error) {
    return { kind: 'problem', problem: yamlProblem(error, text) };
  }
}

/** Aliases can make a short text mean a document without end; such a text is refused. */
function guarded(value: unknown, text: string): Parsed {
  if (!/[&*]\w/.test(text) || !expandsBeyond(value, 1_000_000 + text.length))
    return { kind: 'value', value, syntax: 'yaml' };
  const reason = 'its aliases (*name) expand to a document that is far too large, or that contains itself';
  return { kind: 'problem', problem: { reason, position: { line: 1, column: 1 } } };
}

function yamlProblem(error: unknown, text: string): SyntaxProblem {
  if (!(error instanceof YAMLException)) throw error;
  // The loader ends every text with a line break, and may find its end behind that.
  return { reason: error.reason, position: positionAt(text, error.mark?.position ?? 0) };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
