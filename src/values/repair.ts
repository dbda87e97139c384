import { isObject, type Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import {
  declaredNames,
  demandsOf,
  memberSchemas,
  noDemands,
  placeless,
  requiredNames,
  valuesOf,
} from './parts.ts';
import { withChange, withoutMember } from './pointer.ts';

const strangers: readonly Json[] = ['x', 0, true, null, [], {}];

/**
 * Small changes to an object that is good but for a `not`, or for a `oneOf` of which it meets several branches: each
 * member that the unwanted schemas speak of left out, another one that is listed, or of another type. The caller verifies
 * each.
 */
export function repairs(schema: JsonSchema, value: Json, schemas: Schemas): readonly Json[] {
  if (!isObject(value)) return [];
  const { parts, choices } = demandsOf(schemas, placeless(schema));
  const excluded = parts.flatMap((part) => (part.schema.not === undefined ? [] : [part.schema.not]));
  const alternatives = choices
    .filter(({ keyword }) => keyword === 'oneOf')
    .flatMap(({ branches }) => branches);
  const unwanted = [...excluded.map(placeless), ...alternatives].map(
    (located) => demandsOf(schemas, located).parts,
  );
  const names = new Set(unwanted.flatMap((inner) => [...requiredNames(inner), ...declaredNames(inner)]));
  const listed = (name: string): readonly Json[] => {
    let demands = noDemands;
    for (const located of memberSchemas(parts, name)) demands = demandsOf(schemas, located, demands);
    return valuesOf(demands.parts) ?? [];
  };
  return [...names].slice(0, 40).flatMap((name) => {
    const without = Object.hasOwn(value, name) ? [withoutMember(value, [name])] : [];
    const others = [...listed(name).slice(0, 10), ...strangers];
    return [...without, ...others.map((other) => withChange(value, [name], other))];
  });
}
