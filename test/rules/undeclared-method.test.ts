import { describe, expect, it } from 'vitest';
import { undeclaredMethod } from '../../src/rules/undeclared-method.ts';
import { contract } from '../contract.ts';

const id = '{ name: bookId, in: path, required: true, schema: { enum: [dune] } }';
const answer = `responses: { '200': { description: Good } }`;
const gaps = (shop: Awaited<ReturnType<typeof contract>>) =>
  shop
    .drafts(undeclaredMethod)
    .flatMap((draft) => (draft.draft === 'gap' ? [`${draft.code} ${draft.reason}`] : []));

describe('undeclaredMethod', () => {
  it('sends each method that the path does not declare, and OPTIONS', async () => {
    const shop = await contract(`
      /books/{bookId}:
        parameters: [${id}]
        put: { operationId: replaceBook, ${answer} }
        get: { operationId: getBook, ${answer} }
    `);
    expect(shop.cases(undeclaredMethod)).toEqual([
      'get-book refuses POST, which it does not declare',
      'get-book refuses PATCH, which it does not declare',
      'get-book refuses DELETE, which it does not declare',
      'get-book names what it declares where it answers OPTIONS',
    ]);
    expect(shop.drafts(undeclaredMethod)[0]).toMatchObject({
      steps: [
        {
          call: { method: 'POST', path: '/books/{bookId}', pathParameters: { json: { bookId: 'dune' } } },
          expect: {
            status: { codes: ['4XX', 501] },
            checks: [{ kind: 'allows', methods: ['PUT', 'GET'] }],
          },
        },
      ],
    });
  });

  it('leaves alone a method that another path declares, which this one fits', async () => {
    const shop = await contract(`
      /books/mine:
        get: { operationId: listMine, ${answer} }
      /books/{bookId}:
        parameters: [${id}]
        patch: { operationId: updateBook, ${answer} }
    `);
    expect(shop.cases(undeclaredMethod)).not.toContain('list-mine refuses PATCH, which it does not declare');
    expect(gaps(shop)).toContain('shared-path Another path that this one fits, too, declares PATCH.');
  });

  it('deletes nothing but the thing that it names', async () => {
    const shop = await contract(`
      /books:
        get: { operationId: listBooks, ${answer} }
    `);
    expect(shop.cases(undeclaredMethod).join()).not.toContain('DELETE');
    expect(gaps(shop)).toEqual(['unsafe A server may know DELETE of /books although its contract does not.']);
  });

  it('stands for no operation: what is expected of it is no status of one', async () => {
    const shop = await contract(`
      /books:
        get: { operationId: listBooks, responses: { '200': { description: Good }, '4XX': { description: No } } }
    `);
    expect(shop.model().gaps.map(({ reason }) => reason)).toContain(
      'No case brings about a 4XX: only the server knows when it answers so.',
    );
  });
});
