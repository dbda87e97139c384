import { describe, expect, it } from 'vitest';
import { answering, answerOf, contract, described, describedFiles, only } from './describing.ts';

const listing = (responses: object, rest: object = {}) =>
  contract({ paths: { '/books': { get: { responses } } }, ...rest });
const json = (schema: unknown) => ({ description: 'ok', content: { 'application/json': { schema } } });

describe('references to other documents', () => {
  it('are followed, from each document as it stands', async () => {
    const { api, codes } = await describedFiles({
      'openapi.json': listing({ 200: { $ref: 'parts/answers.json#/Books' } }),
      'parts/answers.json': { Books: json({ items: { $ref: './book.yaml' } }) },
      'parts/book.yaml': 'properties: { author: { $ref: "../people.json#/definitions/Author" } }',
      'people.json': { definitions: { Author: { type: 'string' } } },
    });
    expect(codes).toEqual([]);
    expect(api.operations[0]?.responses[0]?.contents[0]?.schema).toEqual({ items: { $ref: '#/$defs/book' } });
    expect(api.schemas).toEqual({
      Author: { type: 'string' },
      book: { properties: { author: { $ref: '#/$defs/Author' } } },
    });
    expect(api.schemaPlaces['book']?.document.endsWith('parts/book.yaml')).toBe(true);
  });

  it('may go round in circles', async () => {
    const { api, codes } = await describedFiles({
      'openapi.json': listing({ 200: json({ $ref: 'a.json' }) }),
      'a.json': { properties: { b: { $ref: 'b.json' } } },
      'b.json': { properties: { a: { $ref: 'a.json' } } },
    });
    expect(codes).toEqual([]);
    expect(api.schemas).toEqual({
      a: { properties: { b: { $ref: '#/$defs/b' } } },
      b: { properties: { a: { $ref: '#/$defs/a' } } },
    });
  });

  it('give schemas of one name two names', async () => {
    const refs = [{ $ref: 'a.json#/Book' }, { $ref: 'b.json#/Book' }, { $ref: '#/components/schemas/Book' }];
    const { api } = await describedFiles({
      'openapi.json': listing(
        { 200: json({ anyOf: refs }) },
        { components: { schemas: { Book: { const: 'main' } } } },
      ),
      'a.json': { Book: { const: 'a' } },
      'b.json': { Book: { const: 'b' } },
    });
    expect(api.schemas['Book']).toEqual({ const: 'main' });
    expect(Object.keys(api.schemas)).toHaveLength(3);
  });

  it('do not leave the folder without leave', async () => {
    const files = {
      'api/openapi.json': listing({ 200: json({ $ref: '../secret.json' }) }),
      'secret.json': { const: 'secret' },
    };
    const refused = await describedFiles(files);
    expect(refused.problems).toMatchObject([
      {
        code: 'openapi/reference-outside',
        place: { pointer: '/paths/~1books/get/responses/200/content/application~1json/schema' },
      },
    ]);
    expect(Object.values(refused.api.schemas)).toEqual([true]);
    expect(refused.api.gaps).toMatchObject([{ code: 'unreadable-schema' }]);
    const allowed = await describedFiles(files, { allowOutside: true });
    expect(allowed.api.schemas).toEqual({ secret: { const: 'secret' } });
  });

  it('do not go to the network without leave', async () => {
    const { codes } = await described(answering({ $ref: 'http://127.0.0.1:9/book.json' }));
    expect(codes).toEqual(['openapi/reference-network']);
  });

  it('may lead to what is not there, or is no document', async () => {
    const { problems } = await describedFiles({
      'openapi.json': listing({
        200: json({ anyOf: [{ $ref: 'none.json' }, { $ref: 'bad.json' }, { $ref: 'ftp://x/y' }] }),
      }),
      'bad.json': '{"a": ',
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'The reference none.json leads nowhere: there is no such file.',
      expect.stringContaining('line 1') as string,
      'The reference ftp://x/y leads nowhere: itc does not read ftp: URLs.',
    ]);
  });
});

