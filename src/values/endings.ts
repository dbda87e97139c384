import type { JsonSchema, SchemaObject, Schemas } from '../api/json-schema.ts';
import { memberOf } from './pointer.ts';
import { nameOfRef } from '../api/subschemas.ts';

/** How deep the flattest value of a schema is; infinite where each value needs a smaller one of its own kind. */
export type HeightOf = (schema: JsonSchema) => number;

/** Heights of the schemas of a contract, worked out when the first one is asked for. */
export function createHeights(schemas: Schemas): HeightOf {
  let known: ReadonlyMap<string, number> | undefined;
  return (schema) => heightOf(schema, (known ??= heights(schemas)));
}

/** The least fixed point: everything is infinite until something ends. */
function heights(schemas: Schemas): ReadonlyMap<string, number> {
  const known = new Map(Object.keys(schemas).map((name) => [name, Infinity]));
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const [name, schema] of Object.entries(schemas)) {
      const height = heightOf(schema, known);
      if (height >= known.get(name)!) continue;
      known.set(name, height);
      hasChanged = true;
    }
  }
  return known;
}

function heightOf(schema: JsonSchema, known: ReadonlyMap<string, number>): number {
  if (typeof schema === 'boolean') return schema ? 0 : Infinity;
  if (schema.enum !== undefined || schema.const !== undefined) return 0;
  const of = (inner: JsonSchema): number => heightOf(inner, known);
  const heights = [ownHeight(schema, of)];
  if (schema.$ref !== undefined) heights.push(known.get(nameOfRef(schema.$ref)) ?? 0);
  for (const part of schema.allOf ?? []) heights.push(of(part));
  if (schema.anyOf) heights.push(Math.min(...schema.anyOf.map(of)));
  if (schema.oneOf) heights.push(Math.min(...schema.oneOf.map(of)));
  return Math.max(...heights);
}

function ownHeight(schema: SchemaObject, of: HeightOf): number {
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  const endings: number[] = [];
  if (types?.some((type) => type !== 'object' && type !== 'array')) endings.push(0);
  if (types?.includes('array')) endings.push((schema.minItems ?? 0) > 0 ? 1 + of(schema.items ?? true) : 0);
  if (types === undefined || types.includes('object')) {
    const members = (schema.required ?? []).map((name) => of(memberOf(schema.properties, name) ?? true));
    endings.push(members.length === 0 ? 0 : 1 + Math.max(...members));
  }
  return endings.length === 0 ? 0 : Math.min(...endings);
}
