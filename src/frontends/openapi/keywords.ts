import type { JsonType, SchemaObject } from '../../api/json-schema.ts';
import { isMembers } from './node.ts';

/** What the value of a schema keyword must be (JSON Schema 2020-12, Core §10 and Validation §6 to §9). */
export type Shape =
  | 'schema'
  | 'schemas'
  | 'schemas by name'
  | 'names'
  | 'names by name'
  | 'values'
  | 'value'
  | 'count'
  | 'number'
  | 'positive number'
  | 'text'
  | 'pattern'
  | 'flag';

/** Keywords that 2020-12 has as well, by their shape. The others are lowered by hand, or say nothing. */
export const keywords: ReadonlyMap<string, Shape> = new Map<keyof SchemaObject, Shape>([
  ['enum', 'values'],
  ['const', 'value'],
  ['allOf', 'schemas'],
  ['anyOf', 'schemas'],
  ['oneOf', 'schemas'],
  ['not', 'schema'],
  ['if', 'schema'],
  ['then', 'schema'],
  ['else', 'schema'],
  ['properties', 'schemas by name'],
  ['patternProperties', 'schemas by name'],
  ['additionalProperties', 'schema'],
  ['unevaluatedProperties', 'schema'],
  ['propertyNames', 'schema'],
  ['required', 'names'],
  ['minProperties', 'count'],
  ['maxProperties', 'count'],
  ['dependentRequired', 'names by name'],
  ['dependentSchemas', 'schemas by name'],
  ['prefixItems', 'schemas'],
  ['unevaluatedItems', 'schema'],
  ['contains', 'schema'],
  ['minContains', 'count'],
  ['maxContains', 'count'],
  ['minItems', 'count'],
  ['maxItems', 'count'],
  ['uniqueItems', 'flag'],
  ['minLength', 'count'],
  ['maxLength', 'count'],
  ['pattern', 'pattern'],
  ['format', 'text'],
  ['contentEncoding', 'text'],
  ['contentMediaType', 'text'],
  ['minimum', 'number'],
  ['maximum', 'number'],
  ['multipleOf', 'positive number'],
  ['title', 'text'],
  ['description', 'text'],
  ['default', 'value'],
  ['examples', 'values'],
  ['deprecated', 'flag'],
  ['readOnly', 'flag'],
  ['writeOnly', 'flag'],
  ['x-itc-volatile', 'flag'],
  ['x-itc-seed', 'flag'],
]);

/** Shapes whose values hold no schemas, and are taken over as they are. */
export type PlainShape = Exclude<Shape, 'schema' | 'schemas' | 'schemas by name'>;

/** The value of a plain keyword, or undefined where it is not what the keyword wants. */
export function plainValue(shape: PlainShape, value: unknown): unknown {
  switch (shape) {
    case 'names':
      return Array.isArray(value) && value.every(isText) ? [...new Set(value)] : undefined;
    case 'names by name':
      return isMembers(value) &&
        Object.values(value).every((names) => Array.isArray(names) && names.every(isText))
        ? value
        : undefined;
    case 'values':
      return Array.isArray(value) ? value : undefined;
    case 'value':
      return value;
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= 0 ? value : undefined;
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'positive number':
      return Number.isFinite(value) && Number(value) > 0 ? value : undefined;
    case 'text':
      return isText(value) ? value : undefined;
    case 'pattern':
      return isText(value) && isPattern(value) ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
  }
}

/** What a keyword wants, for people. */
export const expected: Readonly<Record<Shape, string>> = {
  schema: 'it wants a schema',
  schemas: 'it wants an array of schemas',
  'schemas by name': 'it wants an object of schemas',
  names: 'it wants an array of names',
  'names by name': 'it wants an object of arrays of names',
  values: 'it wants an array',
  value: 'it wants a value',
  count: 'it wants a whole number from 0',
  number: 'it wants a number',
  'positive number': 'it wants a number above 0',
  text: 'it wants a text',
  pattern: 'it wants a regular expression of ECMA-262',
  flag: 'it wants true or false',
};

const jsonTypes: ReadonlySet<unknown> = new Set([
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
]);

export function isJsonType(value: unknown): value is JsonType {
  return jsonTypes.has(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** With or without the flag `u`: descriptions are written for either. */
function isPattern(text: string): boolean {
  return ['u', ''].some((flags) => {
    try {
      return new RegExp(text, flags) instanceof RegExp;
    } catch {
      return false;
    }
  });
}
