import type { Json } from '../api/json.ts';
import type { JsonSchema, JsonType, SchemaObject, Schemas } from '../api/json-schema.ts';
import { matches } from './applicators.ts';
import { isEqual } from './equality.ts';
import { memberOf } from './pointer.ts';
import { remembered } from '../api/remembered.ts';
import { nameOfRef } from '../api/subschemas.ts';

/** Where a schema stands: segments below the root schema, or below the named schema that was crossed last. */
export interface Origin {
  readonly name?: string;
  readonly segments: readonly (string | number)[];
}

/** A schema and where it stands. */
export interface Located {
  readonly schema: JsonSchema;
  readonly origin: Origin;
}

/** One schema object that a value must meet; its in-place keywords are parts and choices of their own. */
export interface Part {
  readonly schema: SchemaObject;
  readonly origin: Origin;
}

/** Alternatives of which a value meets one. */
export interface Choice {
  readonly keyword: 'anyOf' | 'oneOf' | 'if' | 'dependentSchemas';
  /** The schema object that offers them. */
  readonly part: Part;
  /** Of `if`: what holds with it, then what holds without; of `dependentSchemas`: with the property, then without. */
  readonly branches: readonly Located[];
}

/** All that a schema asks of one value, before any choice is made. */
export interface Demands {
  readonly parts: readonly Part[];
  readonly choices: readonly Choice[];
  /** Named schemas crossed, in order, each once. */
  readonly names: readonly string[];
  /** A schema of `false` is among the parts. */
  readonly isImpossible: boolean;
}

/** Demands of nothing. */
export const noDemands: Demands = { parts: [], choices: [], names: [], isImpossible: false };

/** What a schema asks besides what is known: through `$ref` and `allOf`, each named schema once. */
export function demandsOf(schemas: Schemas, located: Located, known: Demands = noDemands): Demands {
  const { schema, origin } = located;
  const isFirst = known === noDemands && origin.name === undefined && origin.segments.length === 0;
  return isFirst && typeof schema === 'object'
    ? ofPlaceless(schema, schemas)
    : collected(schemas, located, known);
}

/** Whatever is made or judged begins with the demands of one schema without a place. */
const ofPlaceless = remembered((schema, schemas) => collected(schemas, placeless(schema), noDemands));

function collected(schemas: Schemas, located: Located, known: Demands): Demands {
  const parts = [...known.parts];
  const choices = [...known.choices];
  const names = [...known.names];
  let isImpossible = known.isImpossible;
  const collect = ({ schema, origin }: Located): void => {
    if (typeof schema === 'boolean') {
      isImpossible ||= !schema;
      return;
    }
    const part = { schema, origin };
    parts.push(part);
    if (hasChoices(schema)) choices.push(...choicesOf(part));
    schema.allOf?.forEach((inner, index) => collect(inside(part, inner, ['allOf', index])));
    if (schema.$ref === undefined) return;
    const name = nameOfRef(schema.$ref);
    const target = memberOf(schemas, name);
    if (target === undefined || names.includes(name)) return;
    names.push(name);
    collect({ schema: target, origin: { name, segments: [] } });
  };
  collect(located);
  return { parts, choices, names, isImpossible };
}

/** A schema that stands inside another one. */
export function inside(
  { origin }: Part,
  schema: JsonSchema,
  segments: readonly (string | number)[],
): Located {
  return { schema, origin: { ...origin, segments: [...origin.segments, ...segments] } };
}

/** A schema without a place of its own. */
export function placeless(schema: JsonSchema): Located {
  return { schema, origin: { segments: [] } };
}

/** All schemas that look at one member of an object, declared or not (2020-12 Core §10.3.2, §11.3). */
export function memberSchemas(parts: readonly Part[], name: string): readonly Located[] {
  const found = parts.flatMap((part) => evaluatedMember(part, name));
  return found.length > 0 ? found : unevaluatedSchemas(parts, 'unevaluatedProperties');
}

/** The same as one schema. */
export function memberSchema(parts: readonly Part[], name: string): JsonSchema {
  const schemas: JsonSchema[] = [];
  for (const part of parts) lookAtMember(part, name, (schema) => void schemas.push(schema));
  if (schemas.length === 0)
    for (const { schema } of unevaluatedSchemas(parts, 'unevaluatedProperties')) schemas.push(schema);
  return schemas.length === 1 ? schemas[0]! : { allOf: schemas };
}

function evaluatedMember(part: Part, name: string): readonly Located[] {
  const found: Located[] = [];
  lookAtMember(part, name, (schema, ...segments) => void found.push(inside(part, schema, segments)));
  return found;
}

/** Shows each schema of a part that looks at a member, and the segments that lead to it. */
function lookAtMember(
  { schema: { properties, patternProperties, additionalProperties } }: Part,
  name: string,
  look: (schema: JsonSchema, ...segments: readonly string[]) => void,
): void {
  const own = memberOf(properties, name);
  if (own !== undefined) look(own, 'properties', name);
  let isEvaluated = own !== undefined;
  for (const pattern in patternProperties) {
    if (!matches(pattern, name)) continue;
    look(patternProperties[pattern]!, 'patternProperties', pattern);
    isEvaluated = true;
  }
  if (!isEvaluated && additionalProperties !== undefined) look(additionalProperties, 'additionalProperties');
}

