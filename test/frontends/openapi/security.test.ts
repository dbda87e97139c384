import { describe, expect, it } from 'vitest';
import { contract, described, only } from './describing.ts';

describe('security', () => {
  const components = {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'Bearer' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      flow: { type: 'oauth2', flows: { implicit: { scopes: {} } } },
      id: { type: 'openIdConnect', openIdConnectUrl: 'https://example.com' },
      tls: { $ref: '#/components/securitySchemes/mutual' },
      mutual: { type: 'mutualTLS' },
      odd: { type: 'magic' },
    },
  };

  it('has schemes', async () => {
    const { api, codes } = await described(contract({ paths: {}, components }));
    expect(api.securitySchemes).toEqual({
      bearer: { type: 'http', scheme: 'bearer' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      flow: { type: 'oauth2', flows: { implicit: { scopes: {} } } },
      id: { type: 'openIdConnect', url: 'https://example.com' },
      tls: { type: 'mutualTLS' },
      mutual: { type: 'mutualTLS' },
    });
    expect(codes).toEqual(['openapi/misplaced']);
  });

  it('is the operation’s, or else the description’s', async () => {
    const item = {
      get: { responses: {} },
      put: { security: [], responses: {} },
      post: { security: [{ bearer: ['a'], key: [] }, {}], responses: {} },
    };
    const { api } = await described(contract({ security: [{ key: [] }], paths: { '/a': item }, components }));
    expect(api.operations.map(({ method, security }) => [method, security])).toEqual([
      ['GET', [[{ scheme: 'key', scopes: [] }]]],
      ['PUT', []],
      [
        'POST',
        [
          [
            { scheme: 'bearer', scopes: ['a'] },
            { scheme: 'key', scopes: [] },
          ],
          [],
        ],
      ],
    ]);
  });

  it('that is not declared is reported', async () => {
    const result = await described(
      contract({ security: [{ nobody: [] }], paths: { '/a': { get: { responses: {} } } } }),
    );
    expect(result.codes).toEqual(['openapi/unknown-security-scheme']);
    expect(only(result).security).toEqual([]);
  });
});
