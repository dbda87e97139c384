import { isArray, isObject, type Json, type JsonObject } from '../api/json.ts';
import type { JsonSchema, SchemaObject } from '../api/json-schema.ts';
import { readPattern } from './patterns.ts';
import { memberOf } from './pointer.ts';
import { nameOfRef } from '../api/subschemas.ts';
import { adopt, aside, descend, type Visit } from './visit.ts';

/** Whether a value is good by one keyword that holds schemas; what is wrong inside is reported there. */
export type Applicator = (schema: SchemaObject, value: Json, visit: Visit) => boolean;

/** Keywords whose schemas look at the same value (2020-12 Core §10.2). */
export const inPlaceApplicators = {
  $ref: ({ $ref }, value, visit) => {
    const name = nameOfRef($ref!);
    const { names, start } = visit.crossed;
    const target = memberOf(visit.schemas, name);
    if (target === undefined || names.includes(name, start)) return true;
    names.push(name);
    const isGood = visit.check(target, value, visit);
    names.pop();
    return isGood;
  },
  allOf: ({ allOf }, value, visit) => every(allOf!, visit, (one) => visit.check(one, value, visit)),
  anyOf: ({ anyOf }, value, visit) => {
    const accepting = acceptingBranches(anyOf!, value, visit);
    if (accepting === 0) visit.report?.('anyOf', `fits none of its ${anyOf!.length} alternatives`);
    return accepting > 0;
  },
  oneOf: ({ oneOf }, value, visit) => {
    const accepting = acceptingBranches(oneOf!, value, visit);
    if (accepting === 0) visit.report?.('oneOf', `fits none of its ${oneOf!.length} alternatives`);
    if (accepting > 1) visit.report?.('oneOf', `fits ${accepting} of its alternatives instead of one`);
    return accepting === 1;
  },
  not: (schema, value, visit) => {
    const isGood = !visit.check(schema.not!, value, aside(visit));
    if (!isGood) visit.report?.('not', 'is what it must not be');
    return isGood;
  },
  if: (schema, value, visit) => {
    const condition = aside(visit);
    const holds = visit.check(schema.if!, value, condition);
    if (holds) adopt(visit, condition);
    return visit.check((holds ? schema.then : schema.else) ?? true, value, visit);
  },
  dependentSchemas: ({ dependentSchemas }, value, visit) =>
    !isObject(value) ||
    every(Object.keys(dependentSchemas!), visit, (name) => {
      return !Object.hasOwn(value, name) || visit.check(dependentSchemas![name]!, value, visit);
    }),
} as const satisfies { readonly [K in keyof SchemaObject]?: Applicator };

/** Keywords that look at members of an object (2020-12 Core §10.3.2). */
export const objectApplicators = {
  properties: ({ properties }, value, visit) =>
    !isObject(value) ||
    every(Object.keys(properties!), visit, (name) => {
      return !Object.hasOwn(value, name) || checkMember(properties![name]!, value, [name, visit]);
    }),
  patternProperties: ({ patternProperties }, value, visit) =>
    !isObject(value) ||
    every(Object.keys(patternProperties!), visit, (pattern) => {
      const names = Object.keys(value).filter((name) => matches(pattern, name));
      return every(names, visit, (name) => checkMember(patternProperties![pattern]!, value, [name, visit]));
    }),
  additionalProperties: (schema, value, visit) =>
    !isObject(value) ||
    every(Object.keys(value), visit, (name) => {
      return isDeclared(schema, name) || checkMember(schema.additionalProperties!, value, [name, visit]);
    }),
  propertyNames: ({ propertyNames }, value, visit) =>
    !isObject(value) ||
    every(Object.keys(value), visit, (name) => {
      return descend(visit, name, (inner) => visit.check(propertyNames!, name, inner));
    }),
} as const satisfies { readonly [K in keyof SchemaObject]?: Applicator };

