import { describe, expect, it } from 'vitest';
import { answering, answerOf, contract, described } from './describing.ts';

const lowered = async (schema: unknown, version = '3.0.3') =>
  answerOf(await described(answering(schema, { version })));
const leftOut = async (schema: unknown, version = '3.0.3') =>
  (await described(answering(schema, { version }))).problems.map(({ code, place }) => [
    code,
    place?.pointer.split('/').at(-1),
  ]);

describe('schemas of 2.0 and 3.0', () => {
  it('make nullable a type', async () => {
    expect(await lowered({ type: 'string', nullable: true })).toEqual({ type: ['string', 'null'] });
    expect(await lowered({ type: 'string', enum: ['a'], nullable: true })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
      'x-itc-null': 'meant',
    });
    expect(await lowered({ type: 'integer', 'x-nullable': true })).toEqual({ type: ['integer', 'null'] });
  });

  it('make nullable a branch where a type alone would not let null through', async () => {
    const schema = { nullable: true, description: 'why', allOf: [{ type: 'object' }] };
    expect(await lowered(schema)).toEqual({
      description: 'why',
      anyOf: [{ allOf: [{ type: 'object' }] }, { type: 'null' }],
      'x-itc-null': 'meant',
    });
  });

  it('make exclusive bounds numbers', async () => {
    expect(
      await lowered({ minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false }),
    ).toEqual({
      exclusiveMinimum: 1,
      maximum: 2,
    });
  });

  it('put example in front of examples', async () => {
    expect(await lowered({ type: 'integer', example: 1 })).toEqual({ type: 'integer', examples: [1] });
    expect(await lowered({ examples: [2], example: 1 }, '3.1.0')).toEqual({ examples: [1, 2] });
  });

  it('ignore what stands beside a reference, but for what is meant', async () => {
    const components = { schemas: { Book: { type: 'object' } } };
    const beside = async (siblings: object) =>
      answerOf(
        await described(
          answering({ $ref: '#/components/schemas/Book', ...siblings }, { components, version: '3.0.0' }),
        ),
      );
    expect(await beside({ minProperties: 1, description: 'x' })).toEqual({ $ref: '#/$defs/Book' });
    expect(await beside({ readOnly: true })).toEqual({ readOnly: true, allOf: [{ $ref: '#/$defs/Book' }] });
    expect(await beside({ nullable: true })).toEqual({
      anyOf: [{ $ref: '#/$defs/Book' }, { type: 'null' }],
      'x-itc-null': 'meant',
    });
  });
});

describe('schemas of 3.1', () => {
  it('keep what stands beside a reference', async () => {
    const components = { schemas: { Book: { type: 'object' } } };
    const schema = { $ref: '#/components/schemas/Book', minProperties: 1, allOf: [true] };
    expect(answerOf(await described(answering(schema, { components })))).toEqual({
      minProperties: 1,
      allOf: [{ $ref: '#/$defs/Book' }, true],
    });
  });

  it('may be true, false, or of several types', async () => {
    const schema = { type: ['string', 'null'], not: false, properties: { a: true } };
    expect(await lowered(schema, '3.1.0')).toEqual(schema);
    expect(await lowered({ type: ['string'] }, '3.1.0')).toEqual({ type: 'string' });
  });

  it('may be of an older draft', async () => {
    expect(await lowered({ items: [{ type: 'string' }], additionalItems: false }, '3.1.0')).toEqual({
      prefixItems: [{ type: 'string' }],
      items: false,
    });
    expect(await lowered({ dependencies: { a: ['b'], c: { minProperties: 2 } } }, '3.1.0')).toEqual({
      dependentRequired: { a: ['b'] },
      dependentSchemas: { c: { minProperties: 2 } },
    });
  });

  it('may define schemas of their own, and name them by anchors', async () => {
    const $defs = { id: { $anchor: 'id', type: 'string' } };
    const properties = { a: { $ref: '#id' }, b: { $ref: '#/components/schemas/Book/$defs/id' } };
    const result = await described(
      answering(
        { $ref: '#/components/schemas/Book' },
        { components: { schemas: { Book: { $defs, properties } } } },
      ),
    );
    expect(result.api.schemas).toEqual({
      Book: { properties: { a: { $ref: '#/$defs/Book.id' }, b: { $ref: '#/$defs/Book.id' } } },
      'Book.id': { type: 'string' },
    });
    expect(result.codes).toEqual([]);
  });
});

