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
      const made = list.map(change);
      return made.every((inner, index) => inner === list[index]) ? list : made;
    }
    case 'record': {
      const record = held as Readonly<Record<string, JsonSchema>>;
      const made = Object.entries(record).map(([name, inner]) => [name, change(inner)] as const);
      return made.every(([name, inner]) => inner === record[name]) ? record : Object.fromEntries(made);
    }
  }
}

/** The name that a `$ref` of the compiler's dialect leads to: `#/$defs/Book` → `Book`. */
export function nameOfRef(ref: string): string {
  return ref.slice('#/$defs/'.length);
}
