import type { JsonSchema, JsonType, SchemaObject } from '../../api/json-schema.ts';
import { annotations } from '../../api/subschemas.ts';

/** Keywords that look at a value as a whole, so that a type array alone would not let `null` through. */
const judging = ['allOf', 'anyOf', 'oneOf', 'not', 'const', 'if'] as const;

/**
 * A schema that takes `null` as well: what `nullable: true` (OpenAPI 3.0.3 §4.7.24.1) and `x-nullable: true` mean.
 *
 * By the letter, 3.0 lets no null through an enum without null, nor through an `allOf` beside `nullable`. Whoever writes
 * it means null, and servers send it, so it is taken at its meaning.
 */
export function nullable(schema: SchemaObject): SchemaObject {
  // A reference is one object wherever it stands: it gets its name last.
  if (schema.$ref !== undefined) return { anyOf: [schema, { type: 'null' }], ...meant };
  if (!judging.some((keyword) => keyword in schema)) {
    const { type, enum: values, ...rest } = schema;
    return {
      ...(type === undefined ? {} : { type: withNull(type) }),
      ...(values === undefined ? {} : { enum: values.includes(null) ? values : [...values, null] }),
      ...rest,
      ...(values === undefined || values.includes(null) ? {} : meant),
    };
  }
  const said: Record<string, unknown> = {};
  const judged: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    (isAnnotation(keyword) ? said : judged)[keyword] = value;
  }
  const branches: readonly JsonSchema[] = [judged, { type: 'null' }];
  return { ...said, anyOf: branches, ...meant };
}

/** A server that goes by the letter refuses null, and is right, too. */
const meant = { 'x-itc-null': 'meant' } as const;

function withNull(type: JsonType | readonly JsonType[]): JsonType | readonly JsonType[] {
  const types: readonly JsonType[] = typeof type === 'string' ? [type] : type;
  return types.includes('null') ? type : [...types, 'null'];
}

function isAnnotation(keyword: string): boolean {
  return (annotations as readonly string[]).includes(keyword);
}
