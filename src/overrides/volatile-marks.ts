import type { Api, Content } from '../api/api.ts';
import type { JsonSchema, SchemaObject, Schemas } from '../api/json-schema.ts';
import { parts } from '../api/schema-shape.ts';
import { mapSubschemas } from '../api/subschemas.ts';

/** By `updatedAt`, wherever it stands, or by `Book/views`, a member of a named schema: whether it changes by itself. */
export type VolatileMembers = ReadonlyMap<string, boolean>;

/** Whether an Api has a member that is called so. */
export function hasMember({ schemas, operations }: Api, member: string): boolean {
  const [name = '', own] = member.split('/');
  if (own !== undefined) {
    if (!Object.hasOwn(schemas, name)) return false;
    return parts(schemas[name], schemas).some(({ properties = {} }) => Object.hasOwn(properties, own));
  }
  const text = JSON.stringify([schemas, operations.map(({ body, responses }) => [body, responses])]);
  return text.includes(`${JSON.stringify(name)}:`);
}

/** The Api in which these members say so themselves, in every schema that has them. */
export function withVolatileMarks(api: Api, marks: VolatileMembers): Api {
  if (marks.size === 0) return api;
  const made = new Map<SchemaObject, JsonSchema>();
  const mark = (schema: JsonSchema): JsonSchema => {
    if (typeof schema === 'boolean') return schema;
    const known = made.get(schema);
    if (known !== undefined) return known;
    const marked = markMembers(mapSubschemas(schema, mark), marks, '');
    made.set(schema, marked);
    return marked;
  };
  const inContent = (content: Content): Content =>
    content.schema === undefined ? content : { ...content, schema: mark(content.schema) };
  const schemas: Schemas = Object.fromEntries(
    Object.entries(api.schemas).map(([name, schema]) => [name, markNamed(mark(schema), name, marks)]),
  );
  return {
    ...api,
    schemas,
    operations: api.operations.map((operation) => ({
      ...operation,
      ...(operation.body && {
        body: { ...operation.body, contents: operation.body.contents.map(inContent) },
      }),
      responses: operation.responses.map((response) => ({
        ...response,
        contents: response.contents.map(inContent),
      })),
    })),
  };
}

/** `Book/views` speaks of the members of `Book` itself, and of what its `allOf` adds in place. */
function markNamed(schema: JsonSchema, name: string, marks: VolatileMembers): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const own = markMembers(schema, marks, `${name}/`);
  return own.allOf === undefined
    ? own
    : { ...own, allOf: own.allOf.map((part) => markNamed(part, name, marks)) };
}

function markMembers(schema: SchemaObject, marks: VolatileMembers, prefix: string): SchemaObject {
  const { properties } = schema;
  if (properties === undefined || !Object.keys(properties).some((name) => marks.has(prefix + name)))
    return schema;
  const marked = Object.entries(properties).map(([name, member]) => {
    const is = marks.get(prefix + name);
    return [name, is === undefined ? member : markOne(member, is)] as const;
  });
  return { ...schema, properties: Object.fromEntries(marked) };
}

/** A reference has no siblings inside the compiler. */
function markOne(member: JsonSchema, is: boolean): JsonSchema {
  const shape = typeof member === 'object' && member.$ref === undefined ? member : { allOf: [member] };
  return { ...shape, 'x-itc-volatile': is };
}
