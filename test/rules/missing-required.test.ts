import { describe, expect, it } from 'vitest';
import { missingRequired } from '../../src/rules/missing-required.ts';
import { contract } from '../contract.ts';
import { bookOf, books } from './books.ts';

const firstWith = async (responses: string) => (await books({ responses })).drafts(missingRequired)[0];

describe('missingRequired', () => {
  it('leaves out the body, and each required field at every depth', async () => {
    const author = '{ type: object, required: [name], properties: { name: { type: string } } }';
    const shop = await books({
      book: bookOf({ 'title!': '{ type: string }', 'author!': author, pages: '{ type: integer }' }),
      responses: `'422': { description: No }`,
    });
    expect(shop.cases(missingRequired)).toEqual([
      'create-book answers 422 without a body',
      'create-book answers 422 with an empty object',
      'create-book answers 422 with an empty body',
      'create-book answers 422 without a required field: title, author, author/name',
    ]);
  });

  it('looks into what only a full request has', async () => {
    const author = '{ type: object, required: [name], properties: { name: { type: string } } }';
    const shop = await books({ book: bookOf({ 'title!': '{ type: string }', author }) });
    expect(shop.cases(missingRequired)).toEqual([
      'create-book refuses a request without a body',
      'create-book refuses a request with an empty body',
      'create-book refuses a request without a required field: title',
      'create-book refuses a request without a required field of a full request: author/name',
    ]);
  });

  it('never asks for what is readOnly', async () => {
    const shop = await books({ book: bookOf({}) });
    expect(shop.cases(missingRequired)).toEqual(['create-book refuses a request without a body']);
  });

  it('does not demand a body that is not required', async () => {
    const shop = await contract(`
      /books:
        post:
          requestBody: { content: { application/json: { schema: { type: object } } } }
          responses: { '201': { description: Made } }
    `);
    expect(shop.cases(missingRequired)).toEqual([]);
  });

  it('leaves out parameters, but never one of the path', async () => {
    const shop = await contract(`
      /books/{id}:
        get:
          operationId: getBook
          parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            - { name: language, in: query, required: true, schema: { type: string } }
            - { name: colour, in: query, schema: { type: string } }
            - { name: X-Shop, in: header, required: true, schema: { type: string } }
            - { name: visit, in: cookie, required: true, schema: { type: string } }
          responses: { '200': { description: Book }, '400': { description: No } }
    `);
    expect(shop.cases(missingRequired)).toEqual([
      'get-book answers 400 without a required query parameter: language',
      'get-book answers 400 without a required header: X-Shop',
      'get-book answers 400 without a required cookie: visit',
    ]);
  });

  it('is as strong as what the operation declares', async () => {
    expect(await firstWith(`'400': { description: No }, '422': { description: No }`)).toMatchObject({
      strength: 'contract',
      steps: [{ expect: { status: { codes: [400, 422] } } }],
    });
    expect(await firstWith(`4XX: { description: No }`)).toMatchObject({ strength: 'contract' });
    expect(await firstWith(`'404': { description: No }`)).toMatchObject({
      strength: 'convention',
      steps: [{ expect: { status: { family: 'invalid' } } }],
    });
  });

  it('takes a 428 for a precondition that is left out, and a 400 for any other header', async () => {
    const shop = await contract(`
      /books/{id}:
        delete:
          operationId: deleteBook
          parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            - { name: If-Match, in: header, required: true, schema: { type: string } }
            - { name: X-Shop, in: header, required: true, schema: { type: string } }
          responses: { '204': { description: Gone }, '400': { description: No }, '428': { description: No condition } }
    `);
    expect(shop.cases(missingRequired)).toEqual([
      'delete-book answers 400 without a required header: X-Shop',
      'delete-book answers 400 or 428 without a required precondition: If-Match',
    ]);
    expect(shop.drafts(missingRequired).map((draft) => draft.draft === 'case' && draft.subject)).toEqual([
      'header',
      'header/precondition',
    ]);
  });

  it('lists headers that HTTP clients send of their own accord', async () => {
    const shop = await contract(`
      /books:
        get:
          operationId: listBooks
          parameters: [{ name: User-Agent, in: header, required: true, schema: { type: string } }]
          responses: { '200': { description: Books }, '400': { description: No } }
    `);
    expect(shop.drafts(missingRequired)).toMatchObject([{ draft: 'gap', code: 'not-observable' }]);
  });

  it('never leaves the last field out of a form that may be left out', async () => {
    const form = (required: boolean) => `
      /books:
        post:
          operationId: findBooks
          requestBody: { required: ${required}, content: { application/x-www-form-urlencoded: { schema: { type: object, required: [title], properties: { title: { type: string } } } } } }
          responses: { '200': { description: Books }, '400': { description: No } }
    `;
    expect((await contract(form(false))).cases(missingRequired)).toEqual([]);
    expect((await contract(form(true))).cases(missingRequired)).toContain(
      'find-books answers 400 without a required field: title',
    );
  });
});
