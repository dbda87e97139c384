import { describe, expect, it } from 'vitest';
import { patch } from '../../src/rules/patch.ts';
import { life, type Life } from './life.ts';

/** What each PATCH sends, or why there is none. */
async function sent(how: Life): Promise<readonly unknown[]> {
  return (await life(how)).drafts(patch).map((draft) => {
    if (draft.draft === 'gap') return `${draft.code}: ${draft.reason}`;
    const value = draft.steps.find(({ call }) => call.method === 'PATCH')!.call.body?.value;
    return value?.kind === 'literal' ? value.json : value;
  });
}

describe('patch', () => {
  it('changes one member and nothing else', async () => {
    const api = await life();
    expect(api.cases(patch)).toEqual(['notes changes in what a patch names and in nothing else']);
    expect(api.drafts(patch)).toMatchObject([
      {
        strength: 'http',
        steps: [
          {
            call: { method: 'POST', body: { value: { name: ['full', 'note'] } } },
            makes: {},
          },
          { call: { method: 'GET' }, makes: {}, save: ['before'] },
          { call: { method: 'PATCH' } },
          { expect: { containing: { kind: 'with', path: { pointer: 'title' } } } },
        ],
      },
    ]);
  });

  it('is a convention where no media type says which patch it is', async () => {
    const api = await life({ mediaTypes: ['application/json'] });
    expect(api.drafts(patch)).toMatchObject([{ strength: 'convention', subject: '' }]);
  });

  it('sends a value that the thing does not have yet', async () => {
    const members = 'title: { type: string, example: Milk }';
    expect(await sent({ members })).toEqual([{ title: 'Milk 2' }]);
    expect(
      await sent({ members: 'size: { type: integer, maximum: 5, example: 5 }', required: '[id, size]' }),
    ).toEqual([{ size: 4 }]);
  });

  it('speaks as a JSON Patch where one is declared', async () => {
    const mediaTypes = ['application/json', 'application/json-patch+json'];
    const patches = `{ anyOf: [{ type: array, items: { type: object } }, { type: object, properties: { title: { type: string } } }] }`;
    const api = await life({
      mediaTypes: mediaTypes.slice(1),
      patches: '{ type: array, items: { type: object } }',
    });
    expect(api.drafts(patch)).toMatchObject([
      {
        title: 'changes in what a JSON Patch names and in nothing else',
        strength: 'http',
        steps: [
          {},
          {},
          {
            call: {
              body: { value: { json: [{ op: 'replace', path: '/title', value: expect.any(String) }] } },
            },
          },
          {},
        ],
      },
    ]);
    const both = await life({ mediaTypes, patches });
    expect(both.drafts(patch).at(-1)).toMatchObject({ subject: 'json-patch' });
  });

  it('lets the server make what it likes of members that only it sets', async () => {
    const members =
      'title: { type: string }, total: { type: number, readOnly: true }, createdOn: { type: string, readOnly: true }, slug: { type: string }';
    const [draft] = (await life({ members })).drafts(patch);
    const left = JSON.stringify(draft).match(/"kind":"without".*?$/)?.[0] ?? '';
    expect(left).toContain('"total"');
    expect(left).toContain('"slug"');
    expect(left).not.toContain('"createdOn"');
  });

  it.each<[string, Life, RegExp]>([
    [
      'demands other members beside it',
      {
        patches:
          '{ type: object, required: [title, text], properties: { title: { type: string }, text: { type: string } } }',
      },
      /^no-patch: .*more than one/,
    ],
    [
      'changes only names and states',
      { members: 'status: { type: string, enum: [open, closed] }', required: '[id]' },
      /^no-echo/,
    ],
    ['takes no JSON', { mediaTypes: ['text/plain'] }, /^media-type/],
  ])('makes a gap of one that %s', async (_, how, reason) => {
    expect(await sent(how)).toEqual([expect.stringMatching(reason)]);
  });

  it('makes a gap of a POST to a thing', async () => {
    const api = await life({
      lacks: ['patch', 'replace', 'remove'],
      read: `summary: Read`,
      paths: `/marks:
  post:
    requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
    responses: { '201': { description: It., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
/marks/{markId}:
  parameters: [{ name: markId, in: path, required: true, schema: { type: string } }]
  get: { responses: { '200': { description: It. } } }
  post: { responses: { '200': { description: It. } } }`,
    });
    expect(api.drafts(patch)).toMatchObject([{ draft: 'gap', code: 'no-patch' }]);
  });
});
