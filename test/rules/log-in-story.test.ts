import { describe, expect, it } from 'vitest';
import { logInStory } from '../../src/rules/log-in-story.ts';
import { contract } from '../contract.ts';

const json = (schema: string) => `content: { application/json: { schema: ${schema} } }`;
const credentials = `{ type: object, required: [email, password], properties: { email: { type: string, format: email }, password: { type: string } } }`;

const shop = (how: {
  readonly register?: boolean;
  readonly answer?: string;
  readonly logOut?: string;
  readonly list?: string;
  readonly scheme?: string;
  readonly headers?: string;
}) =>
  contract(`
${
  how.register
    ? `/people:
  post:
    operationId: register
    requestBody: { required: true, ${json(credentials)} }
    responses: { '201': { description: Person, ${json('{ type: object, required: [id], properties: { id: { type: string } } }')} } }
/people/{personId}:
  get:
    operationId: readPerson
    security: [{ token: [] }]
    parameters: [{ name: personId, in: path, required: true, schema: { type: string } }]
    responses: { '200': { description: Person } }`
    : ''
}
/log-in:
  post:
    operationId: logIn
    requestBody: { required: true, ${json(credentials)} }
    responses:
      '200': { description: In, ${how.headers ?? ''} ${how.answer ?? json('{ type: object, required: [token], properties: { token: { type: string } } }')} }
      '401': { description: Out }
${how.logOut ?? ''}
/things:
  get:
    operationId: listThings
    security: ${how.list ?? '[{ token: [] }]'}
    responses: { '200': { description: Things }, '401': { description: Who? } }
components:
  securitySchemes: { token: ${how.scheme ?? '{ type: http, scheme: bearer }'} }
`);

const logOut = (more: string) => `/log-out:
  post:
    operationId: logOut
    ${more}
    security: [{ token: [] }]
    responses: { '204': { description: Out } }`;

describe('logInStory', () => {
  it('logs in, and is let in', async () => {
    const api = await shop({});
    expect(api.cases(logInStory)).toEqual(['log-in logs in and is let in']);
    expect(api.drafts(logInStory)).toMatchObject([
      {
        kind: 'log-in',
        strength: 'convention',
        steps: [
          { call: { operation: 'log-in' }, save: ['logged', 'in'] },
          {
            call: {
              operation: 'list-things',
              as: 'anonymous',
              credentials: { kind: 'held', values: { token: { of: 'saved', pointer: '/token' } } },
            },
          },
        ],
      },
    ]);
  });

  it('registers somebody new where the contract tells how', async () => {
    const api = await shop({ register: true });
    expect(api.cases(logInStory)).toEqual(['log-in registers, logs in and is let in']);
    expect(api.drafts(logInStory)).toMatchObject([
      {
        given: [{ name: ['email'], value: { kind: 'unique' } }],
        steps: [
          { call: { operation: 'register' } },
          {
            call: {
              body: { value: { members: { email: { kind: 'given' }, password: { kind: 'literal' } } } },
            },
          },
          { call: { operation: 'list-things' } },
        ],
      },
    ]);
  });

  it('is refused after the log-out where that is told to end the token', async () => {
    const api = await shop({ logOut: logOut('description: Revokes the token.') });
    expect(api.cases(logInStory)).toEqual(['log-in logs in, is let in, logs out and is refused']);
  });

  it('leaves a gap where a token may outlive the log-out', async () => {
    const api = await shop({ logOut: logOut('') });
    expect(api.cases(logInStory)).toEqual(['log-in logs in, is let in and logs out']);
    expect(api.drafts(logInStory)).toContainEqual(expect.objectContaining({ code: 'may-outlive' }));
  });

  it('asks for nothing that wants a scope of its own', async () => {
    const api = await shop({ list: '[{ token: [admin] }]' });
    expect(api.drafts(logInStory)).toMatchObject([{ draft: 'case' }]);
    const two = await shop({ list: '[{ token: [admin, keeper] }]' });
    expect(two.drafts(logInStory)).toMatchObject([{ draft: 'gap', code: 'no-request' }]);
  });

  it('keeps the cookie that a log-in sets, and sends it back', async () => {
    const api = await shop({
      scheme: '{ type: apiKey, in: cookie, name: session }',
      headers: 'headers: { Set-Cookie: { schema: { type: string } } },',
      answer: 'content: {}',
      logOut: logOut('description: Ends the session.'),
    });
    expect(api.cases(logInStory)).toEqual(['log-in logs in, is let in, logs out and is refused']);
    const token = { kind: 'part', of: 'saved', in: 'cookie', name: ['logged', 'in'], cookie: 'session' };
    const held = { as: 'anonymous', credentials: { kind: 'held', values: { token } } };
    expect(api.drafts(logInStory)).toMatchObject([
      { steps: [{ save: ['logged', 'in'] }, { call: held }, { call: held }, { call: held }] },
    ]);
  });

  it.each([
    ['Token xxxxxx.yyyyyy', 'Token '],
    ['A JWT token is made at the log-in. The header is    Token xxx.yyy.zzz', 'Token '],
    ['As in `Authorization: Bearer abc`', 'Bearer '],
    ['Bearer {token}', 'Bearer '],
    ['The key, with the word Token before it', 'Token '],
  ])('sends a credential behind the word of %s', async (description, word) => {
    const api = await shop({
      scheme: `{ type: apiKey, in: header, name: Authorization, description: "${description}" }`,
    });
    expect(api.drafts(logInStory)).toMatchObject([
      {
        steps: [
          { save: ['logged', 'in'] },
          {
            call: {
              credentials: {
                values: {
                  token: { kind: 'text', parts: [{ json: word }, { kind: 'part', pointer: '/token' }] },
                },
              },
            },
          },
        ],
      },
    ]);
  });

  it.each(['Token of the log-in', 'A JWT'])(
    'leaves a gap where a word may be the credential itself: %s',
    async (description) => {
      const api = await shop({
        scheme: `{ type: apiKey, in: header, name: Authorization, description: "${description}" }`,
      });
      expect(api.drafts(logInStory)).toMatchObject([{ draft: 'gap', code: 'template' }]);
    },
  );
});
