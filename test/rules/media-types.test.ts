import { describe, expect, it } from 'vitest';
import { mediaTypes } from '../../src/rules/media-types.ts';
import { contract } from '../contract.ts';

const schema = '{ type: object, required: [title], properties: { title: { type: string } } }';
const shopOf = (sent: string, answered = '{ description: Made }') =>
  contract(`
    /books:
      post:
        operationId: createBook
        requestBody: { required: true, content: { ${sent} } }
        responses: { '201': ${answered} }
  `);

describe('mediaTypes', () => {
  it('sends each media type that the operation takes', async () => {
    const shop = await shopOf(
      `application/json: { schema: ${schema} }, application/x-www-form-urlencoded: { schema: ${schema} }, application/pdf: {}`,
    );
    expect(shop.cases(mediaTypes)).toEqual([
      'create-book answers a good request sent as application/x-www-form-urlencoded',
    ]);
    const [, gap] = shop.drafts(mediaTypes);
    expect(gap).toMatchObject({ draft: 'gap', code: 'media-type' });
  });

  it('asks for each media type of the answer where there is a choice, and takes 406 for an answer', async () => {
    const read = (content: string) =>
      contract(`
        /books:
          get:
            operationId: listBooks
            responses: { '200': { description: Books, content: { ${content} } } }
      `);
    expect((await read('application/json: {}')).cases(mediaTypes)).toEqual([]);
    const two = await read('application/json: {}, text/csv: {}');
    expect(two.cases(mediaTypes)).toEqual([
      'list-books answers 200 or 406 when asked for application/json',
      'list-books answers 200 or 406 when asked for text/csv',
    ]);
    expect(two.drafts(mediaTypes)[1]).toMatchObject({
      strength: 'http',
      steps: [
        { call: { headers: { json: { Accept: 'text/csv' } } }, expect: { status: { codes: [200, 406] } } },
      ],
    });
  });

  it('makes nothing that it could not read, and so not remove', async () => {
    const shop = await shopOf(
      `application/json: { schema: ${schema} }`,
      '{ description: Made, content: { application/json: {}, text/csv: {} } }',
    );
    expect(
      shop.drafts(mediaTypes).map((draft) => (draft.draft === 'gap' ? draft.code : draft.subject)),
    ).toEqual(['accept/application/json', 'media-type']);
  });
});
