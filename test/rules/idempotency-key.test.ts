import { describe, expect, it } from 'vitest';
import { idempotencyKey } from '../../src/rules/idempotency-key.ts';
import { life } from './life.ts';

const key = (schema = '{ type: string }') =>
  `parameters: [{ name: Idempotency-Key, in: header, schema: ${schema} }]`;

describe('idempotencyKey', () => {
  it('makes one thing where the same key comes twice', async () => {
    const api = await life({ create: key() });
    expect(api.cases(idempotencyKey)).toEqual(['notes is created once where the same key comes twice']);
    expect(api.drafts(idempotencyKey)).toMatchObject([
      {
        given: [{ name: ['key'], value: { kind: 'unique', template: 'itc-########' } }],
        steps: [
          { call: { headers: { members: { 'Idempotency-Key': { kind: 'given' } } } }, save: ['first'] },
          { expect: { status: { codes: [200, 201] }, containing: { members: { id: { pointer: '/id' } } } } },
        ],
      },
    ]);
  });

  it('sends a key that the header takes', async () => {
    const uuid = await life({ create: key('{ type: string, format: uuid }') });
    expect(uuid.drafts(idempotencyKey)).toMatchObject([
      { given: [{ value: { template: '00000000-0000-4000-8000-0000########' } }] },
    ]);
    const short = await life({ create: key('{ type: string, maxLength: 4 }') });
    expect(short.drafts(idempotencyKey)).toMatchObject([{ draft: 'gap', code: 'no-key' }]);
  });

  it('asks for no second answer where the same key is a conflict', async () => {
    const answers = { create: `'409': { description: The idempotency key was used before. }` };
    expect((await life({ create: key(), answers })).drafts(idempotencyKey)).toMatchObject([
      { draft: 'gap', code: 'no-replay' },
    ]);
  });

  it('says nothing without the header', async () => {
    expect((await life()).drafts(idempotencyKey)).toEqual([]);
  });
});
