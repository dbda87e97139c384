import { expect, it } from 'vitest';
import { happy } from '../../src/rules/happy.ts';
import { contract } from '../contract.ts';

const shop = (property: string) =>
  contract(`
/books:
  post:
    operationId: createBook
    requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { title: { type: string } } } } } }
    responses: { '201': { description: Made., content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } } }
/books/{bookId}:
  parameters: [{ name: bookId, in: path, required: true, schema: { type: integer } }]
  get: { operationId: getBook, responses: { '200': { description: It. } } }
/orders:
  post:
    operationId: order
    requestBody: { required: true, content: { application/json: { schema: { type: object, required: [${property}], properties: { ${property}: { type: array, minItems: 1, items: { type: integer } } } } } } }
    responses: { '204': { description: Ordered. } }
`);

it('takes each identity in a list from what makes such things', async () => {
  const { subject, drafts } = await shop('book_ids');
  drafts(happy);
  expect(subject.requests.examples.get('order-request')?.value).toMatchObject({
    members: {
      book_ids: { items: [{ kind: 'part', of: 'fixture', in: 'body', name: ['book'], pointer: '/id' }] },
    },
  });
});

it('asks the setup file for identities of what nobody makes', async () => {
  const { subject, drafts } = await shop('depot_ids');
  drafts(happy);
  expect(subject.requests.examples.get('order-request')?.value).toMatchObject({
    members: { depot_ids: { items: [{ kind: 'seed', name: 'depot_id', type: 'integer' }] } },
  });
});
