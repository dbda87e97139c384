import { describe, expect, it } from 'vitest';
import { contract, described, only, operating } from './describing.ts';

describe('bodies and answers', () => {
  it('have media types, examples and encodings', async () => {
    const content = {
      'application/json': { schema: { type: 'object' }, example: { a: 1 } },
      'multipart/form-data': { encoding: { a: { contentType: 'image/png' }, b: {} } },
      'text/plain': null,
    };
    const { body } = only(await operating({ requestBody: { required: true, content } }));
    expect(body?.required).toBe(true);
    expect(body?.contents).toMatchObject([
      {
        mediaType: 'application/json',
        schema: { type: 'object' },
        examples: [{ name: '', value: { a: 1 } }],
      },
      { mediaType: 'multipart/form-data', encoding: { a: { contentType: 'image/png' }, b: {} } },
      { mediaType: 'text/plain' },
    ]);
  });

  it('have statuses, headers and descriptions', async () => {
    const headers = { ETag: { required: true, schema: { type: 'string' } }, 'Content-Type': { schema: {} } };
    const result = await operating({
      responses: { 200: { description: 'ok', headers }, '4xx': {}, DEFAULT: {}, 'x-y': 1, ok: {} },
    });
    const { responses } = only(result);
    expect(responses.map(({ status }) => status)).toEqual(['200', '4XX', 'default']);
    expect(responses[0]?.headers).toMatchObject([
      { name: 'ETag', required: true, schema: { type: 'string' } },
    ]);
    expect(result.codes).toEqual(['openapi/misplaced']);
  });

  it('may be shared: a part that is referred to is read once', async () => {
    const components = {
      responses: {
        Bad: { description: 'bad', content: { 'application/json': { schema: { type: 'string' } } } },
      },
    };
    const get = {
      responses: { 400: { $ref: '#/components/responses/Bad' }, 401: { $ref: '#/components/responses/Bad' } },
    };
    const { responses } = only(await described(contract({ paths: { '/a': { get } }, components })));
    expect(responses[0]?.contents).toBe(responses[1]?.contents);
    expect(responses[0]?.place.pointer).toBe('/components/responses/Bad');
  });

  it('have links to operations, by id or by reference', async () => {
    const links = {
      byId: { operationId: 'getBook', parameters: { id: '$response.body#/id' } },
      byRef: { operationRef: '#/paths/~1books~1{id}/get', requestBody: 1 },
      broken: { operationId: 'nobody' },
      empty: {},
    };
    const paths = {
      '/books': { post: { responses: { 201: { description: '', links } } } },
      '/books/{id}': {
        get: { operationId: 'getBook', parameters: [{ name: 'id', in: 'path', schema: {} }], responses: {} },
      },
    };
    const { api, codes } = await described(contract({ paths }));
    expect(api.operations[0]?.responses[0]?.links).toMatchObject([
      { name: 'byId', operation: 'get-book', parameters: { id: '$response.body#/id' } },
      { name: 'byRef', operation: 'get-book', body: 1 },
    ]);
    expect(codes).toEqual(['openapi/broken-link', 'openapi/broken-link']);
  });
});
