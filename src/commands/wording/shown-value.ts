import { isArray, isObject, type Json, type JsonObject } from '../../api/json.ts';
import { pointerTokens } from '../../api/schema-shape.ts';
import type { Case, Example, Fixture, Row, Suite, TestModel } from '../../model/model.ts';
import type { Value, ValuePath } from '../../model/value.ts';
import { variable } from './variables.ts';

/** What a value may speak of. */
export interface Scope {
  readonly examples: ReadonlyMap<string, Value>;
  readonly given: ReadonlyMap<string, Value>;
  /** Of a case with a table: the row that is shown; without it what stands in a table is left out. */
  readonly table?: { readonly columns: readonly string[]; readonly row?: Row };
}

/** The named values that cases of a suite may speak of. */
export function examplesOf(model: TestModel, suite?: Suite): ReadonlyMap<string, Value> {
  return byName([...model.examples, ...(suite?.examples ?? [])]);
}

export function scopeOf(
  {
    given = [],
    table,
  }: Pick<Case, 'given' | 'table'> | (Pick<Fixture, 'given'> & { readonly table?: undefined }),
  examples: ReadonlyMap<string, Value>,
  row?: Row,
): Scope {
  return {
    examples,
    given: byName(given),
    ...(table && {
      table: { columns: table.columns.map((column) => column.join(' ')), ...(row && { row }) },
    }),
  };
}

function byName(examples: readonly Example[]): ReadonlyMap<string, Value> {
  return new Map(examples.map(({ name, value }) => [name.join(' '), value]));
}

/**
 * A value as JSON. What only the run knows is a variable (see `variable`); what no other run has is one such text. A
 * change that stands in the table is not made where no row is shown.
 */
export function shown(value: Value, scope: Scope): Json {
  switch (value.kind) {
    case 'literal':
      return value.json;
    case 'object':
      return Object.fromEntries(
        Object.entries(value.members).map(([name, member]) => [name, shown(member, scope)]),
      );
    case 'array':
      return value.items.map((item) => shown(item, scope));
    case 'text':
      return value.parts.map((part) => asText(shown(part, scope))).join('');
    case 'entry': {
      const name = cell(value.column, scope);
      return name === undefined ? {} : { [String(name)]: shown(value.value, scope) };
    }
    case 'example':
      return named(scope.examples, value.name, scope);
    case 'given':
      return named(scope.given, value.name, scope);
    case 'without':
      return changed(shown(value.of, scope), tokensOf(value.path, scope), undefined);
    case 'with': {
      const of = shown(value.of, scope);
      const tokens = tokensOf(value.path, scope);
      const isUnknown = value.value.kind === 'row' && cell(value.value.column, scope) === undefined;
      return isUnknown ? of : changed(of, tokens, shown(value.value, scope));
    }
    case 'row':
      return cell(value.column, scope) ?? variable(...value.column);
    case 'part':
      return partVariable(value);
    case 'unique': {
      const text = numbered(value.template);
      return value.type === 'integer' ? Number(text) : text;
    }
    case 'seed':
      return variable(value.name);
    case 'file':
      return `@${value.name}`;
  }
}

function asText(json: Json): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}

function named(values: ReadonlyMap<string, Value>, name: readonly string[], scope: Scope): Json {
  const value = values.get(name.join(' '));
  return value === undefined ? variable(...name) : shown(value, scope);
}

function cell(column: readonly string[], { table }: Scope): Json | undefined {
  if (table?.row === undefined) return undefined;
  return table.row.values[table.columns.indexOf(column.join(' '))];
}

type Part = Extract<Value, { readonly kind: 'part' }>;

/** The variable that stands for a part of a fixture or of an earlier answer: `$BOOK_ID`. */
export function partVariable(value: Part): string {
  return variable(...value.name, ...partWords(value));
}

function partWords(value: Part): readonly string[] {
  switch (value.in) {
    case 'body':
      return pointerTokens(value.pointer);
    case 'header':
      return [value.header];
    case 'cookie':
      return [value.cookie];
    case 'location':
      return ['location', ...pointerTokens(value.pointer)];
  }
}

/** One of the texts that a template stands for: each `#` is a digit. */
function numbered(template: string): string {
  let digit = 0;
  return template.replaceAll('#', () => String((digit++ % 9) + 1));
}

function tokensOf(path: ValuePath, scope: Scope): readonly string[] | undefined {
  if (path.kind === 'pointer') return pointerTokens(path.pointer);
  const pointer = cell(path.column, scope);
  return pointer === undefined ? undefined : pointerTokens(String(pointer));
}

/** With one member or item changed, or without it; the same where nothing is known of which, or there is no such place. */
function changed(value: Json, tokens: readonly string[] | undefined, change: Json | undefined): Json {
  if (tokens === undefined) return value;
  const [token, ...rest] = tokens;
  if (token === undefined) return change ?? null;
  if (isArray(value)) {
    const index = Number(token);
    if (rest.length === 0 && change === undefined) return value.toSpliced(index, 1);
    return value.map((item, at) => (at === index ? changed(item, rest, change) : item));
  }
  if (!isObject(value)) return value;
  return changedMember(value, [token, rest], change);
}

function changedMember(
  value: JsonObject,
  [name, rest]: readonly [string, readonly string[]],
  change: Json | undefined,
): Json {
  if (rest.length === 0 && change === undefined) {
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  }
  const before = Object.hasOwn(value, name) ? value[name]! : {};
  return Object.fromEntries(
    [
      ...Object.entries(value).filter(([key]) => key !== name || Object.hasOwn(value, name)),
      ...(Object.hasOwn(value, name) ? [] : [[name, before] as const]),
    ].map(([key, inner]) => [key, key === name ? changed(inner, rest, change) : inner]),
  );
}
