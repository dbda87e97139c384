import type { JsonSchema, SchemaObject } from './json-schema.ts';

/** Keywords that say something about a value, for people, without judging it. */
export const annotations = [
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'x-itc-volatile',
  'x-itc-null',
  'x-itc-seed',
] as const;

const single = [
  'not',
  'if',
  'then',
  'else',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'items',
  'unevaluatedItems',
  'contains',
] as const;
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
const records = ['properties', 'patternProperties', 'dependentSchemas'] as const;

/** A keyword that holds schemas: one, a list of them, or a record of them by name. */
export type SchemaKeyword = (typeof single)[number] | (typeof lists)[number] | (typeof records)[number];

type How = 'one' | 'list' | 'record';

const holding: ReadonlyMap<string, How> = new Map([
  ...single.map((keyword) => [keyword, 'one'] as const),
  ...lists.map((keyword) => [keyword, 'list'] as const),
  ...records.map((keyword) => [keyword, 'record'] as const),
] satisfies (readonly [string, How])[]);

type Change = (inner: JsonSchema, keyword: SchemaKeyword) => JsonSchema;

/**
 * The same schema with `change` done to each schema directly inside. Where nothing changes the same object comes back,
 * so that what is shared stays shared.
 */
export function mapSubschemas(schema: SchemaObject, change: Change): SchemaObject {
  let changed: Record<string, unknown> | undefined;
  for (const keyword in schema) {
    const how = holding.get(keyword);
    if (how === undefined) continue;
    const held = schema[keyword as SchemaKeyword];
    const made = mapHeld(held, how, (inner) => change(inner, keyword as SchemaKeyword));
    if (made !== held) (changed ??= { ...schema })[keyword] = made;
  }
  return changed ?? schema;
}

function mapHeld(
  held: SchemaObject[SchemaKeyword],
  how: How,
  change: (inner: JsonSchema) => JsonSchema,
): SchemaObject[SchemaKeyword] {
  if (held === undefined) return held;
  switch (how) {
    case 'one':
      return change(held as JsonSchema);
    case 'list': {
      const list = held as readonly JsonSchema[];
      let made: JsonSchema[] | undefined;
      for (const [index, inner] of list.entries()) {
        const changed = change(inner);
        if (changed !== inner) (made ??= [...list])[index] = changed;
      }
      return made ?? list;
    }
    case 'record': {
      const record = held as Readonly<Record<string, JsonSchema>>;
      let made: Record<string, JsonSchema> | undefined;
      for (const name of Object.keys(record)) {
        const changed = change(record[name]!);
        // A spread copy has every name as its own, so that even `__proto__` is replaced like any other.
        if (changed !== record[name]) (made ??= { ...record })[name] = changed;
      }
      return made ?? record;
    }
  }
}

/** The name that a `$ref` of the compiler's dialect leads to: `#/$defs/Book` → `Book`. */
export function nameOfRef(ref: string): string {
  return ref.slice('#/$defs/'.length);
}
