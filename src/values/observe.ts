import type { Parameter } from '../api/api.ts';
import { isArray, isObject, type Json, type JsonObject } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import {
  type Deviation,
  type Deviations,
  type Deviator,
  type Known,
  type Omission,
  deviated,
  deviationBase,
} from './deviate.ts';
import { fingerprint, isEqual } from './equality.ts';
import { demandsOf, type Located, memberSchemas, type Origin, type Part, placeless } from './parts.ts';
import { memberOf, valueAt } from './pointer.ts';
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
  const delimiter = delimiterOf(parameter);
  // An object that is one text is read as any other text; one that is spread over names is looked for by them.
  const isOneText = isObject(value) && texts.length === 1 && Object.hasOwn(wire, parameter.name);
  const asText = isOneText ? readingsOf(texts[0]!, delimiter) : [];
  return ![value, ...readingsOf(value, delimiter), ...asText].some(isGood);
}

/** Whether a text reaches the server unchanged at its place. */
export function arrives(text: string, location: Parameter['in']): boolean {
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
  {
    deviator,
    validator,
    about = { name: parameter.name, names: nothing, ways: [] },
  }: { readonly deviator: Deviator; readonly validator: Validator; readonly about?: Known },
): { readonly deviations: readonly ParameterDeviation[]; readonly omissions: readonly Omission[] } {
  const found = deviator.further(parameter.schema, good, about);
  // What else is broken by what travels.
  const seen = new Map<string, Origin[]>([[fingerprint(asText(serialise(parameter, good))), []]]);
  const omissions = [...found.omissions];
  const deviations = found.deviations.flatMap((deviation): ParameterDeviation[] => {
    const value = deviated(good, deviation);
    const isSeen =
      isObservable(parameter, value, validator) &&
      (deviation.types === undefined ||
        parameter.style === 'content' ||
        !isOfRightType(deviation, deviationBase(good, deviation), readingsOf(value, delimiterOf(parameter))));
    if (!isSeen) {
      omissions.push(notObservable(deviation));
      return [];
    }
    const wire = serialise(parameter, value);
    const print = fingerprint(asText(wire));
    const { origin, also = [] } = deviation;
    const twin = seen.get(print);
    if (twin) {
      twin.push(origin, ...also);
      return [];
    }
    const all = [...also];
    seen.set(print, all);
    return [{ ...deviation, also: all, wire }];
  });
  return { deviations: deviations.map(withoutNothing), omissions };
}

const nothing: ReadonlySet<string> = new Set();

/** An empty list says nothing. */
function withoutNothing({ also = [], ...deviation }: ParameterDeviation): ParameterDeviation {
  return also.length === 0 ? deviation : { ...deviation, also };
}

/**
 * Whether what should be of a wrong type is read as one that is right: as a text where texts are, or as a list, whose
 * items are then what is wrong. What is wrong with it (it is not in the enumeration, or too short) is a deviation of its
 * own, and this one would say the same of the same text.
 */
function isOfRightType({ types = [], pointer }: Deviation, good: Json, readings: readonly Json[]): boolean {
  const before = valueAt(good, pointer);
  const hasItems = isArray(before) && before.length > 0;
  return readings.some((reading) => {
    const value = valueAt(reading, pointer);
    return (
      (typeof value === 'string' && types.includes('string')) ||
      (isArray(value) && types.includes('array') && hasItems)
    );
  });
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
  const { validator } = means;
  const mayBeGood = fieldJudge(demandsOf(means.schemas, placeless(schema)).parts, validator);
  const isGood = (form: JsonObject, field: string, reading?: Json): boolean => {
    if (reading === undefined) return validator.isValid(schema, form);
    return mayBeGood(field, reading) && validator.isValid(schema, { ...form, [field]: reading });
  };
  const deviations = found.deviations.filter((deviation) => {
    const isSeen = isFormObservable(deviation, good, isGood);
    if (!isSeen) omissions.push(notObservable(deviation));
    return isSeen;
  });
  return { ...found, deviations, omissions };
}

/**
 * Tells whether a field is good as far as its own schema can tell: that is asked first, since forms can be large, and a
 * field is read in hundreds of ways.
 */
function fieldJudge(parts: readonly Part[], validator: Validator): (field: string, reading: Json) => boolean {
  if (parts.some(({ schema }) => schema.unevaluatedProperties !== undefined)) return () => true;
  const known = new Map<string, readonly Located[]>();
  return (field, reading) => {
    const schemas = known.get(field) ?? memberSchemas(parts, field);
    known.set(field, schemas);
    return schemas.every(({ schema }) => validator.isValid(schema, reading));
  };
}

/** `isGood` judges a form as it is, or with one field read in another way. */
function isFormObservable(
  { way, ...deviation }: Deviation,
  whole: JsonObject,
  isGood: (form: JsonObject, field: string, reading?: Json) => boolean,
): boolean {
  const good = way === undefined ? whole : deviationBase(whole, { way });
  if (!isObject(good)) return false;
  const named = fieldOf(deviation);
  // What is in one field is looked at alone: forms can be large.
  const changed = deviated(named === undefined ? good : fieldAlone(good, named), deviation);
  if (!isObject(changed)) return false; // a form is always an object
  const form = named === undefined ? changed : good;
  const field = named ?? Object.keys({ ...good, ...form }).find((name) => !isSame(good, form, name));
  if (field === undefined) return false;
  const sent = memberOf(changed, field);
  if (sent === undefined) return true; // left out
  if (sent === null || (isArray(sent) && sent.length === 0)) return false;
  // An object travels as JSON text (the default encoding of such a part, OpenAPI 3.1 §4.8.15), everything else as text.
  const readings = isObject(sent)
    ? [sent, ...textReadings(JSON.stringify(sent)), [JSON.stringify(sent)]]
    : [sent, ...readingsOf(sent, ',')];
  if (deviation.types !== undefined) {
    const asRead = isObject(sent) ? [changed] : readings.map((reading) => ({ [field]: reading }));
    if (isOfRightType(deviation, good, asRead)) return false;
  }
  if (readings.some((reading) => isGood(form, field, reading))) return false;
  if (sent !== '') return true;
  const { [field]: _, ...others } = form;
  return !isGood(others, field); // an empty field is a field left out to many servers
}

/** The field that a deviation changes; undefined where it changes the whole form. */
function fieldOf({ pointer }: Deviation): string | undefined {
  const [field] = pointer.split('/');
  return pointer === '' ? undefined : field!.replaceAll('~1', '/').replaceAll('~0', '~');
}

function fieldAlone(form: JsonObject, field: string): JsonObject {
  const value = memberOf(form, field);
  return value === undefined ? {} : { [field]: value };
}

function isSame(one: JsonObject, other: JsonObject, name: string): boolean {
  const [a, b] = [memberOf(one, name), memberOf(other, name)];
  if (a === undefined || b === undefined) return a === b;
  return isEqual(a, b);
}

function notObservable({ keyword, pointer, origin, also, label }: Deviation): Omission {
  return {
    keyword,
    pointer,
    origin,
    ...(also && { also }),
    code: 'not-observable',
    reason: `on the wire nobody can see that ${label}`,
  };
}

/** What a server sees: text alone. */
function asText(wire: Wire): Json {
  return Object.fromEntries(
    Object.entries(wire).map(([name, value]) => [name, isArray(value) ? value.map(String) : [String(value)]]),
  );
}
