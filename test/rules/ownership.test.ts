import { describe, expect, it } from 'vitest';
import { ownership } from '../../src/rules/ownership.ts';
import { contract } from '../contract.ts';

const thing = `{ description: Note, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }`;

const notes = (how: {
  readonly create?: string;
  readonly read?: string;
  readonly remove?: string;
  readonly security?: string;
  readonly reading?: string;
}) => {
  const { security = '[{ token: [] }]', reading = security } = how;
  return contract(`
/notes:
  post:
    operationId: createNote
    security: ${security}
    ${how.create ?? ''}
    requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
    responses: { '201': ${thing} }
/notes/{noteId}:
  parameters: [{ name: noteId, in: path, required: true, schema: { type: integer } }]
  get:
    operationId: readNote
    security: ${reading}
    ${how.read ?? ''}
    responses: { '200': ${thing}, '404': { description: There is none. } }
  delete:
    operationId: removeNote
    security: [{ token: [] }]
    ${how.remove ?? ''}
    responses: { '204': { description: Gone }, '403': { description: No. } }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
  schemas:
    Note:
      type: object
      required: [id, text]
      properties:
        id: { type: integer, readOnly: true }
        text: { type: string }
        updatedAt: { type: string, format: date-time, readOnly: true }
`);
};

const callsOf = async (how: Parameters<typeof notes>[0]) => {
  const [draft] = (await notes(how)).drafts(ownership);
  return draft?.draft === 'case' ? draft.steps.map(({ call }) => `${call.as} ${call.method}`) : [];
};

describe('ownership', () => {
  it('keeps what a description keeps from others, and leaves it as it was', async () => {
    const read = 'description: A note of somebody else is not found.';
    const api = await notes({ read });
    expect(api.cases(ownership)).toEqual(['notes is kept from strangers']);
    expect(await callsOf({ read })).toEqual(['user GET', 'stranger GET', 'stranger DELETE', 'user GET']);
    expect(api.drafts(ownership)).toMatchObject([
      {
        kind: 'ownership',
        strength: 'convention',
        steps: [
          { save: ['before'] },
          { expect: { status: { codes: [404] } } },
          { expect: { status: { codes: [403] } } },
          { expect: { containing: { kind: 'without', path: { pointer: 'updatedAt' } } } },
        ],
      },
    ]);
  });

  it('is a matter of contract where the owner of the API says it', async () => {
    const api = await notes({ create: 'x-itc-owned: true' });
    expect(api.cases(ownership)).toEqual(['notes is kept from strangers']);
    expect(api.drafts(ownership)).toMatchObject([{ strength: 'contract' }]);
  });

  it('does not keep from others what only its owner may delete', async () => {
    const remove = 'description: Only the owner can delete a note.';
    expect((await notes({ remove })).cases(ownership)).toEqual([
      'notes is kept from strangers who would change it',
    ]);
    expect(await callsOf({ remove })).toEqual(['user GET', 'stranger DELETE', 'user GET']);
  });

  it('leaves what everybody may read', async () => {
    expect(await callsOf({ create: 'x-itc-owned: true', reading: '[]' })).toEqual([
      'user GET',
      'stranger DELETE',
      'user GET',
    ]);
  });

  it.each([
    'Notes can be shared with other users.',
    'The category that the note belongs to must be there, else it is not found.',
    'Lists the notes of other users, too.',
  ])('reads nothing into %s', async (text) => {
    const api = await notes({ read: `description: ${text}` });
    expect(api.drafts(ownership)).toMatchObject([{ draft: 'gap', code: 'no-owner' }]);
  });

  it('makes a gap where nothing is told, and where nobody owns what everybody may make', async () => {
    expect((await notes({})).drafts(ownership)).toMatchObject([
      { draft: 'gap', code: 'no-owner', reason: expect.stringContaining('x-itc-owned') },
    ]);
    const read = 'description: A note of somebody else is not found.';
    expect(
      (await notes({ read, security: '[]', reading: '[{ token: [] }]' })).drafts(ownership),
    ).toMatchObject([
      { draft: 'gap', code: 'no-owner', reason: expect.stringContaining('everybody may create one') },
    ]);
  });

  it('says nothing of what is said to be shared', async () => {
    expect((await notes({ create: 'x-itc-owned: false' })).drafts(ownership)).toEqual([]);
  });
});
