import type { Json, JsonObject } from '../../src/api/json.ts';

/** A made contract that has so many of what a series counts. */
export interface Series {
  /** What grows: `operations`, `properties`, `depth`. */
  readonly name: string;
  readonly sizes: readonly number[];
  contract(size: number): JsonObject;
}

/** Contracts in which one thing grows and all else stays, so that what follows from it can be seen. */
export const series: readonly Series[] = [
  { name: 'operations', sizes: [10, 20, 40, 80, 160], contract: withOperations },
  { name: 'properties', sizes: [10, 20, 40, 80, 160], contract: withProperties },
  { name: 'depth', sizes: [1, 2, 3, 4], contract: withDepth },
];

/** How many schemas a contract has, with those that are inside of others: what cases are made of. */
export function schemasIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((count, member) => count + schemasIn(member as Json), 0);
  return 'type' in value && typeof value['type'] === 'string' ? inner + 1 : inner;
}

/** Five operations on each kind of thing: create, list, read, replace, delete. */
function withOperations(size: number): JsonObject {
  const things = Array.from({ length: size / 5 }, (_, index) => `things${index}`);
  const paths = things.flatMap((name) => {
    const thing = objectOf(properties(10));
    const answer = { content: { 'application/json': { schema: withId(thing) } } };
    const body = { required: true, content: { 'application/json': { schema: thing } } };
    const refusals = { 400: { description: 'No.' }, 404: { description: 'None.' } };
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } };
    const list = { content: { 'application/json': { schema: { type: 'array', items: withId(thing) } } } };
    return [
      [
        `/${name}`,
        {
          post: {
            requestBody: body,
            responses: { 201: { description: 'Made.', ...answer }, 400: refusals[400] },
          },
          get: { responses: { 200: { description: 'All.', ...list } } },
        },
      ],
      [
        `/${name}/{id}`,
        {
          parameters: [id],
          get: { responses: { 200: { description: 'It.', ...answer }, ...refusals } },
          put: { requestBody: body, responses: { 200: { description: 'Put.', ...answer }, ...refusals } },
          delete: { responses: { 204: { description: 'Gone.' }, ...refusals } },
        },
      ],
    ];
  });
  return document(Object.fromEntries(paths) as JsonObject);
}

/** One operation whose body has so many properties, of eight kinds in turn. */
function withProperties(size: number): JsonObject {
  return oneOperation(objectOf(properties(size)));
}

/** One operation whose body has ten properties in each of so many objects, one inside of the other. */
function withDepth(size: number): JsonObject {
  return oneOperation(nested(size));
}

function nested(depth: number): JsonObject {
  const own = properties(10);
  return objectOf(depth === 1 ? own : { ...own, inner: { schema: nested(depth - 1), required: true } });
}

function oneOperation(schema: JsonObject): JsonObject {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const responses = { 200: { description: 'Taken.' }, 400: { description: 'Refused.' } };
  return document({ '/things': { post: { requestBody, responses } } });
}

function document(paths: JsonObject): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Growth', version: '1.0.0' }, paths };
}

interface Property {
  readonly schema: JsonObject;
  readonly required: boolean;
}

const kinds: readonly JsonObject[] = [
  { type: 'string', minLength: 1, maxLength: 40 },
  { type: 'integer', minimum: 1, maximum: 1000 },
  { type: 'string', enum: ['small', 'medium', 'large'] },
  { type: 'boolean' },
  { type: 'string', format: 'date' },
  { type: 'number', exclusiveMinimum: 0 },
  { type: 'array', maxItems: 5, items: { type: 'string', maxLength: 10 } },
  { type: 'string', pattern: '^[A-Z]{3}$' },
  { type: 'string', format: 'uuid' },
  { type: 'integer', multipleOf: 5 },
];

/** The first half of each ten is required. */
function properties(size: number): Readonly<Record<string, Property>> {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [
      `member${index}`,
      { schema: kinds[index % kinds.length]!, required: index % kinds.length < kinds.length / 2 },
    ]),
  );
}

function objectOf(members: Readonly<Record<string, Property>>): JsonObject {
  const entries = Object.entries(members);
  return {
    type: 'object',
    required: entries.filter(([, { required }]) => required).map(([name]) => name),
    properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
  };
}

function withId({ properties: own, ...thing }: JsonObject): JsonObject {
  return { ...thing, properties: { id: { type: 'integer', minimum: 1 }, ...(own as JsonObject) } };
}
