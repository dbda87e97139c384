import { expect, it } from 'vitest';
import type { Person } from '../../src/api/people.ts';
import { credentialTemplate } from '../../src/api/credential-template.ts';
import { contract } from '../contract.ts';

async function template(description: string, people: readonly Person[] = []) {
  const { api, operation } = await contract(
    "/log-in:\n  post: { operationId: logIn, responses: { '200': { description: In } } }",
  );
  const scheme = { type: 'apiKey', in: 'header', name: 'Authorization', description } as const;
  return credentialTemplate(scheme, operation('log-in'), { ...api, people });
}

it.each([
  ['Token xxxxxx.yyyyyyy.zzzzzz', 'Token {token}'],
  ['A JWT is made. The format must be:\n\n    Token xxxxxx.yyyyyyy.zzzzzz', 'Token {token}'],
  ['Example: "Authorization: Bearer {token}"', 'Bearer {token}'],
  ['As in `ApiKey abc`', 'ApiKey {token}'],
  ['The key, prefixed with Token', 'Token {token}'],
  ['Bearer <your key>', 'Bearer {token}'],
])('reads the word before a credential: %s', async (description, expected) => {
  expect(await template(description)).toEqual({ template: expected, isSure: true });
});

it.each(['Token that POST /log-in has given', 'The JWT of a log-in'])(
  'is not sure where the word may be the credential itself: %s',
  async (description) => expect(await template(description)).toMatchObject({ isSure: false }),
);

it('knows none where prose says nothing of it', async () => {
  expect(await template('What a log-in gives')).toBeUndefined();
});

it('believes an auth file more than prose', async () => {
  const person = (sent: string): Person => ({
    name: 'ada',
    headers: [],
    document: 'auth.yaml',
    logIn: {
      method: 'POST',
      url: '/log-in',
      headers: [],
      mediaType: 'application/json',
      credential: { in: 'body', at: '/t' },
      send: { in: 'header', name: 'authorization', template: sent },
    },
  });
  expect(await template('Token xxx', [person('JWT {token}')])).toEqual({
    template: 'JWT {token}',
    isSure: true,
  });
  expect(await template('Token xxx', [person('{token}')])).toBeUndefined();
});
