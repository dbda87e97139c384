import { describe, expect, it } from 'vitest';
import { unauthenticated } from '../../src/rules/unauthenticated.ts';
import { contract } from '../contract.ts';
import { books } from './books.ts';

describe('unauthenticated', () => {
  it('asks without a good credential, in every way in which one can be bad', async () => {
    const shop = await books({ security: '[{ token: [] }]', responses: `'401': { description: No }` });
    expect(shop.cases(unauthenticated)).toEqual([
      'create-book answers 401 without a credential',
      'create-book answers 401 for a malformed credential',
      'create-book answers 401 for a credential of another scheme',
      'create-book answers 401 for an expired credential',
    ]);
    expect(shop.drafts(unauthenticated)).toMatchObject([
      { strength: 'contract', steps: [{ call: { as: 'anonymous' } }] },
      { strength: 'contract', steps: [{ call: { as: 'malformed' } }] },
      { strength: 'contract', steps: [{ call: { as: 'wrong-scheme' } }] },
      { strength: 'contract', steps: [{ call: { as: 'expired' } }] },
    ]);
  });

  it('knows that a password does not expire, and that a key has no scheme', async () => {
    const subjects = async (scheme: string) =>
      (await books({ security: `[{ ${scheme}: [] }]` }))
        .drafts(unauthenticated)
        .map((draft) => 'subject' in draft && draft.subject);
    expect(await subjects('password')).toEqual(['none', 'malformed', 'wrong-scheme']);
    expect(await subjects('key')).toEqual(['none', 'malformed']);
    expect(await subjects('session')).toEqual(['none', 'malformed', 'expired']);
  });

  it('is a convention where no 401 and no 403 is declared', async () => {
    const shop = await books({ security: '[{ token: [] }]' });
    expect(shop.cases(unauthenticated)[0]).toBe('create-book answers 401 or 403 without a credential');
    expect(shop.drafts(unauthenticated)[0]).toMatchObject({ strength: 'convention' });
  });

  it('leaves alone what lets everybody in, too', async () => {
    expect((await books({ security: '[]' })).cases(unauthenticated)).toEqual([]);
    expect((await books({ security: '[{ token: [] }, {}]' })).cases(unauthenticated)).toEqual([]);
  });

  it('makes a gap where only a client certificate opens: without one there is no answer', async () => {
    const shop = await books({ security: '[{ certificate: [] }]' });
    expect(shop.drafts(unauthenticated)).toMatchObject([{ draft: 'gap', code: 'mutual-tls' }]);
  });

  it('takes a refusal of a missing parameter where the contract has the credential as one', async () => {
    const door = (responses: string) =>
      contract(`
        /door:
          get:
            operationId: openDoor
            parameters: [{ name: Authorization, in: header, required: true, schema: { type: string } }]
            responses: { '200': { description: Open }, ${responses} }
      `);
    const declared = await door(`'400': { description: No }, '401': { description: No }`);
    expect(declared.cases(unauthenticated)[0]).toBe('open-door answers 401 or 400 without a credential');
    const silent = await door('');
    expect(silent.cases(unauthenticated)[0]).toBe(
      'open-door answers 400, 401, 403 or 422 without a credential',
    );
    expect(silent.model().contract.operations['GET /door']?.security).toEqual([
      [{ scheme: 'Authorization', scopes: [] }],
    ]);
  });
});