describe('broken references', () => {
  it('in a schema cost the schema, and are a gap of every operation that uses it', async () => {
    const schemas = { Book: { properties: { author: { $ref: '#/components/schemas/Author' } } } };
    const responses = { 200: json({ $ref: '#/components/schemas/Book' }) };
    const paths = { '/books': { get: { responses } }, '/others': { get: { responses: {} } } };
    const { api, problems } = await described(contract({ paths, components: { schemas } }));
    expect(problems).toMatchObject([
      { code: 'openapi/broken-reference', place: { pointer: '/components/schemas/Book/properties/author' } },
    ]);
    expect(api.schemas).toEqual({
      Book: { properties: { author: { $ref: '#/$defs/Book.author' } } },
      'Book.author': true,
    });
    expect(api.operations).toHaveLength(2);
    expect(api.gaps).toMatchObject([{ code: 'unreadable-schema', place: { pointer: '/paths/~1books/get' } }]);
  });

  it('in anything else cost the operation, and no other', async () => {
    const parameters = [{ $ref: '#/components/parameters/None' }];
    const paths = { '/books': { get: { parameters, responses: {} }, post: { responses: {} } } };
    const { api, codes } = await described(contract({ paths }));
    expect(codes).toEqual(['openapi/broken-reference']);
    expect(api.operations.map(({ key }) => key)).toEqual(['post-books']);
    expect(api.gaps).toMatchObject([
      { code: 'unreadable-operation', place: { pointer: '/paths/~1books/get' } },
    ]);
  });

  it('behind a shared part cost each operation that shares it', async () => {
    const components = {
      responses: {
        Bad: { content: { 'a/b': { $ref: '#/no' } } },
        Worse: { $ref: '#/components/responses/Bad' },
      },
    };
    const get = { responses: { 400: { $ref: '#/components/responses/Worse' } } };
    const { api } = await described(contract({ paths: { '/a': { get }, '/b': { get } }, components }));
    expect(api.operations).toEqual([]);
    expect(api.gaps).toHaveLength(2);
  });

  it('of a path item cost its operations', async () => {
    const { api } = await described(
      contract({ paths: { '/a': { $ref: '#/no' }, '/b': { get: { responses: {} } } } }),
    );
    expect(api.operations.map(({ key }) => key)).toEqual(['get-b']);
    expect(api.gaps).toMatchObject([{ code: 'unreadable-path' }]);
  });
});

describe('loops', () => {
  it('that go through a value are normal', async () => {
    const schemas = { Node: { properties: { next: { $ref: '#/components/schemas/Node' } } } };
    const result = await described(
      answering({ $ref: '#/components/schemas/Node' }, { components: { schemas } }),
    );
    expect(result.codes).toEqual([]);
    expect(result.api.schemas).toEqual({ Node: { properties: { next: { $ref: '#/$defs/Node' } } } });
  });

  it('of references alone say nothing, and are reported', async () => {
    const schemas = { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } };
    const result = await described(
      answering({ $ref: '#/components/schemas/A' }, { components: { schemas } }),
    );
    expect(result.codes).toEqual(['openapi/reference-loop']);
    expect(result.api.schemas).toEqual({ A: { $ref: '#/$defs/B' }, B: true });
    expect(result.api.gaps).toMatchObject([{ code: 'unreadable-schema' }]);
  });

  it('through allOf and anyOf are opened', async () => {
    const schemas = {
      A: { allOf: [{ $ref: '#/components/schemas/A' }, { type: 'object' }] },
      B: { anyOf: [{ $ref: '#/components/schemas/B' }, { type: 'string' }] },
    };
    const schema = {
      properties: { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/B' } },
    };
    const result = await described(answering(schema, { components: { schemas } }));
    expect(result.codes).toEqual(['openapi/reference-loop', 'openapi/reference-loop']);
    expect(result.api.schemas).toEqual({
      A: { allOf: [true, { type: 'object' }] },
      B: { anyOf: [{ type: 'string' }] },
    });
  });

  it('between a base and its kinds are an idiom: the kind keeps what the base says', async () => {
    const schemas = {
      Pet: {
        required: ['kind'],
        oneOf: [{ $ref: '#/components/schemas/Cat' }],
        discriminator: { propertyName: 'kind' },
      },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'object' }] },
    };
    const result = await described(
      answering({ $ref: '#/components/schemas/Pet' }, { components: { schemas } }),
    );
    expect(result.codes).toEqual([]);
    expect(result.api.schemas).toMatchObject({
      Cat: { allOf: [{ required: ['kind'] }, { type: 'object' }] },
      Pet: { required: ['kind'], oneOf: [{ $ref: '#/$defs/Cat' }] },
    });
  });

  it('of parts that are no schemas cost the operation', async () => {
    const components = {
      responses: { A: { $ref: '#/components/responses/B' }, B: { $ref: '#/components/responses/A' } },
    };
    const paths = { '/a': { get: { responses: { 200: { $ref: '#/components/responses/A' } } } } };
    const { api, codes } = await described(contract({ paths, components }));
    expect(codes).toEqual(['openapi/reference-loop']);
    expect(api.gaps).toHaveLength(1);
  });
});

describe('references within one document', () => {
  it('may go through other references, and be percent-encoded', async () => {
    const components = {
      parameters: {
        Id: { $ref: '#/components/parameters/The~0%20Id' },
        'The~ Id': { name: 'id', in: 'query', schema: { type: 'integer' } },
      },
    };
    const result = await described(answering({ $ref: '#/components/parameters/Id/schema' }, { components }));
    expect(result.codes).toEqual([]);
    expect(Object.values(result.api.schemas)).toEqual([{ type: 'integer' }]);
    expect(answerOf(result)).toMatchObject({ $ref: expect.stringMatching(/^#\/\$defs\/[\w.-]+$/) as string });
  });

  it('lead to path items, with what stands beside them', async () => {
    const item = { get: { responses: {} }, parameters: [{ name: 'q', in: 'query', schema: {} }] };
    const paths = { '/a': { $ref: '#/components/pathItems/A', summary: 'beside' } };
    const operation = only(await described(contract({ paths, components: { pathItems: { A: item } } })));
    expect(operation).toMatchObject({
      key: 'get-a',
      summary: 'beside',
      place: { pointer: '/components/pathItems/A/get' },
    });
    expect(operation.parameters).toHaveLength(1);
  });
});
