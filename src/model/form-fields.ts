import { isArray, isObject, type Json } from '../api/json.ts';
import { pointerTokens } from '../api/schema-shape.ts';
import { pointerTo, valueAt } from '../values/pointer.ts';
import type { Value } from './value.ts';
import { literal, object } from './value.ts';

/**
 * What is in a form's field as it travels: objects, and lists that have some, as JSON text (OpenAPI 3.1 §4.8.15.1.1);
 * lists of scalars as repeated fields.
 */
function flattened(json: Json): Json {
  return isNested(json) ? JSON.stringify(json) : json;
}

function isNested(json: Json): boolean {
  return isObject(json) || (isArray(json) && json.some((item) => typeof item === 'object'));
}

/**
 * A field of a form as it travels, of which something inside was changed: what is inside of a text is changed with the
 * text. Undefined where the field is a list of scalars, whose items travel one by one, or the change is the field's own.
 */
export function textAround(
  form: Json,
  pointer: string,
): { readonly field: string; readonly value: Json } | undefined {
  const [name, ...inside] = pointerTokens(pointer);
  if (name === undefined || inside.length === 0) return undefined;
  const field = pointerTo([name]);
  const json = valueAt(form, field) ?? null;
  return isNested(json) ? { field, value: flattened(json) } : undefined;
}

/** A form as it travels. */
export function flatForm(form: Value): Value {
  if (form.kind === 'literal' && isObject(form.json)) {
    return object(mapped(form.json, (json) => flatField(literal(json))));
  }
  return form.kind === 'object' ? object(mapped(form.members, flatField)) : form;
}

/** A field with its value as it travels; what is known only at run time is written out then. */
export function flatField(value: Value): Value {
  return value.kind === 'literal' ? literal(flattened(value.json)) : value;
}

function mapped<T, U>(record: Readonly<Record<string, T>>, map: (one: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([name, one]) => [name, map(one)]));
}
