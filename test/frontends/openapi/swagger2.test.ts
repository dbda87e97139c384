import { describe, expect, it } from 'vitest';
import { described, only } from './describing.ts';

const swagger = (operation: object, rest: object = {}) =>
  described({
    swagger: '2.0',
    info: { title: 'Books', version: '1' },
    paths: { '/books': { post: { responses: {}, ...operation } } },
    ...rest,
  });

describe('OpenAPI 2.0', () => {
  it('spells collections in words of its own', async () => {
    const formats = ['csv', 'ssv', 'tsv', 'pipes', 'multi', undefined];
    const parameters = formats.map((collectionFormat, index) => ({
      name: `p${index}`,
      in: 'query',
      type: 'array',
      items: { type: 'string' },
      ...(collectionFormat && { collectionFormat }),
    }));
    const { parameters: read } = only(
      await swagger({ parameters: [...parameters, { name: 'h', in: 'header', type: 'string' }] }),
    );
    expect(read.map(({ explode, style }) => `${style}${explode ? '*' : ''}`)).toEqual([
      'form',
      'spaceDelimited',
      'tabDelimited',
      'pipeDelimited',
      'form*',
      'form',
      'simple',
    ]);
    expect(read[0]?.schema).toEqual({ type: 'array', items: { type: 'string' } });
  });

  it('has parameters that are schemas, and says required of the parameter', async () => {
    const parameter = {
      name: 'a',
      in: 'query',
      required: true,
      type: 'integer',
      exclusiveMinimum: true,
      minimum: 0,
      'x-nullable': true,
      'x-example': 1,
    };
    const result = await swagger({ parameters: [parameter] });
    expect(result.codes).toEqual([]);
    expect(only(result).parameters).toMatchObject([
      {
        required: true,
        schema: { type: ['integer', 'null'], exclusiveMinimum: 0 },
        examples: [{ name: '', value: 1 }],
      },
    ]);
  });

  it('has a body for each media type that is consumed', async () => {
    const parameters = [{ name: 'book', in: 'body', required: true, schema: { type: 'object' } }];
    const { body, parameters: read } = only(
      await swagger({ parameters }, { consumes: ['application/json', 'application/xml'] }),
    );
    expect(read).toEqual([]);
    expect(body).toMatchObject({
      required: true,
      contents: [
        { mediaType: 'application/json', schema: { type: 'object' } },
        { mediaType: 'application/xml', schema: { type: 'object' } },
      ],
    });
    expect(only(await swagger({ parameters })).body?.contents.map(({ mediaType }) => mediaType)).toEqual([
      'application/json',
    ]);
  });

  it('has forms, and files in them', async () => {
    const field = { name: 'a', in: 'formData', type: 'string', required: true };
    const consumes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'application/json'];
    const form = only(await swagger({ parameters: [field], consumes })).body;
    expect(form?.contents.map(({ mediaType }) => mediaType)).toEqual([
      'multipart/form-data',
      'application/x-www-form-urlencoded',
    ]);
    const upload = only(
      await swagger({ parameters: [field, { name: 'f', in: 'formData', type: 'file' }], consumes }),
    ).body;
    expect(upload?.contents).toMatchObject([
      {
        mediaType: 'multipart/form-data',
        schema: {
          type: 'object',
          required: ['a'],
          properties: { a: { type: 'string' }, f: { type: 'string', contentEncoding: 'binary' } },
        },
      },
    ]);
  });

  it('has answers with examples by media type, and headers that are schemas', async () => {
    const response = {
      description: 'ok',
      schema: { $ref: '#/definitions/Book' },
      examples: { 'application/json': { $ref: 'data' } },
      headers: { ETag: { type: 'string', description: 'version' } },
    };
    const result = await swagger(
      { responses: { 200: response, 204: { description: 'nothing' } } },
      { produces: ['application/json', 'application/xml'], definitions: { Book: { type: 'object' } } },
    );
    expect(result.codes).toEqual([]);
    const [ok, nothing] = only(result).responses;
    expect(ok?.contents).toMatchObject([
      {
        mediaType: 'application/json',
        schema: { $ref: '#/$defs/Book' },
        examples: [{ name: '', value: { $ref: 'data' } }],
      },
      { mediaType: 'application/xml', examples: [] },
    ]);
    expect(ok?.headers).toMatchObject([{ name: 'ETag', required: false, schema: { type: 'string' } }]);
    expect(nothing?.contents).toEqual([]);
  });

  it('has security definitions', async () => {
    const securityDefinitions = {
      basic: { type: 'basic' },
      key: { type: 'apiKey', in: 'query', name: 'k' },
      oauth: { type: 'oauth2', flow: 'accessCode', tokenUrl: 't', scopes: { read: 'r' } },
    };
    const { api } = await swagger({ security: [{ oauth: ['read'] }] }, { securityDefinitions });
    expect(api.securitySchemes).toEqual({
      basic: { type: 'http', scheme: 'basic' },
      key: { type: 'apiKey', in: 'query', name: 'k' },
      oauth: { type: 'oauth2', flows: { authorizationCode: { tokenUrl: 't', scopes: { read: 'r' } } } },
    });
    expect(api.operations[0]?.security).toEqual([[{ scheme: 'oauth', scopes: ['read'] }]]);
  });

  it('has parameters and answers that are shared', async () => {
    const result = await swagger(
      { parameters: [{ $ref: '#/parameters/Page' }], responses: { 404: { $ref: '#/responses/Missing' } } },
      {
        parameters: { Page: { name: 'page', in: 'query', type: 'integer' } },
        responses: { Missing: { description: 'no' } },
      },
    );
    expect(result.codes).toEqual([]);
    expect(only(result)).toMatchObject({
      parameters: [{ name: 'page' }],
      responses: [{ status: '404', description: 'no' }],
    });
  });
});
