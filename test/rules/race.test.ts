import { describe, expect, it } from 'vitest';
import { race } from '../../src/rules/race.ts';
import { life, type Life } from './life.ts';

const tagged: Life = {
  headers: { read: 'ETag: { schema: { type: string } }' },
  replace: 'parameters: [{ name: If-Match, in: header, schema: { type: string } }]',
  answers: { replace: "'412': { description: Another one by now. }" },
};

const gaps = async (how: Life) =>
  (await life(how)).drafts(race).flatMap((draft) => (draft.draft === 'gap' ? [draft.code] : []));

describe('race', () => {
  it('sends two changes at the same moment, and reads all of one of them', async () => {
    const api = await life();
    expect(api.cases(race)).toEqual([
      'notes is all that one of two PUT requests at the same moment sent',
      'notes is all that one of two PATCH requests at the same moment sent',
    ]);
    const [put] = api.drafts(race);
    const [one, other] = [['one'], ['other']].map((name) => ({ kind: 'given', name }));
    const shown = [
      { json: { title: 'Emma 2', text: 'A good read' } },
      { json: { title: 'Emma-2', text: 'A good read 2' } },
    ];
    expect(put).toMatchObject({
      kind: 'race',
      subject: 'put',
      strength: 'convention',
      steps: [
        {
          call: { method: 'PUT', body: { value: one } },
          expect: { status: { codes: [200] } },
          atOnce: { times: 2, others: { codes: [200, 409, 412, 423, 429] }, bodies: [one, other] },
        },
        { call: { method: 'GET' }, expect: { checks: [{ kind: 'either', values: shown }] } },
      ],
    });
  });

  it('lets them differ in two members, each from the other and from what was there', async () => {
    const members = 'title: { type: string, example: Milk }, text: { type: string, example: Two }';
    const [put] = (await life({ members })).drafts(race);
    const given = put?.draft === 'case' ? put.given : [];
    expect(given).toMatchObject([
      {
        name: ['one'],
        value: { path: { pointer: 'text' }, value: { json: 'Two 2' }, of: { value: { json: 'Milk 2' } } },
      },
      {
        name: ['other'],
        value: { path: { pointer: 'text' }, value: { json: 'Two-2' }, of: { value: { json: 'Milk-2' } } },
      },
    ]);
  });

  it('asks with the same ETag that only one is done, in the words of the contract', async () => {
    const drafts = (await life({ ...tagged, lacks: ['patch'] })).drafts(race);
    expect(drafts).toMatchObject([
      { subject: 'put' },
      {
        subject: 'put/if-match',
        strength: 'contract',
        steps: [
          { call: { method: 'GET' }, save: ['seen'] },
          {
            call: { headers: { members: { 'If-Match': { in: 'header', header: 'ETag' } } } },
            expect: { status: { codes: [200, 412] } },
            atOnce: { others: { codes: [409, 412, 423, 429] } },
          },
        ],
      },
    ]);
  });

  it('sends none without a condition where one is demanded', async () => {
    const replace = tagged.replace!.replace('in: header', 'in: header, required: true');
    expect((await life({ ...tagged, replace, lacks: ['patch'] })).cases(race)).toEqual([
      'notes is changed by one of two PUT requests with one ETag at the same moment',
    ]);
  });

  it('makes a gap where nothing is read as it was sent', async () => {
    const members = 'title: { type: string, enum: [a] }, at: { type: string, format: date-time }';
    expect(await gaps({ members, required: '[id]' })).toEqual(['no-race', 'no-race']);
  });
});
