import { describe, expect, it } from 'vitest';
import { wrongPassword } from '../../src/rules/wrong-password.ts';
import { contract } from '../contract.ts';

const ok = `'200': { description: In }`;

const logIn = (how: { readonly members: string; readonly responses: string; readonly type?: string }) =>
  contract(`
/log-in:
  post:
    operationId: logIn
    requestBody:
      required: true
      content:
        ${how.type ?? 'application/json'}:
          schema: { type: object, required: [email, password], properties: { ${how.members} } }
    responses: { ${how.responses} }
`);

const members = 'email: { type: string }, password: { type: string, maxLength: 20 }';

describe('wrongPassword', () => {
  it('is refused with the first of 401, 403, 400 and 422 that is declared', async () => {
    const api = await logIn({
      members,
      responses: `${ok}, '400': { description: Bad }, '401': { description: Who? }`,
    });
    expect(api.cases(wrongPassword)).toEqual(['log-in answers 401 for a wrong password']);
    expect(api.drafts(wrongPassword)).toMatchObject([
      {
        strength: 'contract',
        steps: [
          {
            call: {
              body: {
                value: {
                  kind: 'with',
                  path: { pointer: 'password' },
                  value: { json: 'not-the-password-1A!' },
                },
              },
            },
          },
        ],
      },
    ]);
  });

  it('is refused as RFC 6749 says where a grant is asked for', async () => {
    const api = await logIn({
      members: `grant_type: { const: password }, ${members}`,
      type: 'application/x-www-form-urlencoded',
      responses: `${ok}, '400': { description: Bad }, '401': { description: Who? }`,
    });
    expect(api.cases(wrongPassword)).toEqual(['log-in answers 400 or 401 for a wrong password']);
  });

  it('is one that the schema accepts; where none is known, there is a gap', async () => {
    const pin = await logIn({
      members: `email: { type: string }, pin: { type: string, pattern: '^\\d{4}$' }`,
      responses: `${ok}, '401': { description: Who? }`,
    });
    expect(pin.drafts(wrongPassword)).toMatchObject([
      { steps: [{ call: { body: { value: { value: { json: '0000' } } } } }] },
    ]);
    const closed = await logIn({
      members: `email: { type: string }, password: { type: string, enum: [open sesame] }`,
      responses: `${ok}, '401': { description: Who? }`,
    });
    expect(closed.drafts(wrongPassword)).toMatchObject([{ draft: 'gap', code: 'no-unknown-value' }]);
  });

  it('is found in an envelope', async () => {
    const api = await logIn({
      members: `user: { type: object, required: [email, password], properties: { ${members} } }`,
      responses: `${ok}, '401': { description: Who? }`,
    });
    expect(api.drafts(wrongPassword)).toMatchObject([
      { steps: [{ call: { body: { value: { path: { pointer: 'user/password' } } } } }] },
    ]);
  });

  it('is nothing that a registration refuses', async () => {
    expect((await logIn({ members, responses: ok })).drafts(wrongPassword)).toEqual([]);
  });
});
