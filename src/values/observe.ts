import type { Parameter } from '../api/api.ts';
import { isArray, isObject, type Json, type JsonObject } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { type Deviation, type Deviations, type Deviator, type Omission, deviated } from './deviate.ts';
import { fingerprint, isEqual } from './equality.ts';
import { demandsOf, memberSchemas, type Part, placeless } from './parts.ts';
import { memberOf } from './pointer.ts';
import { readingsOf, textReadings } from './readings.ts';
import type { Validator } from './validate.ts';
import { delimiterOf, serialise, type Wire } from './wire.ts';

/** A parameter with its schema as it is sent. */
export type Observed = Pick<Parameter, 'name' | 'in' | 'style' | 'explode' | 'required'> & {
  readonly schema: JsonSchema;
};

/**
 * Whether a server can see that an invalid value of a parameter is invalid: the value is put on the wire and read back
 * in every way in which a server may read it. Where one reading is valid, or the request becomes another one (an empty
 * path segment is another route), nothing can be observed.
 */
export function isObservable(parameter: Observed, value: Json, validator: Validator): boolean {
  const wire = serialise(parameter, value);
  const texts = Object.values(wire).flat().map(String);
  if (value === null || texts.length === 0 || !isUnderstood(parameter, value)) return false;
  if (!texts.every((text) => arrives(text, parameter.in))) return false;
  if (texts.every((text) => text === '') && !parameter.required) return false;
  const isGood = (reading: Json): boolean => validator.isValid(parameter.schema, reading);
  if (parameter.style === 'content') return !isGood(value);
  return ![value, ...readingsOf(value, delimiterOf(parameter))].some(isGood);
}

/** Whether a text reaches the server unchanged at its place. */
function arrives(text: string, location: Parameter['in']): boolean {
  switch (location) {
    case 'path': // an empty segment is another route, dots are resolved away (RFC 3986 §5.2.4), %2F is often decoded
      return text !== '' && !/^\.+$/.test(text) && !/[/\\]/.test(text) && !hasControls(text);
    case 'query':
      return !text.includes('\0');
    case 'header': // RFC 9110 §5.5: visible ASCII; white space around it is no part of the value
      return text !== '' && text.trim() === text && /^[ -~\t]*$/.test(text);
    case 'cookie': // RFC 6265 §4.1.1, cookie-octet
      return /^[!#-+\--:<-[\]-~]+$/.test(text);
  }
}

function hasControls(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007F');
}

/** An exploded object is found by the names of its members: a server that looks for them does not see a scalar. */
function isUnderstood({ style, explode, schema, in: location }: Observed, value: Json): boolean {
  const isExploded = style === 'deepObject' || (style === 'form' && explode && location === 'query');
  if (!isExploded) return true;
  const wantsObject = typeof schema === 'object' && [schema.type].flat().includes('object');
  if (style === 'deepObject' || wantsObject) return isObject(value);
  return !isObject(value);
}

/** A deviation of a parameter, and what then travels. */
export interface ParameterDeviation extends Deviation {
  readonly wire: Wire;
}

/**
 * The deviations of a good parameter value that a server can see. Two that look the same on the wire are one, and what
 * cannot be seen is among the omissions.
 */
export function parameterDeviations(
  parameter: Observed,
  good: Json,
  { deviator, validator }: { readonly deviator: Deviator; readonly validator: Validator },
): { readonly deviations: readonly ParameterDeviation[]; readonly omissions: readonly Omission[] } {
  const found = deviator.deviations(parameter.schema, good, parameter.name);
  const seen = new Set([fingerprint(asText(serialise(parameter, good)))]);
  const omissions = [...found.omissions];
  const deviations = found.deviations.flatMap((deviation): ParameterDeviation[] => {
    const value = deviated(good, deviation);
    if (!isObservable(parameter, value, validator)) {
      omissions.push(notObservable(deviation));
      return [];
    }
    const wire = serialise(parameter, value);
    const print = fingerprint(asText(wire));
    if (seen.has(print)) return [];
    seen.add(print);
    return [{ ...deviation, wire }];
  });
  return { deviations, omissions };
}

/** What forms are looked at with: all of one direction's schemas. */
interface FormMeans {
  readonly schemas: Schemas;
  readonly validator: Validator;
}

/**
 * Those of the deviations of a form (`application/x-www-form-urlencoded`, or the fields of `multipart/form-data`) that a
 * server can see: every field is text. `good` is the whole body, an object.
 */
export function observedInForm(
  found: Deviations,
  {
    schema,
    good,
    means,
  }: { readonly schema: JsonSchema; readonly good: JsonObject; readonly means: FormMeans },
): Deviations {
  const omissions = [...found.omissions];
  const { parts } = demandsOf(means.schemas, placeless(schema));
  const isGood = (form: JsonObject, field: string): boolean =>
    mayBeGood(parts, { field, value: memberOf(form, field), validator: means.validator }) &&
    means.validator.isValid(schema, form);
  const deviations = found.deviations.filter((deviation) => {
    const isSeen = isFormObservable(deviation, good, isGood);
    if (!isSeen) omissions.push(notObservable(deviation));
    return isSeen;
  });
  return { deviations, omissions };
}

interface Field {
  readonly field: string;
  /** Undefined where it is left out. */
  readonly value: Json | undefined;
  readonly validator: Validator;
}

/** Whether a field is good as far as its own schema can tell: that is asked first, since forms can be large. */
function mayBeGood(parts: readonly Part[], { field, value, validator }: Field): boolean {
  if (value === undefined || parts.some(({ schema }) => schema.unevaluatedProperties !== undefined))
    return true;
  return memberSchemas(parts, field).every(({ schema }) => validator.isValid(schema, value));
}

/** `isGood` judges a form in which one field is read in another way. */
function isFormObservable(
  deviation: Deviation,
  good: JsonObject,
  isGood: (form: JsonObject, field: string) => boolean,
): boolean {
  const form = deviated(good, deviation);
  if (!isObject(form)) return false; // a form is always an object
  const field =
    fieldOf(deviation) ?? Object.keys({ ...good, ...form }).find((name) => !isSame(good, form, name));
  if (field === undefined) return false;
  const sent = memberOf(form, field);
  if (sent === undefined) return true; // left out
  if (sent === null || (isArray(sent) && sent.length === 0)) return false;
  // An object travels as JSON text (the default encoding of such a part, OpenAPI 3.1 §4.8.15), everything else as text.
  const readings = isObject(sent)
    ? [sent, ...textReadings(JSON.stringify(sent))]
    : [sent, ...readingsOf(sent, ',')];
  if (readings.some((reading) => isGood({ ...form, [field]: reading }, field))) return false;
  if (sent !== '') return true;
  const { [field]: _, ...others } = form;
  return !isGood(others, field); // an empty field is a field left out to many servers
}

/** The field that a deviation changes; undefined where it changes the whole form. */
function fieldOf({ pointer }: Deviation): string | undefined {
  const [field] = pointer.split('/');
  return pointer === '' ? undefined : field!.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isSame(one: JsonObject, other: JsonObject, name: string): boolean {
  const [a, b] = [memberOf(one, name), memberOf(other, name)];
  if (a === undefined || b === undefined) return a === b;
  return isEqual(a, b);
}

function notObservable({ keyword, pointer, label }: Deviation): Omission {
  return { keyword, pointer, code: 'not-observable', reason: `on the wire nobody can see that ${label}` };
}

/** What a server sees: text alone. */
function asText(wire: Wire): Json {
  return Object.fromEntries(
    Object.entries(wire).map(([name, value]) => [name, isArray(value) ? value.map(String) : [String(value)]]),
  );
}
