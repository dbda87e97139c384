import { describe, expect, it } from 'vitest';
import { contract, described, only } from './describing.ts';

const header = (more: object = {}) => ({
  name: 'Authorization',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  ...more,
});
const bearer = {
  bearer: { type: 'http', scheme: 'bearer' },
  key: { type: 'apiKey', in: 'query', name: 'key' },
};
const reading = (parameter: object, more: object = {}, securitySchemes: object = bearer) =>
  described(
    contract({
      paths: { '/things': { get: { parameters: [parameter], responses: {}, ...more } } },
      components: { securitySchemes },
    }),
  );
const ways = async (parameter: object, more: object = {}) => {
  return only(await reading(parameter, more)).security.map((way) => way.map(({ scheme }) => scheme));
};

describe('the header Authorization as a parameter', () => {
  it('is a credential that the setup file gives as a whole, and no parameter', async () => {
    const found = await reading(header({ description: 'The token.' }));
    const { api, problems } = found;
    expect(api.securitySchemes['Authorization']).toEqual({
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: 'The token.',
    });
    expect(only(found).parameters).toEqual([]);
    expect(only(found).security).toMatchObject([
      [{ scheme: 'Authorization', parameter: { pointer: expect.any(String) } }],
    ]);
    expect(problems).toMatchObject([
      {
        code: 'openapi/authorization-parameter',
        severity: 'info',
        place: { pointer: '/paths/~1things/get/parameters/0' },
      },
    ]);
  });

  it('is one for each word that goes before it', async () => {
    expect(await ways(header({ description: 'Bearer token' }))).toEqual([['AuthorizationBearer']]);
    expect(await ways(header({ schema: { type: 'string', pattern: '^Basic .+' } }))).toEqual([
      ['AuthorizationBasic'],
    ]);
    expect(await ways(header({ description: 'Basic or Bearer' }))).toEqual([['Authorization']]);
    const { api } = await reading(header({ example: 'Bearer abc' }));
    expect(api.securitySchemes['AuthorizationBearer']).toMatchObject({
      description: 'the word Bearer, and the credential',
    });
  });

  it('is asked for beside a scheme that travels elsewhere, and not beside one that travels there', async () => {
    expect(await ways(header(), { security: [{ key: [] }] })).toEqual([['key', 'Authorization']]);
    expect(await ways(header(), { security: [{ bearer: [] }] })).toEqual([['bearer']]);
    const own = { token: { type: 'apiKey', in: 'header', name: 'authorization' } };
    const { api, codes } = await reading(header(), { security: [{ token: [] }] }, own);
    expect(Object.keys(api.securitySchemes)).toEqual(['token']);
    expect(codes).toEqual([]);
  });

  it('lets everybody in where it is not required', async () => {
    expect(await ways(header({ required: false }))).toEqual([['Authorization'], []]);
  });

  it('keeps out of the way of a scheme of its name', async () => {
    const found = await reading(header(), {}, { Authorization: { type: 'apiKey', in: 'query', name: 'a' } });
    expect(only(found).security).toMatchObject([[{ scheme: 'AuthorizationHeader' }]]);
  });

  it('is the same in 2.0, where Accept and Content-Type are none of the values that are made, either', async () => {
    const found = await described({
      swagger: '2.0',
      info: { title: 'Things', version: '1' },
      paths: {
        '/things': {
          get: {
            parameters: ['Authorization', 'Accept', 'content-type'].map((name) => ({
              name,
              in: 'header',
              required: true,
              type: 'string',
            })),
            responses: {},
          },
        },
      },
    });
    expect(only(found).parameters).toEqual([]);
    expect(Object.keys(found.api.securitySchemes)).toEqual(['Authorization']);
  });
});
