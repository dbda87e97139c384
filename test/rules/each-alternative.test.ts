import { describe, expect, it } from 'vitest';
import { eachAlternative } from '../../src/rules/each-alternative.ts';
import { contract } from '../contract.ts';

const cave = (security: string) =>
  contract(`
/cave:
  get:
    operationId: openCave
    security: ${security}
    responses: { '200': { description: Open }, '401': { description: Closed } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    token: { type: http, scheme: bearer }
    certificate: { type: mutualTLS }
`);

describe('eachAlternative', () => {
  it('is let in by each, alone', async () => {
    const api = await cave('[{ key: [] }, { token: [] }]');
    expect(api.cases(eachAlternative)).toEqual([
      'open-cave is open to the credential key alone',
      'open-cave is open to the credential token alone',
    ]);
    expect(api.drafts(eachAlternative)).toMatchObject([
      { subject: 'with/key', steps: [{ call: { credentials: { kind: 'only', schemes: ['key'] } } }] },
      { subject: 'with/token', steps: [{ expect: { status: { codes: [200] } } }] },
    ]);
  });

  it('is refused where one of several is missing', async () => {
    const api = await cave('[{ key: [], token: [] }]');
    expect(api.cases(eachAlternative)).toEqual([
      'open-cave answers 401 for the credential token without key',
      'open-cave answers 401 for the credential key without token',
    ]);
  });

  it('is not refused where what is left is another way in', async () => {
    const api = await cave('[{ key: [], token: [] }, { key: [] }]');
    expect(api.cases(eachAlternative)).toEqual([
      'open-cave is open to the credentials key and token alone',
      'open-cave is open to the credential key alone',
      'open-cave answers 401 for the credential token without key',
    ]);
  });

  it('says nothing of one way in, nor of scopes alone, nor of what is open to all', async () => {
    expect((await cave('[{ key: [] }]')).drafts(eachAlternative)).toEqual([]);
    expect((await cave('[{ token: [a] }, { token: [b] }]')).drafts(eachAlternative)).toEqual([]);
    expect((await cave('[{ key: [] }, {}]')).drafts(eachAlternative)).toEqual([]);
  });

  it('makes a gap of a client certificate', async () => {
    const api = await cave('[{ key: [] }, { certificate: [] }]');
    expect(api.cases(eachAlternative)).toEqual(['open-cave is open to the credential key alone']);
    expect(api.drafts(eachAlternative)).toContainEqual(expect.objectContaining({ code: 'mutual-tls' }));
  });
});
