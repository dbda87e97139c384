import { describe, expect, it } from 'vitest';
import { inUse } from '../../src/rules/in-use.ts';
import { life } from './life.ts';

const pins = `/pins:
  post:
    requestBody: { required: true, content: { application/json: { schema: { type: object, required: [noteId], properties: { noteId: { type: integer } } } } } }
    responses: { '201': { description: It., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } } } }
/pins/{pinId}:
  parameters: [{ name: pinId, in: path, required: true, schema: { type: integer } }]
  get: { responses: { '200': { description: It. } } }`;

const told = async (prose: string, conflict = 'Conflict') =>
  (
    await life({ paths: pins, remove: prose, answers: { remove: `'409': { description: ${conflict} }` } })
  ).drafts(inUse);

describe('inUse', () => {
  it.each([
    ['description: A note that still has pins cannot be removed.', 'Conflict'],
    ['summary: Remove', 'A pin holds the note.'],
  ])('is not deleted while another thing needs it: %s, %s', async (prose, conflict) => {
    expect(await told(prose, conflict)).toMatchObject([
      {
        kind: 'conflict',
        title: 'is not deleted while a pin needs it',
        strength: 'contract',
        steps: [
          { call: { method: 'GET', path: '/pins/{pinId}' }, makes: {} },
          { call: { method: 'DELETE' }, expect: { status: { codes: [409] } } },
          { call: { method: 'GET', path: '/notes/{noteId}' } },
        ],
      },
    ]);
  });

  it.each([
    'description: Removes a note and all its pins.',
    'description: Pins are removed with it.',
    'description: A note cannot be removed twice.',
  ])('reads nothing into: %s', async (prose) => {
    expect(await told(prose)).toMatchObject([{ draft: 'gap', code: 'no-conflict' }]);
  });

  it('says nothing without a 409', async () => {
    expect((await life({ paths: pins })).drafts(inUse)).toEqual([]);
  });
});