/** All schemas that look at one item of an array (2020-12 Core §10.3.1, §11.2). */
export function itemSchemas(parts: readonly Part[], index: number): readonly Located[] {
  const found = parts.flatMap((part): readonly Located[] => {
    const { prefixItems = [], items } = part.schema;
    const own = prefixItems[index];
    if (own !== undefined) return [inside(part, own, ['prefixItems', index])];
    return items === undefined ? [] : [inside(part, items, ['items'])];
  });
  return found.length > 0 ? found : unevaluatedSchemas(parts, 'unevaluatedItems');
}

/** The items of a list that tell all about it: each that has a schema of its own, and the first of those that share one. */
export function tellingItems(parts: readonly Part[], value: readonly Json[]): readonly number[] {
  let own = 0;
  for (const { schema } of parts) own = Math.max(own, schema.prefixItems?.length ?? 0);
  return [...value.slice(0, own + 1).keys()];
}

/** What looks at members and items that nothing else looks at; a condition or `contains` may still do so. */
function unevaluatedSchemas(
  parts: readonly Part[],
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
): readonly Located[] {
  return parts.flatMap((part) => {
    const schema = part.schema[keyword];
    return schema === undefined ? [] : [inside(part, schema, [keyword])];
  });
}

/** Whether a schema looks only at what nothing else looks at. */
export function isUnevaluated({ origin }: Located): boolean {
  return String(origin.segments.at(-1)).startsWith('unevaluated');
}

/** Names of the properties that any part declares, in the contract's order. */
export function declaredNames(parts: readonly Part[]): readonly string[] {
  const [one, ...others] = parts.flatMap(({ schema }) => schema.properties ?? []).map(Object.keys);
  return one === undefined || others.length === 0 ? (one ?? []) : [...new Set([one, ...others].flat())];
}

/** Names that any part requires, each once. */
export function requiredNames(parts: readonly Part[]): readonly string[] {
  const names = new Set<string>();
  for (const { schema } of parts) for (const name of schema.required ?? []) names.add(name);
  return [...names];
}

/** The strictest lower bound of a keyword; undefined where no part has it. */
export function largest(parts: readonly Part[], keyword: LowerBound): number | undefined {
  let found: number | undefined;
  parts.forEach(({ schema }) => {
    const bound = schema[keyword];
    if (bound !== undefined) found = Math.max(found ?? bound, bound);
  });
  return found;
}

/** The strictest upper bound of a keyword; undefined where no part has it. */
export function smallest(parts: readonly Part[], keyword: UpperBound): number | undefined {
  let found: number | undefined;
  parts.forEach(({ schema }) => {
    const bound = schema[keyword];
    if (bound !== undefined) found = Math.min(found ?? bound, bound);
  });
  return found;
}

/** The types that all parts allow, or undefined where no part says so. */
export function typesOf(parts: readonly Part[]): readonly JsonType[] | undefined {
  let allowed: readonly JsonType[] | undefined;
  parts.forEach(({ schema }) => {
    if (schema.type === undefined) return;
    const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
    allowed = allowed === undefined ? types : [...new Set(allowed.flatMap((type) => common(type, types)))];
  });
  return allowed;
}

/** The values that all enumerations and constants allow, or undefined where there are none. */
export function valuesOf(parts: readonly Part[]): readonly Json[] | undefined {
  let allowed: readonly Json[] | undefined;
  const allow = (list: readonly Json[]) => {
    allowed = allowed?.filter((value) => list.some((one) => isEqual(one, value))) ?? list;
  };
  parts.forEach(({ schema }) => {
    if (schema.enum) allow(schema.enum);
    if (schema.const !== undefined) allow([schema.const]);
  });
  return allowed;
}

type LowerBound = 'minimum' | 'exclusiveMinimum' | 'minLength' | 'minItems' | 'minProperties';
type UpperBound = 'maximum' | 'exclusiveMaximum' | 'maxLength' | 'maxItems' | 'maxProperties';

function common(type: JsonType, types: readonly JsonType[]): readonly JsonType[] {
  if (types.includes(type)) return [type];
  if (type === 'integer' && types.includes('number')) return ['integer'];
  if (type === 'number' && types.includes('integer')) return ['integer'];
  return [];
}

function hasChoices(schema: SchemaObject): boolean {
  const { anyOf, oneOf, dependentSchemas } = schema;
  return (anyOf ?? oneOf ?? schema.if ?? dependentSchemas) !== undefined;
}

function choicesOf(part: Part): readonly Choice[] {
  const { schema } = part;
  const choices: Choice[] = [];
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const branches = schema[keyword]?.map((branch, index) => inside(part, branch, [keyword, index]));
    if (branches) choices.push({ keyword, part, branches });
  }
  if (schema.if !== undefined) {
    const held: JsonSchema = { allOf: [schema.if, schema.then ?? true] };
    const branches = [placeless(held), inside(part, schema.else ?? true, ['else'])];
    choices.push({ keyword: 'if', part, branches });
  }
  for (const [name, inner] of Object.entries(schema.dependentSchemas ?? {})) {
    const absent: JsonSchema = { properties: { [name]: false } };
    const branches = [inside(part, inner, ['dependentSchemas', name]), placeless(absent)];
    choices.push({ keyword: 'dependentSchemas', part, branches });
  }
  return choices;
}