describe('dirt', () => {
  it.each([
    ['required', { required: true }],
    ['minimum', { minimum: '1' }],
    ['minLength', { minLength: -1 }],
    ['multipleOf', { multipleOf: 0 }],
    ['enum', { enum: 'a' }],
    ['type', { type: 'any' }],
    ['type', { type: ['string', 'date'] }],
    ['pattern', { pattern: '(' }],
    ['properties', { properties: [] }],
    ['allOf', { allOf: {} }],
    ['items', { items: 'string' }],
    ['additionalProperties', { additionalProperties: 'false' }],
    ['exclusiveMinimum', { exclusiveMinimum: '1' }],
    ['uniqueItems', { uniqueItems: 'yes' }],
  ])('is left out and reported: %s of %j', async (keyword, schema) => {
    expect(await leftOut(schema)).toEqual([['openapi/schema-keyword', keyword]]);
    expect(await lowered(schema)).toEqual(
      keyword === 'type' && Array.isArray((schema as { type: unknown }).type) ? { type: 'string' } : {},
    );
  });

  it.each([
    [{ exclusiveMinimum: true, minimum: 0 }, { exclusiveMinimum: 0 }],
    [{ required: ['a', 'a'] }, { required: ['a'] }],
    [{ type: 'array' }, { type: 'array' }],
    [
      { format: 'frobnicated', minimum: 1, type: 'string' },
      { format: 'frobnicated', minimum: 1, type: 'string' },
    ],
    [{ 'x-anything': { $ref: '#/nowhere' }, xml: {} }, {}],
    [{ description: null, default: null }, { default: null }],
  ])('is read as it is meant: %j', async (schema, meant) => {
    expect(await lowered(schema, '3.1.0')).toEqual(meant);
    expect(await leftOut(schema, '3.1.0')).toEqual([]);
  });

  it('may be no schema at all', async () => {
    expect(await leftOut({ properties: { a: 'string' } })).toEqual([['openapi/misplaced', 'a']]);
    expect(await lowered({ properties: { a: 'string' } })).toEqual({ properties: { a: true } });
  });

  it('may be nested without end', async () => {
    let schema: object = {};
    for (let depth = 0; depth < 3000; depth += 1) schema = { items: schema };
    expect(await leftOut(schema)).toEqual([['openapi/misplaced', 'items']]);
  });

  it('may call its properties as it likes', async () => {
    const text =
      '{"properties": {"$ref": {"type": "string"}, "default": {"$ref": "#/components/schemas/B"}, "__proto__": {"type": "null"}}}';
    const components = { schemas: { B: { type: 'string' } } };
    const schema = answerOf(await described(answering(JSON.parse(text), { components })));
    expect(JSON.stringify(schema)).toBe(
      '{"properties":{"$ref":{"type":"string"},"default":{"$ref":"#/$defs/B"},"__proto__":{"type":"null"}}}',
    );
  });

  it('leaves references in data alone', async () => {
    const data = { $ref: 'https://example.com/x.json' };
    const schema = { example: data, default: data, enum: [data] };
    const result = await described(answering(schema, { version: '3.0.0' }));
    expect(answerOf(result)).toEqual({ examples: [data], default: data, enum: [data] });
    expect(result.codes).toEqual([]);
  });
});

