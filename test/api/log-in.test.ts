import { expect, it } from 'vitest';
import { isLogIn } from '../../src/api/log-in.ts';
import { contract } from '../contract.ts';

const open = async (members: string, responses: string) => {
  const { api, operation } = await contract(`
/token:
  post:
    operationId: token
    requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { ${members} } } } } }
    responses: { ${responses} }
`);
  return isLogIn(operation('token'), api.schemas);
};
const ok = `'200': { description: In. }`;
const refused = `'401': { description: Out. }`;

it('takes a secret and may answer 401', async () => {
  expect(await open('email: {}, password: {}', `${ok}, ${refused}`)).toBe(true);
  expect(await open('email: {}', `${ok}, ${refused}`)).toBe(false);
});

it('is no registration, which takes a secret, too', async () => {
  expect(await open('email: {}, password: {}', ok)).toBe(false);
});

it('is a password grant, whatever it declares', async () => {
  expect(await open('grant_type: {}, username: {}, password: {}', ok)).toBe(true);
});
