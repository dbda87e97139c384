import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema, SchemaObject } from '../api/json-schema.ts';
import { readPattern } from './patterns.ts';
import { memberOf } from './pointer.ts';
import { nameOfRef } from '../api/subschemas.ts';
import { adopt, aside, enter, isCrossed, leave, type Visit } from './visit.ts';

/** Whether a value is good by one keyword that holds schemas; what is wrong inside is reported there. */
export type Applicator = (schema: SchemaObject, value: Json, visit: Visit) => boolean;

/** Keywords whose schemas look at the same value (2020-12 Core §10.2). */
export const inPlaceApplicators = {
  $ref: ({ $ref }, value, visit) => {
    const name = nameOfRef($ref!);
    const target = memberOf(visit.schemas, name);
    if (target === undefined || isCrossed(visit, name)) return true;
    visit.crossed.names.push(name);
    const isGood = visit.check(target, value, visit);
    visit.crossed.names.pop();
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
  properties: ({ properties }, value, visit) => {
    if (!isObject(value)) return true;
    let isGood = true;
    for (const name in properties) {
      if (!Object.hasOwn(value, name)) continue;
      if (checkBelow(properties[name]!, value[name]!, enterMember(visit, name))) continue;
      if (endsAtFirst(visit)) return false;
      isGood = false;
    }
    return isGood;
  },
  patternProperties: ({ patternProperties }, value, visit) =>
    !isObject(value) ||
    every(Object.keys(patternProperties!), visit, (pattern) => {
      const names = Object.keys(value).filter((name) => matches(pattern, name));
      return every(names, visit, (name) =>
        checkBelow(patternProperties![pattern]!, value[name]!, enterMember(visit, name)),
      );
    }),
  additionalProperties: (schema, value, visit) =>
    !isObject(value) ||
    every(Object.keys(value), visit, (name) => {
      return (
        isDeclared(schema, name) ||
        checkBelow(schema.additionalProperties!, value[name]!, enterMember(visit, name))
      );
    }),
  propertyNames: ({ propertyNames }, value, visit) =>
    !isObject(value) ||
    every(Object.keys(value), visit, (name) => checkBelow(propertyNames!, name, enter(visit, name))),
} as const satisfies { readonly [K in keyof SchemaObject]?: Applicator };

/** Keywords that look at items of an array (2020-12 Core §10.3.1). */
export const arrayApplicators = {
  prefixItems: ({ prefixItems }, value, visit) =>
    !isArray(value) ||
    every(prefixItems!.slice(0, value.length), visit, (one, index) =>
      checkBelow(one, value[index]!, enterItem(visit, index)),
    ),
  items: ({ items, prefixItems }, value, visit) => {
    if (!isArray(value) || (items === true && !visit.seen)) return true;
    const start = prefixItems?.length ?? 0;
    return every(value.slice(start), visit, (item, index) =>
      checkBelow(items!, item, enterItem(visit, start + index)),
    );
  },
  contains: ({ contains, minContains = 1, maxContains = Infinity }, value, visit) => {
    if (!isArray(value)) return true;
    let count = 0;
    for (const [index, item] of value.entries()) {
      if (!checkBelow(contains!, item, enter(aside(visit), index))) continue;
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
    return every(names, visit, (name) =>
      checkBelow(unevaluatedProperties, value[name]!, enterMember(visit, name)),
    );
  },
  unevaluatedItems: ({ unevaluatedItems }, value, visit) => {
    if (unevaluatedItems === undefined || !isArray(value)) return true;
    return every([...value.keys()], visit, (index) => {
      return (
        visit.seen?.items.has(index) || checkBelow(unevaluatedItems, value[index]!, enterItem(visit, index))
      );
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

function enterMember(visit: Visit, name: string): Visit {
  visit.seen?.properties.add(name);
  return enter(visit, name);
}

function enterItem(visit: Visit, index: number): Visit {
  visit.seen?.items.add(index);
  return enter(visit, index);
}

/** Checks what was entered, and leaves it. */
function checkBelow(schema: JsonSchema, value: Json, inner: Visit): boolean {
  const isGood = inner.check(schema, value, inner);
  leave(inner);
  return isGood;
}

/** All of them, looked at to the end only where somebody wants to read what is wrong. */
function every<T>(things: readonly T[], visit: Visit, isGood: (thing: T, index: number) => boolean): boolean {
  return endsAtFirst(visit) ? things.every(isGood) : things.map(isGood).every(Boolean);
}

function endsAtFirst({ report, seen }: Visit): boolean {
  return !report && !seen;
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
