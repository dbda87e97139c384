import { describe, expect, it } from 'vitest';
import { happy } from '../../src/rules/happy.ts';
import { lifecycle } from '../../src/rules/lifecycle.ts';
import { contract } from '../contract.ts';

const body = `requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Zone' } } } }`;
const answer = (status: number) =>
  `'${status}': { description: Zone, content: { application/json: { schema: { $ref: '#/components/schemas/Zone' } } } }`;

/** Zones, whose identity the caller chooses, in the body. */
const zones = () =>
  contract(`
/zones:
  post: { operationId: createZone, ${body}, responses: { ${answer(201)} } }
/zones/{id}:
  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
  get: { operationId: getZone, responses: { ${answer(200)} } }
  put: { operationId: replaceZone, ${body}, responses: { ${answer(200)} } }
components:
  schemas:
    Zone: { type: object, required: [id], properties: { id: { type: string }, kind: { type: string } } }
`);

describe('the identity of a thing in the body that makes it', () => {
  it('is another one in each run', async () => {
    const { examples } = (await zones()).model();
    expect(examples.find(({ name }) => name.join(' ') === 'new zone')?.value).toMatchObject({
      members: { id: { kind: 'unique' } },
    });
  });

  it('is what the path says, where the thing is changed', async () => {
    const shop = await zones();
    shop.drafts(happy);
    const example = shop.subject.requests.examples.get('replace-zone-request');
    expect(example?.value).toMatchObject({
      members: { id: { kind: 'part', of: 'fixture', in: 'body', name: ['zone'], pointer: '/id' } },
    });
  });

  it('is that of the story, where the story changes it', async () => {
    const [draft] = (await zones()).drafts(lifecycle);
    const put = draft?.draft === 'case' ? draft.steps.find(({ call }) => call.method === 'PUT') : undefined;
    expect(put?.call.body?.value).toMatchObject({
      kind: 'example',
      about: { fixture: ['zone'], saved: ['created'] },
    });
  });
});
