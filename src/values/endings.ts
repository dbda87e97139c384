import type { JsonSchema, SchemaObject, Schemas } from '../api/json-schema.ts';
import { memberOf } from './pointer.ts';
import { nameOfRef } from '../api/subschemas.ts';

/** How deep the flattest value of a schema is; infinite where each value needs a smaller one of its own kind. */
export type HeightOf = (schema: JsonSchema) => number;

/** Heights of the schemas of a contract; those of named ones are worked out when something that leads to them is asked for. */
export function createHeights(schemas: Schemas): HeightOf {
  const known = new Map<string, number>();
  return (schema) => {
    const fresh: string[] = [];
    const heightOfName = (name: string): number => {
      const height = known.get(name);
      if (height !== undefined) return height;
      if (memberOf(schemas, name) === undefined) return 0;
      fresh.push(name);
      known.set(name, Infinity);
      return Infinity;
    };
    const height = heightOf(schema, heightOfName);
    if (fresh.length === 0) return height;
    settle(known, fresh, (name) => heightOf(schemas[name]!, heightOfName));
    return heightOf(schema, heightOfName);
  };
}

/**
 * The least fixed point: everything is infinite until something ends.
 *
 * @param names those whose heights are not known yet; what they lead to joins them
 */
function settle(known: Map<string, number>, names: readonly string[], heightNow: HeightOfName): void {
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const name of names) {
      const height = heightNow(name);
      if (height >= known.get(name)!) continue;
      known.set(name, height);
      hasChanged = true;
    }
  }
}

type HeightOfName = (name: string) => number;

function heightOf(schema: JsonSchema, heightOfName: HeightOfName): number {
  if (typeof schema === 'boolean') return schema ? 0 : Infinity;
  if (schema.enum !== undefined || schema.const !== undefined) return 0;
  const of = (inner: JsonSchema): number => heightOf(inner, heightOfName);
  const heights = [ownHeight(schema, of)];
  if (schema.$ref !== undefined) heights.push(heightOfName(nameOfRef(schema.$ref)));
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
