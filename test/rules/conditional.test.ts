import { describe, expect, it } from 'vitest';
import { conditional } from '../../src/rules/conditional.ts';
import { life } from './life.ts';

const header = (name: string, more = '') =>
  `parameters: [{ name: ${name}, in: header, ${more}schema: { type: string } }]`;
const etag = { read: 'ETag: { schema: { type: string } }' };
const same = { read: `'304': { description: The same. }` };

describe('conditional', () => {
  it('does not send again what the caller has', async () => {
    const api = await life({ read: header('If-None-Match'), headers: etag, answers: same });
    expect(api.drafts(conditional)).toMatchObject([
      {
        subject: 'if-none-match',
        strength: 'contract',
        steps: [
          { makes: {}, save: ['seen'] },
          {
            call: { headers: { members: { 'If-None-Match': { in: 'header', header: 'ETag' } } } },
            expect: { status: { codes: [304] } },
          },
        ],
      },
    ]);
  });

  it.each([
    ['the answer alone', { answers: same, headers: etag }],
    ['the header alone', { read: header('If-None-Match'), headers: etag }],
  ])('reads nothing into %s', async (_, how) => {
    expect((await life(how)).drafts(conditional)).toEqual([]);
  });

  it('makes a gap where reading gives no ETag, and of what runs by the clock', async () => {
    const none = await life({ read: header('If-None-Match'), answers: same });
    expect(none.drafts(conditional)).toMatchObject([{ code: 'no-etag' }]);
    const since = await life({ read: header('If-Modified-Since'), answers: same });
    expect(since.drafts(conditional)).toMatchObject([{ code: 'by-the-clock' }]);
  });

  const stale = {
    replace: header('if-match'),
    headers: etag,
    answers: { replace: `'412': { description: Stale. }` },
  };

  it('refuses a write to what is another thing by now', async () => {
    const api = await life(stale);
    expect(api.cases(conditional)).toEqual(['notes answers 412 to a PUT with the ETag of what it was']);
    expect(api.drafts(conditional)).toMatchObject([
      {
        steps: [
          { call: { method: 'GET' }, save: ['seen'] },
          { call: { method: 'PATCH' }, makes: {} },
          {
            call: { method: 'PUT', headers: { members: { 'if-match': {} } } },
            expect: { status: { codes: [412] } },
          },
        ],
      },
    ]);
  });

  it('changes the thing in between, without the condition where none is demanded', async () => {
    const members = 'title: { type: string, example: Milk }';
    const [draft] = (await life({ ...stale, members, lacks: ['patch'] })).drafts(conditional);
    expect(draft).toMatchObject({
      steps: [
        {},
        { call: { method: 'PUT', body: { value: { kind: 'with', value: { json: 'Milk 2' } } } } },
        {},
      ],
    });
    expect(draft).not.toHaveProperty('steps.1.call.headers');
  });

  it('carries the condition where it is demanded, and asks for it', async () => {
    const answers = { replace: `'412': { description: Stale. }, '428': { description: Say which. }` };
    const api = await life({ ...stale, answers, lacks: ['patch'] });
    expect(api.drafts(conditional)).toMatchObject([
      { steps: [{}, { call: { headers: { members: { 'if-match': {} } } } }, {}] },
      { subject: 'required/put', steps: [{ expect: { status: { codes: [428] } } }] },
    ]);
  });

  it('makes a gap where nothing changes the thing', async () => {
    const api = await life({
      remove: header('If-Match'),
      headers: etag,
      answers: { remove: `'412': { description: Stale. }` },
      lacks: ['replace', 'patch'],
    });
    expect(api.drafts(conditional)).toMatchObject([{ draft: 'gap', code: 'no-request' }]);
  });
});
