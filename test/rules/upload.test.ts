import { describe, expect, it } from 'vitest';
import { upload } from '../../src/rules/upload.ts';
import { contract } from '../contract.ts';

const shopOf = (image: string, { encoding = '', responses = '' } = {}) =>
  contract(`
    /cover:
      put:
        operationId: replaceCover
        requestBody:
          required: true
          content:
            multipart/form-data:
              schema: { type: object, required: [image], properties: { image: ${image}, alt: { type: string } } }
              encoding: { ${encoding} }
        responses: { '200': { description: Kept }, ${responses} }
  `);
const file = '{ type: string, contentMediaType: image/png, minLength: 1 }';

describe('upload', () => {
  it('sends each media type that a part may have, another one, and nothing', async () => {
    const shop = await shopOf(file, {
      encoding: `image: { contentType: 'image/png, image/jpeg' }`,
      responses: `'422': { description: No }`,
    });
    expect(shop.cases(upload)).toEqual([
      'replace-cover takes image/jpeg as image',
      'replace-cover answers 422 for an image of text/plain',
      'replace-cover answers 422 for an empty image',
    ]);
  });

  it('promises nothing that the contract does not say', async () => {
    const shop = await shopOf('{ type: string, format: binary }', {
      encoding: `image: { contentType: 'image/png, video/mp4' }`,
    });
    expect(shop.cases(upload)).toEqual(['replace-cover answers 200 or 4XX for an empty image']);
    const gaps = shop.drafts(upload).flatMap((draft) => (draft.draft === 'gap' ? [draft.code] : []));
    expect(gaps).toEqual(['media-type', 'no-promise']);
  });

  it('looks at files alone', async () => {
    const shop = await shopOf('{ type: string }');
    expect(shop.drafts(upload)).toEqual([]);
  });
});
