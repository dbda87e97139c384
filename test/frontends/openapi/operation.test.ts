import { describe, expect, it } from 'vitest';
import { contract, described, only, operating } from './describing.ts';

describe('an operation', () => {
  it('says who it is', async () => {
    const operation = only(
      await operating({
        operationId: 'listBooks',
        tags: ['Books'],
        summary: 's',
        description: 'd',
        deprecated: true,
        'x-a': { $ref: '#' },
      }),
    );
    expect(operation).toMatchObject({
      key: 'list-books',
      name: ['list', 'books'],
      operationId: 'listBooks',
      method: 'GET',
      path: '/books',
      tags: ['Books'],
      summary: 's',
      description: 'd',
      deprecated: true,
      extensions: { 'x-a': { $ref: '#' } },
      place: { document: 'openapi.yaml', pointer: '/paths/~1books/get' },
    });
  });

  it('that is none is a gap, and costs no other', async () => {
    const { api, codes } = await described(
      contract({ paths: { '/a': { get: 'x', post: { responses: {} } }, b: {}, '/c#d': {} } }),
    );
    expect(api.operations.map(({ key }) => key)).toEqual(['post-a']);
    expect(codes).toEqual(['openapi/misplaced', 'openapi/misplaced', 'openapi/misplaced']);
    expect(api.gaps.map(({ code }) => code)).toEqual([
      'unreadable-operation',
      'misplaced-path',
      'misplaced-path',
    ]);
  });

  it('that is served elsewhere is a gap', async () => {
    const servers = [{ url: 'https://uploads.example.com' }];
    const paths = { '/a': { post: { servers, responses: {} }, get: { responses: {} } } };
    const { api } = await described(contract({ servers: [{ url: 'https://example.com' }], paths }));
    expect(api.operations.map(({ key }) => key)).toEqual(['get-a']);
    expect(api.gaps).toMatchObject([{ code: 'other-server' }]);
  });

  it('that shares its operationId is named after its path', async () => {
    const get = { operationId: 'list', responses: {} };
    const { api, problems } = await described(contract({ paths: { '/a': { get }, '/b': { get } } }));
    expect(api.operations.map(({ key }) => key)).toEqual(['get-a', 'get-b']);
    expect(problems).toMatchObject([
      { code: 'openapi/duplicate-operation-id', place: { pointer: '/paths/~1a/get/operationId' } },
      { code: 'openapi/duplicate-operation-id' },
    ]);
  });
});
