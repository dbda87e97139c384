import { describe, expect, it } from 'vitest';
import { findLogIns } from '../../src/api/log-ins.ts';
import { findResources } from '../../src/api/resources.ts';
import { contract } from '../contract.ts';

const json = (schema: string) => `content: { application/json: { schema: ${schema} } }`;
const credentials = `{ type: object, required: [email, password], properties: { email: { type: string }, password: { type: string } } }`;
const token = json('{ type: object, properties: { token: { type: string } } }');

async function logIns(how: {
  readonly answer?: string;
  readonly schemes?: string;
  readonly more?: string;
  readonly path?: string;
}) {
  const { api } = await contract(`
${how.path ?? '/sessions'}:
  post:
    operationId: logIn
    requestBody: { required: true, ${json(credentials)} }
    responses:
      '201': { description: In, ${how.answer ?? token} }
      '401': { description: Out }
${how.more ?? ''}
components:
  securitySchemes: ${how.schemes ?? '{ bearer: { type: http, scheme: bearer } }'}
`);
  return findLogIns(api, findResources(api));
}

describe('a log-in', () => {
  it.each([
    ['{ type: object, properties: { id: { type: string }, accessToken: { type: string } } }', '/accessToken'],
    [
      '{ type: object, properties: { user: { type: object, properties: { token: { type: string } } } } }',
      '/user/token',
    ],
    ['{ type: object, properties: { expires: { type: string }, jwt: { type: string } } }', '/jwt'],
  ])('gives a token: %s', async (schema, at) => {
    expect(await logIns({ answer: json(schema) })).toMatchObject([
      { schemes: ['bearer'], credential: { in: 'body', at } },
    ]);
  });

  it('gives a header, or a cookie that a scheme takes', async () => {
    const header = 'headers: { X-Auth-Token: { schema: { type: string } } }';
    expect(await logIns({ answer: header })).toMatchObject([
      { credential: { in: 'header', at: 'X-Auth-Token' } },
    ]);
    const cookie = 'headers: { Set-Cookie: { schema: { type: string } } }';
    const schemes = '{ session: { type: apiKey, in: cookie, name: sid } }';
    expect(await logIns({ answer: cookie, schemes })).toMatchObject([
      { schemes: ['session'], credential: { in: 'cookie', at: 'sid' } },
    ]);
  });

  it('serves no key that somebody was given for good', async () => {
    const schemes = '{ key: { type: apiKey, in: header, name: X-API-Key } }';
    expect(await logIns({ schemes })).toEqual([]);
  });

  it('says which word stands in front of a key in the header Authorization', async () => {
    const schemes =
      '{ key: { type: apiKey, in: header, name: Authorization, description: "`Token jwt.goes.here`" } }';
    expect(await logIns({ schemes })).toMatchObject([
      { template: { template: 'Token {token}', isSure: true } },
    ]);
  });

  it('is ended by the deletion of what it made, or by an operation that is called so', async () => {
    const id = '{ name: sessionId, in: path, required: true, schema: { type: string } }';
    const remove = `/sessions/{sessionId}:
  delete: { operationId: endSession, parameters: [${id}], responses: { '204': { description: Out } } }`;
    const answer = json('{ type: object, properties: { id: { type: string }, token: { type: string } } }');
    expect(await logIns({ more: remove, answer })).toMatchObject([
      {
        logOut: { operation: { key: 'end-session' }, parameters: { sessionId: '/id' }, endsCredential: true },
      },
    ]);
    const post = `/auth/logout:
  post: { operationId: bye, responses: { '204': { description: Out } } }`;
    expect(await logIns({ more: post })).toMatchObject([
      { logOut: { operation: { key: 'bye' }, parameters: {}, endsCredential: false } },
    ]);
  });

  it('knows where people register: an open create with the same members', async () => {
    const people = (security: string) => `/people:
  post:
    operationId: register
    security: ${security}
    requestBody: { required: true, ${json(credentials)} }
    responses: { '201': { description: Person } }
/people/{personId}:
  get: { operationId: readPerson, parameters: [{ name: personId, in: path, required: true, schema: { type: string } }], responses: { '200': { description: Person } } }`;
    expect(await logIns({ more: people('[]') })).toMatchObject([{ register: { key: 'register' } }]);
    const [closed] = await logIns({ more: people('[{ bearer: [] }]') });
    expect(closed?.register).toBeUndefined();
  });
});