/** Keywords that look at items of an array (2020-12 Core §10.3.1). */
export const arrayApplicators = {
  prefixItems: ({ prefixItems }, value, visit) =>
    !isArray(value) ||
    every(prefixItems!.slice(0, value.length), visit, (one, index) => checkItem(one, value, [index, visit])),
  items: ({ items, prefixItems }, value, visit) => {
    if (!isArray(value) || (items === true && !visit.seen)) return true;
    const start = prefixItems?.length ?? 0;
    return every(value.slice(start), visit, (_, index) => checkItem(items!, value, [start + index, visit]));
  },
  contains: ({ contains, minContains = 1, maxContains = Infinity }, value, visit) => {
    if (!isArray(value)) return true;
    let count = 0;
    for (const [index, item] of value.entries()) {
      if (!descend(visit, index, (inner) => visit.check(contains!, item, aside(inner)))) continue;
      visit.seen?.items.add(index);
      count++;
    }
    if (count < minContains)
      visit.report?.('contains', `has fewer than ${minContains} items of the wanted kind`);
    if (count > maxContains)
      visit.report?.('contains', `has more than ${maxContains} items of the wanted kind`);
    return count >= minContains && count <= maxContains;
  },
} as const satisfies { readonly [K in keyof SchemaObject]?: Applicator };

/** Keywords that look at what no other keyword has looked at, and so come last (2020-12 Core §11). */
export const unevaluated = {
  unevaluatedProperties: ({ unevaluatedProperties }, value, visit) => {
    if (unevaluatedProperties === undefined || !isObject(value)) return true;
    const names = Object.keys(value).filter((name) => !visit.seen?.properties.has(name));
    return every(names, visit, (name) => checkMember(unevaluatedProperties, value, [name, visit]));
  },
  unevaluatedItems: ({ unevaluatedItems }, value, visit) => {
    if (unevaluatedItems === undefined || !isArray(value)) return true;
    return every([...value.keys()], visit, (index) => {
      return visit.seen?.items.has(index) || checkItem(unevaluatedItems, value, [index, visit]);
    });
  },
} as const satisfies { readonly [K in keyof SchemaObject]?: Applicator };

/** Whether a schema itself names a property, so that additionalProperties does not look at it. */
export function isDeclared({ properties, patternProperties }: SchemaObject, name: string): boolean {
  if (memberOf(properties, name) !== undefined) return true;
  return patternProperties !== undefined && Object.keys(patternProperties).some((one) => matches(one, name));
}

/** Whether a property's name matches a pattern of patternProperties; a pattern that cannot be read matches nothing. */
export function matches(pattern: string, name: string): boolean {
  return readPattern(pattern)?.test(name) ?? false;
}

function checkMember(
  schema: JsonSchema,
  value: JsonObject,
  [name, visit]: readonly [string, Visit],
): boolean {
  visit.seen?.properties.add(name);
  return descend(visit, name, (inner) => visit.check(schema, value[name]!, inner));
}

function checkItem(
  schema: JsonSchema,
  value: readonly Json[],
  [index, visit]: readonly [number, Visit],
): boolean {
  visit.seen?.items.add(index);
  return descend(visit, index, (inner) => visit.check(schema, value[index]!, inner));
}

/** All of them, looked at to the end only where somebody wants to read what is wrong. */
function every<T>(things: readonly T[], visit: Visit, isGood: (thing: T, index: number) => boolean): boolean {
  if (!visit.report && !visit.seen) return things.every(isGood);
  return things.map(isGood).every(Boolean);
}

/** How many branches accept the value; the evaluations of those that do are kept. */
function acceptingBranches(branches: readonly JsonSchema[], value: Json, visit: Visit): number {
  return branches.filter((branch) => {
    const look = aside(visit);
    const isGood = visit.check(branch, value, look);
    if (isGood) adopt(visit, look);
    return isGood;
  }).length;
}
