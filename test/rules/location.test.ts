import { describe, expect, it } from 'vitest';
import { location } from '../../src/rules/location.ts';
import { life } from './life.ts';

const created = 'Location: { required: true, schema: { type: string } }';

describe('location', () => {
  it('is followed, and leads to the thing that was made', async () => {
    const api = await life({ headers: { created } });
    expect(api.cases(location)).toEqual(['notes is where its Location leads']);
    expect(api.drafts(location)).toMatchObject([
      {
        kind: 'location',
        strength: 'contract',
        steps: [
          { call: { method: 'POST' }, makes: {}, save: ['created'] },
          {
            call: { method: 'GET', path: '/notes/{noteId}', follows: ['created'] },
            expect: {
              status: { codes: [200] },
              containing: { members: { id: { of: 'saved', name: ['created'], pointer: '/id' } } },
            },
          },
        ],
      },
    ]);
    expect(api.drafts(location)).not.toHaveProperty('0.steps.1.call.pathParameters');
  });

  it('is a matter of HTTP where the header may be left out', async () => {
    const api = await life({ headers: { created: 'location: { schema: { type: string } }' } });
    expect(api.drafts(location)).toMatchObject([{ strength: 'http' }]);
  });

  it('says nothing where the contract does not speak of the header', async () => {
    expect((await life()).drafts(location)).toEqual([]);
  });

  it('makes a gap where nothing reads what was made', async () => {
    const api = await life({ headers: { created }, lacks: ['read'] });
    expect(api.drafts(location)).toMatchObject([
      { draft: 'gap', code: 'no-request', reason: expect.stringContaining('nothing reads it') },
    ]);
  });
});
