import { describe, expect, it } from 'vitest';
import { duplicate } from '../../src/rules/duplicate.ts';
import { life, type Life } from './life.ts';

const conflict = (description: string): Life => ({
  answers: { create: `'409': { description: '${description}' }` },
});
const told = 'title: { type: string, description: Unique among all notes. }';
const once = 'notes is not created twice';

describe('duplicate', () => {
  it('is a promise where the contract declares the conflict and says what is unique; and so is the race', async () => {
    const api = await life({ ...conflict('No.'), members: told });
    expect(api.cases(duplicate)).toEqual([
      once,
      'notes is created once where two ask for it at the same moment',
    ]);
    expect(api.drafts(duplicate)).toMatchObject([
      {
        strength: 'contract',
        given: [{ name: ['twin'] }],
        steps: [{ expect: { status: { codes: [201] } } }, { expect: { status: { codes: [409] } } }],
      },
      { kind: 'race', steps: [{ atOnce: { times: 2, others: { codes: [409] } } }] },
    ]);
  });

  it.each(['Conflict', 'A note with this title exists already.', 'Duplicate note'])(
    'is a convention where the contract declares only the conflict: %s',
    async (words) => {
      const api = await life(conflict(words));
      expect(api.cases(duplicate)).toEqual([once]);
      expect(api.drafts(duplicate)).toMatchObject([
        { strength: 'convention', steps: [{}, { expect: { status: { codes: [400, 409, 422] } } }] },
      ]);
    },
  );

  it('is a convention where it says only what is unique', async () => {
    const api = await life({ members: told });
    expect(api.drafts(duplicate)).toMatchObject([{ strength: 'convention' }]);
  });

  it.each(['The notebook is closed.', 'Version mismatch'])(
    'reads nothing into a 409 of another kind: %s',
    async (words) => {
      expect((await life(conflict(words))).drafts(duplicate)).toMatchObject([
        { draft: 'gap', code: 'no-conflict' },
      ]);
    },
  );

  it('makes a gap where nothing tells what is unique', async () => {
    const api = await life({
      ...conflict('Conflict'),
      members: 'size: { type: integer }',
      required: '[id, size]',
    });
    expect(api.drafts(duplicate)).toMatchObject([
      { draft: 'gap', reason: expect.stringContaining('must be unique cannot be told') },
    ]);
  });

  it('sends no key twice that would make the second request the first one', async () => {
    const key =
      'parameters: [{ name: Idempotency-Key, in: header, required: true, schema: { type: string } }]';
    const [draft] = (await life({ ...conflict('Conflict'), create: key })).drafts(duplicate);
    expect(draft).toMatchObject({
      steps: [{ call: { headers: { members: { 'Idempotency-Key': { kind: 'unique' } } } } }, {}],
    });
  });

  it('says nothing where the contract does not', async () => {
    expect((await life()).drafts(duplicate)).toEqual([]);
  });
});
