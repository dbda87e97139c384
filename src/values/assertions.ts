import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonType, SchemaObject } from '../api/json-schema.ts';
import { isMultipleOf } from './decimal.ts';
import { firstDuplicate, isEqual } from './equality.ts';
import { hasFormat } from './formats.ts';
import { lengthOf, readPattern } from './patterns.ts';
import type { Visit } from './visit.ts';

/** What is wrong with a value by one keyword alone, without a subject; undefined where nothing is. */
export type Assertion = (schema: SchemaObject, value: Json, visit: Visit) => string | undefined;

/** Keywords that hold no schemas (JSON Schema Validation 2020-12 §6). */
export const assertions = {
  type: ({ type }, value) => {
    const isListed =
      typeof type === 'string' ? isOfType(value, type) : type!.some((one) => isOfType(value, one));
    return isListed
      ? undefined
      : (isNot[String(type)] ??= `is not ${[type].flat().map(withArticle).join(' or ')}`);
  },
  enum: (schema, value) =>
    schema.enum!.some((one) => isEqual(one, value)) ? undefined : 'is not one of its values',
  const: (schema, value) =>
    isEqual(schema.const!, value) ? undefined : `is not ${JSON.stringify(schema.const)}`,

  minimum: ({ minimum }, value) =>
    typeof value === 'number' && value < minimum! ? `is below ${minimum}` : undefined,
  maximum: ({ maximum }, value) =>
    typeof value === 'number' && value > maximum! ? `is above ${maximum}` : undefined,
  exclusiveMinimum: ({ exclusiveMinimum }, value) =>
    typeof value === 'number' && value <= exclusiveMinimum! ? `is not above ${exclusiveMinimum}` : undefined,
  exclusiveMaximum: ({ exclusiveMaximum }, value) =>
    typeof value === 'number' && value >= exclusiveMaximum! ? `is not below ${exclusiveMaximum}` : undefined,
  multipleOf: ({ multipleOf }, value) =>
    typeof value === 'number' && !isMultipleOf(value, multipleOf!)
      ? `is not a multiple of ${multipleOf}`
      : undefined,

  // A character is one or two code units: most texts need not be counted.
  minLength: ({ minLength }, value) =>
    typeof value === 'string' && value.length < 2 * minLength! && lengthOf(value) < minLength!
      ? `is shorter than ${minLength}`
      : undefined,
  maxLength: ({ maxLength }, value) =>
    typeof value === 'string' &&
    value.length > maxLength! &&
    (value.length > 2 * maxLength! || lengthOf(value) > maxLength!)
      ? `is longer than ${maxLength}`
      : undefined,
  pattern: ({ pattern }, value, { unusablePatterns }) => {
    if (typeof value !== 'string') return undefined;
    const expression = readPattern(pattern!);
    if (!expression) unusablePatterns.add(pattern!);
    return expression && !expression.test(value) ? `does not match ${pattern}` : undefined;
  },
  format: ({ format }, value) =>
    typeof value === 'string' && !hasFormat(value, format!) ? `is not a valid ${format}` : undefined,

  minItems: ({ minItems }, value) =>
    isArray(value) && value.length < minItems! ? `has fewer than ${minItems} items` : undefined,
  maxItems: ({ maxItems }, value) =>
    isArray(value) && value.length > maxItems! ? `has more than ${maxItems} items` : undefined,
  uniqueItems: ({ uniqueItems }, value) => {
    const twice = uniqueItems && isArray(value) ? firstDuplicate(value) : undefined;
    return twice && `has the same item at ${twice[0]} and ${twice[1]}`;
  },

  minProperties: ({ minProperties }, value) =>
    isObject(value) && Object.keys(value).length < minProperties!
      ? `has fewer than ${minProperties} properties`
      : undefined,
  maxProperties: ({ maxProperties }, value) =>
    isObject(value) && Object.keys(value).length > maxProperties!
      ? `has more than ${maxProperties} properties`
      : undefined,
  required: ({ required }, value) => {
    const missing = isObject(value) ? required!.find((name) => !Object.hasOwn(value, name)) : undefined;
    return missing === undefined ? undefined : `has no ${missing}`;
  },
  dependentRequired: ({ dependentRequired }, value) => {
    if (!isObject(value)) return undefined;
    for (const [name, others] of Object.entries(dependentRequired!)) {
      const missing = Object.hasOwn(value, name) && others.find((other) => !Object.hasOwn(value, other));
      if (typeof missing === 'string') return `has ${name} but no ${missing}`;
    }
    return undefined;
  },
} as const satisfies { readonly [K in keyof SchemaObject]?: Assertion };

/** What is wrong with a value of another type, by the types: branches of alternatives refuse values by the thousand. */
const isNot: Record<string, string> = {};

/** Whether a value is of a JSON Schema type: `1.0` is an integer (Validation §6.1.1). */
export function isOfType(value: Json, type: JsonType): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'array':
      return isArray(value);
    case 'object':
      return isObject(value);
  }
}

/** `a string`, `an array`, `null`: a type as it is said in a sentence. */
export function withArticle(type: JsonType | undefined): string {
  if (type === undefined || type === 'null') return 'null';
  return `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`;
}
