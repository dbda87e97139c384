import { describe, expect, it } from 'vitest';
import { hierarchy } from '../../src/rules/hierarchy.ts';
import { contract } from '../contract.ts';

const made = (id: string) =>
  `{ description: It., content: { application/json: { schema: { type: object, ${id} } } } }`;
const withId = made('required: [id], properties: { id: { type: integer } }');
const body = `requestBody: { content: { application/json: { schema: { type: object, properties: { text: { type: string } } } } } }`;

const nested = (answer = withId, missing = `, '404': { description: There is none. }`) =>
  contract(`
/shelves:
  post: { ${body}, responses: { '201': ${answer} } }
/shelves/{shelfId}:
  parameters: [{ name: shelfId, in: path, required: true, schema: { type: integer } }]
  get: { responses: { '200': { description: It. } } }
/shelves/{shelfId}/boxes:
  parameters: [{ name: shelfId, in: path, required: true, schema: { type: integer } }]
  post: { ${body}, responses: { '201': ${withId} } }
/shelves/{shelfId}/boxes/{boxId}:
  parameters:
    - { name: shelfId, in: path, required: true, schema: { type: integer } }
    - { name: boxId, in: path, required: true, schema: { type: integer } }
  get: { responses: { '200': { description: It. }${missing} } }
`);

describe('hierarchy', () => {
  it('is not found below another parent', async () => {
    expect((await nested()).drafts(hierarchy)).toMatchObject([
      {
        kind: 'hierarchy',
        story: { key: 'shelves-boxes' },
        title: 'is not found below another shelf',
        strength: 'convention',
        steps: [
          { call: { method: 'POST', path: '/shelves' }, makes: {}, save: ['other'] },
          {
            call: {
              path: '/shelves/{shelfId}/boxes/{boxId}',
              pathParameters: {
                members: { shelfId: { of: 'saved', name: ['other'] }, boxId: { of: 'fixture' } },
              },
            },
            expect: { status: { codes: [404] } },
          },
        ],
      },
    ]);
  });

  it('refuses as everybody does where nobody says how', async () => {
    expect((await nested(withId, '')).drafts(hierarchy)).toMatchObject([
      { steps: [{}, { expect: { status: { family: 'missing' } } }] },
    ]);
  });

  it('makes a gap where no other parent can be made', async () => {
    const drafts = (await nested(made('properties: { text: { type: string } }'))).drafts(hierarchy);
    expect(drafts).toMatchObject([{ draft: 'gap', code: 'no-hierarchy' }]);
  });
});
