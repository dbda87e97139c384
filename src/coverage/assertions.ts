import type { JsonType, SchemaObject } from '../api/json-schema.ts';

/** Keywords that say something of the value itself, in the order in which people look for them. */
export const assertions = [
  'type',
  'enum',
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'contains',
  'minProperties',
  'maxProperties',
  'propertyNames',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'not',
  'discriminator',
] as const satisfies readonly (keyof SchemaObject)[];

/** One of them. */
export type Assertion = (typeof assertions)[number];

/** Whether a keyword is there and some value can break it. */
export function isPromise(keyword: Assertion, schema: SchemaObject): boolean {
  const said = schema[keyword];
  switch (keyword) {
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return typeof said === 'number' && said > 0;
    case 'uniqueItems':
      return said === true;
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
      return said === false;
    default:
      return said !== undefined;
  }
}

/** The types of values that a keyword says something of; undefined where that is any value (JSON Schema Validation §6). */
function typesOf(keyword: Assertion | 'required' | 'dependentRequired'): readonly JsonType[] | undefined {
  switch (keyword) {
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'multipleOf':
      return ['number', 'integer'];
    case 'minLength':
    case 'maxLength':
    case 'pattern':
      return ['string'];
    case 'minItems':
    case 'maxItems':
    case 'uniqueItems':
    case 'contains':
    case 'unevaluatedItems':
      return ['array'];
    case 'required':
    case 'dependentRequired':
    case 'minProperties':
    case 'maxProperties':
    case 'propertyNames':
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'discriminator':
      return ['object'];
    case 'type':
    case 'enum':
    case 'const':
    case 'format':
    case 'not':
      return undefined;
  }
}

/** What a keyword would say something of, where nothing of the kind is allowed: `arrays`. */
export function withoutEffect(
  keyword: Assertion | 'required' | 'dependentRequired',
  allowed: readonly JsonType[] | undefined,
): string | undefined {
  const types = typesOf(keyword);
  if (types === undefined || allowed === undefined) return undefined;
  return allowed.some((one) => types.includes(one)) ? undefined : `${types[0]}s`;
}

/** The keyword, and what it says where that is short: `maxLength 80`. */
export function wordsOf(keyword: Assertion, schema: SchemaObject): string {
  const said = schema[keyword];
  const isShort = typeof said === 'number' || (typeof said === 'string' && said.length <= 40);
  return isShort
    ? `${keyword} ${said}`
    : Array.isArray(said) && keyword === 'type'
      ? `type ${said.join(' or ')}`
      : keyword;
}
