import { isObject, type Json } from '../api/json.ts';
import type { Words } from '../api/words.ts';
import type { Value, ValuePath } from './model.ts';

/** Makes values of the model; what is literal all through stays one literal. */

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
