import type { Parameter } from '../api/api.ts';
import { isArray, isObject, type Json, type JsonObject } from '../api/json.ts';

export type Scalar = string | number | boolean;

/** What travels, before percent-encoding, by name: a scalar, or an array of scalars for a repeated name. */
export type Wire = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** How a parameter's value travels. */
export type Travelling = Pick<Parameter, 'name' | 'in' | 'style' | 'explode'>;

/**
 * A parameter's value as it is put on the wire (OpenAPI 3.1 §4.8.12, RFC 6570): the parameter's own name, or several
 * names of an exploded object or a deepObject. A scalar at a plain place stays what it is; null is the text `null`;
 * what is nested deeper than its style can say travels as JSON text. An empty exploded array or object is nothing at all.
 */
export function serialise(parameter: Travelling, value: Json): Wire {
  const { name, style, explode } = parameter;
  switch (style) {
    case 'content':
      return { [name]: JSON.stringify(value) };
    case 'simple':
      return { [name]: isScalar(value) ? value : simple(value, explode) };
    case 'label':
      return { [name]: label(value, explode) };
    case 'matrix':
      return { [name]: matrix(name, value, explode) };
    case 'deepObject':
      return isObject(value) ? deep(name, value) : form(name, value, explode);
    case 'form':
      return parameter.in === 'query' ? form(name, value, explode) : form(name, value, false);
    case 'spaceDelimited':
      return delimited(name, value, { explode, delimiter: ' ' });
    case 'pipeDelimited':
      return delimited(name, value, { explode, delimiter: '|' });
    case 'tabDelimited':
      return delimited(name, value, { explode, delimiter: '\t' });
  }
}

/** What stands between the items of a list that is one text. */
export function delimiterOf({ style, explode }: Travelling): string {
  switch (style) {
    case 'spaceDelimited':
      return ' ';
    case 'pipeDelimited':
      return '|';
    case 'tabDelimited':
      return '\t';
    case 'label':
      return explode ? '.' : ',';
    case 'simple':
    case 'matrix':
    case 'form':
    case 'deepObject':
    case 'content':
      return ',';
  }
}

function isScalar(value: Json): value is Scalar {
  return value !== null && typeof value !== 'object';
}

/** A scalar inside of a text. */
function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function scalar(value: Json): Scalar {
  return isScalar(value) ? value : JSON.stringify(value);
}

function simple(value: Json, explode: boolean): string {
  if (isArray(value)) return value.map(text).join(',');
  return isObject(value) ? pairs(value, explode ? '=' : ',').join(',') : text(value);
}

function label(value: Json, explode: boolean): string {
  if (isArray(value)) return `.${value.map(text).join(explode ? '.' : ',')}`;
  if (isObject(value)) return explode ? `.${pairs(value, '=').join('.')}` : `.${pairs(value, ',').join(',')}`;
  return `.${text(value)}`;
}

function matrix(name: string, value: Json, explode: boolean): string {
  if (isArray(value) && explode) return value.map((item) => `;${name}=${text(item)}`).join('');
  if (isObject(value) && explode)
    return pairs(value, '=')
      .map((pair) => `;${pair}`)
      .join('');
  return `;${name}=${simple(value, false)}`;
}

function form(name: string, value: Json, explode: boolean): Wire {
  if (isArray(value)) return { [name]: explode ? value.map(scalar) : simple(value, false) };
  if (!isObject(value)) return { [name]: scalar(value) };
  return explode ? members(value, (key) => key) : { [name]: simple(value, false) };
}

function delimited(
  name: string,
  value: Json,
  how: { readonly explode: boolean; readonly delimiter: string },
): Wire {
  if (how.explode || !(isArray(value) || isObject(value))) return form(name, value, how.explode);
  const items = isArray(value) ? value.map(text) : pairs(value, how.delimiter);
  return { [name]: items.join(how.delimiter) };
}

/** `filter[author][name]`; the specification leaves the deeper levels open, and everybody writes them so. */
function deep(name: string, value: JsonObject): Wire {
  return members(value, (key) => `${name}[${key}]`);
}

function members(value: JsonObject, called: (key: string) => string): Wire {
  const entries = Object.entries(value).flatMap(([key, member]): (readonly [string, Wire[string]])[] => {
    const name = called(key);
    if (isArray(member)) return [[name, member.map(scalar)]];
    return isObject(member) && name.endsWith(']')
      ? Object.entries(deep(name, member))
      : [[name, scalar(member)]];
  });
  return Object.fromEntries(entries);
}

function pairs(value: JsonObject, between: string): readonly string[] {
  return Object.entries(value).map(([key, member]) => key + between + text(member));
}
