import { describe, expect, it } from 'vitest';
import { happy } from '../../src/rules/happy.ts';
import { contract } from '../contract.ts';
import { bookOf, books } from './books.ts';

describe('happy', () => {
  it('sends what is required, and everything that may be sent', async () => {
    const shop = await books({ book: bookOf({ 'title!': '{ type: string }', pages: '{ type: integer }' }) });
    expect(shop.cases(happy)).toEqual([
      'create-book creates a book',
      'create-book creates a book with everything that may be sent',
      'get-book reads a book',
    ]);
  });

  it('sends nothing twice', async () => {
    const shop = await books({ book: bookOf({ 'title!': '{ type: string }' }) });
    expect(shop.cases(happy)).toEqual(['create-book creates a book', 'get-book reads a book']);
  });

  it("begins with the contract's own example, and sends each other one, too", async () => {
    const shop = await contract(`
      /books:
        post:
          operationId: createBook
          requestBody:
            content:
              application/json:
                schema: { type: object, required: [title], properties: { title: { type: string } } }
                examples:
                  novel: { value: { title: Dune } }
                  eBook: { value: { title: Emma } }
          responses: { '201': { description: Made } }
    `);
    expect(shop.cases(happy)).toEqual([
      'create-book answers a good request',
      'create-book answers a good request with no more than is required',
      'create-book answers a good request like the example e book',
    ]);
    expect(JSON.stringify(shop.model().suites[0]!.examples)).toContain('"title":"Dune"');
  });

  it('reports an example that breaks its schema, and sends it nowhere', async () => {
    const shop = await contract(`
      /books:
        post:
          operationId: createBook
          requestBody:
            content:
              application/json:
                schema: { type: object, required: [title], properties: { title: { type: string } } }
                example: { title: 77 }
          responses: { '201': { description: Made } }
    `);
    expect(shop.cases(happy)).toEqual(['create-book answers a good request']);
    expect(shop.report.diagnostics.map(({ code }) => code)).toEqual(['values/invalid-example']);
    expect(JSON.stringify(shop.model().suites)).not.toContain('77');
  });

  it('leaves out readOnly members', async () => {
    const shop = await books({});
    expect(JSON.stringify(shop.model().fixtures)).not.toContain('"id":');
    expect(shop.model().fixtures.map(({ name }) => name.join(' '))).toEqual(['book']);
  });

  it('expects the successes that are declared, and no 500 or default', async () => {
    const shop = await contract(`
      /jobs:
        post:
          responses:
            default: { description: Anything }
            '500': { description: Broken }
            '202': { description: Later }
            '200': { description: Now }
    `);
    const [draft] = shop.drafts(happy);
    expect(draft).toMatchObject({
      strength: 'contract',
      steps: [{ expect: { status: { codes: [200, 202] } } }],
    });
  });

  it('makes a gap of what no value can be made for', async () => {
    const shop = await contract(`
      /books:
        post:
          operationId: createBook
          requestBody: { content: { application/json: { schema: { type: string, enum: [a], minLength: 3 } } } }
          responses: { '201': { description: Made } }
        put:
          requestBody: { content: { application/pdf: {} } }
          responses: { '200': { description: Kept } }
    `);
    expect(shop.drafts(happy).map((draft) => draft.draft === 'gap' && draft.code)).toEqual([
      'contradiction',
      'media-type',
    ]);
  });

  it('says of a value that was not found that it was not found, and reports both', async () => {
    const shop = await contract(String.raw`
      /twins:
        post:
          operationId: createTwins
          requestBody: { content: { application/json: { schema: { type: string, pattern: '^(ab|cd)-\1$' } } } }
          responses: { '201': { description: Made } }
      /chains:
        post:
          operationId: createChain
          requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Chain' } } } }
          responses: { '201': { description: Made } }
    components: { schemas: { Chain: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Chain' } } } } }
    `);
    const gaps = shop.drafts(happy).flatMap((draft) => (draft.draft === 'gap' ? [draft] : []));
    expect(gaps.map(({ code }) => code)).toEqual(['not-made', 'contradiction']);
    expect(gaps[0]?.reason).toMatch(/^No body was found that meets its schema/);
    expect(gaps[1]?.reason).toMatch(/^No body can meet its schema: .*without end/);
    expect(shop.report.diagnostics.map(({ code }) => code)).toContain('values/no-value');
  });

  it('sends no optional cursor and no condition, which would change what a success is', async () => {
    const shop = await contract(`
      /books:
        get:
          operationId: listBooks
          parameters:
            - { name: cursor, in: query, schema: { type: string } }
            - { name: If-None-Match, in: header, schema: { type: string } }
            - { name: q, in: query, schema: { type: string } }
          responses: { '200': { description: Books } }
    `);
    const [, maximal] = shop.drafts(happy);
    expect(JSON.stringify(maximal)).not.toMatch(/"cursor":|"If-None-Match":/);
  });
});
