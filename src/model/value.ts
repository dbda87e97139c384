import { isObject, type Json } from '../api/json.ts';
import type { Words } from '../api/words.ts';

/** What values are made of. */
export type Value =
  | { readonly kind: 'literal'; readonly json: Json }
  /** An object or array with a part that is not literal. */
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Value>> }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  /** An object with one member, whose name stands in a column of the case's table. */
  | { readonly kind: 'entry'; readonly column: Words; readonly value: Value }
  /** A named example, of the suite or of the model. `about`: of an answer that was saved, where it speaks of a fixture. */
  | {
      readonly kind: 'example';
      readonly name: Words;
      readonly about?: { readonly fixture: Words; readonly saved: Words };
    }
  /** The same without a member or item. */
  | { readonly kind: 'without'; readonly of: Value; readonly path: ValuePath }
  /** The same with one member or item changed or added. */
  | { readonly kind: 'with'; readonly of: Value; readonly path: ValuePath; readonly value: Value }
  /** A value of the case's `given`. */
  | { readonly kind: 'given'; readonly name: Words }
  /** A cell of the case's table. */
  | { readonly kind: 'row'; readonly column: Words }
  /**
   * Of the value of a fixture, or of the body of a saved answer: what the JSON Pointer leads to (`''`: all of it).
   * `optional`: a right answer may lack it, and then the case is pending.
   */
  | {
      readonly kind: 'part';
      readonly of: 'fixture' | 'saved';
      readonly in: 'body';
      readonly name: Words;
      readonly pointer: string;
      readonly optional?: true;
    }
  /** A header of a saved answer, as text: `ETag`. */
  | {
      readonly kind: 'part';
      readonly of: 'saved';
      readonly in: 'header';
      readonly name: Words;
      readonly header: string;
    }
  /** A cookie that a saved answer sets (RFC 6265 §4.1): its value. An answer that does not set it is not as it should be. */
  | {
      readonly kind: 'part';
      readonly of: 'saved';
      readonly in: 'cookie';
      readonly name: Words;
      readonly cookie: string;
    }
  /**
   * The path parameters with which the header Location of a saved answer meets a path template, as an object by name;
   * with a pointer (`/bookId`) one of them. `type`: what the last of them is in a JSON body, where that is no text.
   */
  | {
      readonly kind: 'part';
      readonly of: 'saved';
      readonly in: 'location';
      readonly name: Words;
      readonly path: string;
      readonly pointer: string;
      readonly type?: 'integer' | 'number';
    }
  /**
   * What no other run and no other case has: each `#` of the template becomes a digit. `type`: a number that is written
   * so; absent: text.
   */
  | { readonly kind: 'unique'; readonly template: string; readonly type?: 'integer' }
  /**
   * A value that only the user knows, from the setup file; without it the case is pending. `example` is the contract's
   * own, a suggestion for the setup file; `default` is taken where the setup file gives none. `type`: what a JSON body wants where it is no text, as an environment variable is.
   */
  | {
      readonly kind: 'seed';
      readonly name: string;
      readonly example?: Json;
      readonly default?: Json;
      readonly type?: 'integer' | 'number';
    }
  /** A text of several parts, each as text: `Token ` and what a log-in has given. */
  | { readonly kind: 'text'; readonly parts: readonly Value[] }
  /** A file of an upload. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly mediaType: string;
      readonly content: FileContent;
    };

export type FileContent =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'base64'; readonly base64: string };

/** A JSON Pointer without its leading slash (`title`, `address/city`), or the column of the table that holds it. */
export type ValuePath =
  { readonly kind: 'pointer'; readonly pointer: string } | { readonly kind: 'row'; readonly column: Words };

// Makes values of the model; what is literal all through stays one literal.

export function literal(json: Json): Value {
  return { kind: 'literal', json };
}

export function object(members: Readonly<Record<string, Value>>): Value {
  const isLiteral = Object.values(members).every(({ kind }) => kind === 'literal');
  if (!isLiteral) return { kind: 'object', members };
  return literal(
    Object.fromEntries(
      Object.keys(members).map((name) => [name, (members[name] as Extract<Value, { kind: 'literal' }>).json]),
    ),
  );
}

export function array(items: readonly Value[]): Value {
  const literals = items.flatMap((value) => (value.kind === 'literal' ? [value.json] : []));
  return literals.length === items.length ? literal(literals) : { kind: 'array', items };
}

/** A text of parts; literals that stand together are one. */
export function joined(parts: readonly Value[]): Value {
  const merged: Value[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal')
      merged[merged.length - 1] = literal(textOf(last.json) + textOf(part.json));
    else merged.push(part);
  }
  const [only, ...more] = merged;
  return only?.kind === 'literal' && more.length === 0
    ? literal(textOf(only.json))
    : { kind: 'text', parts: merged };
}

function textOf(json: Json): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}

export function row(column: string): Value {
  return { kind: 'row', column: [column] };
}

/** An object with one member, whose name the table tells. */
export function entry(column: string, value: Value): Value {
  return { kind: 'entry', column: [column], value };
}

export function at(pointer: string): ValuePath {
  return { kind: 'pointer', pointer };
}

export function inColumn(column: string): ValuePath {
  return { kind: 'row', column: [column] };
}

export function without(of: Value, path: ValuePath): Value {
  return { kind: 'without', of, path };
}

export function changed(of: Value, path: ValuePath, value: Value): Value {
  return { kind: 'with', of, path, value };
}

export function fixturePart(name: Words, pointer: string): Value {
  return { kind: 'part', of: 'fixture', in: 'body', name, pointer };
}

export function savedPart(name: Words, pointer: string): Value {
  return { kind: 'part', of: 'saved', in: 'body', name, pointer };
}

/** Where the Location of a saved answer leads: the parameters of the path with which it meets the template, or one of them. */
export function locationPart(
  name: Words,
  where: { readonly path: string; readonly pointer: string; readonly type?: 'integer' | 'number' },
): Value {
  return { kind: 'part', of: 'saved', in: 'location', name, ...where };
}

/** A member of an object that is made of members; the value itself where it is made in another way. */
export function memberOf(value: Value, name: string): Value {
  if (value.kind === 'object') return value.members[name] ?? value;
  if (value.kind === 'literal' && isObject(value.json)) return literal(value.json[name] ?? null);
  return value;
}

/** An object with one member replaced, by construction: what stood there before is not even looked up. */
export function replaced(base: Value, name: string, value: Value): Value {
  if (base.kind === 'object') return object({ ...base.members, [name]: value });
  if (base.kind === 'literal' && isObject(base.json)) {
    return object({
      ...Object.fromEntries(Object.entries(base.json).map(([key, json]) => [key, literal(json)])),
      [name]: value,
    });
  }
  return changed(base, at(name), value);
}

/** Every value that a value is made of, itself first. */
export function* within(value: Value): Generator<Value> {
  yield value;
  for (const part of partsOf(value)) yield* within(part);
}

/** The values that a value is made of directly. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'object':
      return Object.values(value.members);
    case 'array':
      return value.items;
    case 'text':
      return value.parts;
    case 'without':
      return [value.of];
    case 'entry':
      return [value.value];
    case 'with':
      return [value.of, value.value];
    default:
      return [];
  }
}