const namesOf = async (refs: readonly string[]) => {
  const components = { schemas: { 'A B': {}, 'A.B': {}, 'A/B': {} } };
  const { api } = await described(answering({ anyOf: refs.map(($ref) => ({ $ref })) }, { components }));
  return Object.entries(api.schemaPlaces)
    .map(([name, { pointer }]) => `${name} ${pointer}`)
    .toSorted();
};

describe('named schemas', () => {
  it('are those that something refers to, at their places', async () => {
    const schemas = { 'A B': { type: 'string' }, 'A-B': { type: 'null' }, Unused: {} };
    const schema = { anyOf: [{ $ref: '#/components/schemas/A%20B' }, { $ref: '#/components/schemas/A-B' }] };
    const { api } = await described(answering(schema, { components: { schemas } }));
    const names = Object.keys(api.schemas);
    expect(names).toHaveLength(2);
    expect(names.every((name) => /^A-B(-[0-9a-f]{6})?$/.test(name))).toBe(true);
    expect(
      Object.values(api.schemaPlaces)
        .map(({ pointer }) => pointer)
        .toSorted(),
    ).toEqual(['/components/schemas/A B', '/components/schemas/A-B']);
  });

  it('have the same names in any order', async () => {
    const refs = ['A%20B', 'A.B', 'A~1B'].map((name) => `#/components/schemas/${name}`);
    expect(await namesOf(refs)).toEqual(await namesOf(refs.toReversed()));
  });

  it('may be anything that can be pointed at', async () => {
    const components = {
      schemas: { Book: { properties: { id: { type: 'string' } } } },
      parameters: { Id: { name: 'id', in: 'query', schema: { type: 'integer' } } },
    };
    const schema = {
      anyOf: [
        { $ref: '#/components/schemas/Book/properties/id' },
        { $ref: '#/components/parameters/Id/schema' },
      ],
    };
    const { api } = await described(answering(schema, { components }));
    expect(api.schemas).toEqual({ 'Book.id': { type: 'string' }, 'Id.schema': { type: 'integer' } });
  });
});

describe('discriminators', () => {
  const pets = {
    Cat: { type: 'object' },
    Dog: { type: 'object' },
  };

  it('name their branches by component, or by what the mapping says', async () => {
    const oneOf = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];
    const discriminator = {
      propertyName: 'kind',
      mapping: { wuff: 'Dog', woof: '#/components/schemas/Dog' },
    };
    const schema = answerOf(
      await described(answering({ oneOf, discriminator }, { components: { schemas: pets } })),
    );
    expect(schema).toMatchObject({
      discriminator: {
        propertyName: 'kind',
        mapping: { Cat: '#/$defs/Cat', wuff: '#/$defs/Dog', woof: '#/$defs/Dog' },
      },
    });
  });

  it('know the heirs of a base', async () => {
    const definitions = {
      Pet: { type: 'object', discriminator: 'kind' },
      Cat: { allOf: [{ $ref: '#/definitions/Pet' }] },
      Lion: { allOf: [{ $ref: '#/definitions/Cat' }] },
    };
    const responses = { 200: { description: '', schema: { $ref: '#/definitions/Pet' } } };
    const { api } = await described({
      swagger: '2.0',
      info: {},
      paths: { '/pets': { get: { responses } } },
      definitions,
    });
    expect(api.schemas['Pet']).toEqual({
      type: 'object',
      discriminator: { propertyName: 'kind', mapping: { Cat: '#/$defs/Cat', Lion: '#/$defs/Lion' } },
    });
    expect(Object.keys(api.schemas)).toEqual(['Cat', 'Lion', 'Pet']);
  });

  it('report a mapping that leads nowhere', async () => {
    const schema = { discriminator: { propertyName: 'kind', mapping: { a: 'Nobody' } } };
    expect((await described(contract({ paths: {}, components: {} }))).codes).toEqual([]);
    expect((await described(answering(schema))).codes).toEqual(['openapi/broken-reference']);
  });
});
