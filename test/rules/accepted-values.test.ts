import { describe, expect, it } from 'vitest';
import { acceptedValues } from '../../src/rules/accepted-values.ts';
import { contract } from '../contract.ts';
import { bookOf, books } from './books.ts';

const gaps = (shop: Awaited<ReturnType<typeof books>>) =>
  shop
    .drafts(acceptedValues)
    .flatMap((draft) => (draft.draft === 'gap' ? [`${draft.code}: ${draft.reason}`] : []));

const list = (parameters: string, more = '') =>
  contract(`
    /books:
      get:
        operationId: listBooks
        ${more}
        parameters: [${parameters}]
        responses: { '200': { description: Books }, '400': { description: No } }
  `);

describe('acceptedValues', () => {
  it('sends each value that a field may have, and of optional fields those of a full request', async () => {
    const shop = await books({
      book: bookOf({
        'pages!': '{ type: integer, minimum: 1, maximum: 900 }',
        'language!': '{ enum: [en, de] }',
        subtitle: '{ type: [string, "null"], maxLength: 3 }',
      }),
    });
    expect(shop.cases(acceptedValues)).toEqual([
      'create-book creates a book with any value that a field may have: pages is at its minimum, 1, ' +
        'pages is at its maximum, 900, language is "de"',
      'create-book creates a book with any value that an optional field may have: subtitle is as long as 3, subtitle is null',
    ]);
  });

  it('sends a value of another alternative with the parts of this run', async () => {
    const shop = await books({
      book: bookOf({
        'contact!': `{ oneOf: [
          { type: object, title: Phone, required: [phone], additionalProperties: false, properties: { phone: { type: string } } },
          { type: object, title: Mail, required: [email], additionalProperties: false, properties: { email: { type: string, format: email } } }
        ] }`,
      }),
    });
    expect(shop.cases(acceptedValues)).toEqual(['create-book creates a book when contact is Mail']);
    expect(JSON.stringify(shop.drafts(acceptedValues))).toContain('"kind":"unique"');
  });

  it('sends each value that a query parameter may have, and none that the good request sends', async () => {
    const shop = await list('{ name: sort, in: query, schema: { enum: [title, price] } }', '');
    expect(shop.cases(acceptedValues)).toEqual([
      'list-books answers a good request with any value that a query parameter may have: sort is "price"',
    ]);
  });

  it('takes no uniqueness away', async () => {
    const shop = await books({
      book: bookOf({ 'title!': '{ type: string, minLength: 1, description: Unique among all books. }' }),
    });
    expect(shop.cases(acceptedValues)).toEqual([]);
    expect(gaps(shop)).toEqual([
      'not-free: It is not tried that title is as short as 1: it has to be a value of this run alone.',
    ]);
  });

  it('sends no list of things that are there once', async () => {
    const shop = await contract(`
      /books:
        post:
          operationId: createBook
          requestBody: { required: true, content: { application/json: { schema: { type: object, required: [title], properties: { title: { type: string } } } } } }
          responses: { '201': { description: Made, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } } }
      /books/{bookId}:
        get:
          operationId: getBook
          parameters: [{ name: bookId, in: path, required: true, schema: { type: string } }]
          responses: { '200': { description: Book } }
      /orders:
        post:
          operationId: createOrder
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  required: [items]
                  properties:
                    items:
                      type: array
                      minItems: 1
                      maxItems: 3
                      items: { type: object, required: [bookId], properties: { bookId: { type: string } } }
          responses: { '201': { description: Made } }
    `);
    expect(shop.cases(acceptedValues)).toEqual([]);
    expect(gaps(shop)).toEqual([
      'not-free: It is not tried that items has as many as 3 items: its items are values of this run alone.',
    ]);
  });

  it('leaves alone which state follows which, and who may have which role', async () => {
    const shop = await contract(`
      /orders/{orderId}:
        patch:
          operationId: updateOrder
          parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
          requestBody:
            content:
              application/json:
                schema:
                  type: object
                  properties: { status: { enum: [placed, sent] }, role: { enum: [reader, admin] }, size: { enum: [s, m] } }
          responses: { '200': { description: Changed } }
    `);
    expect(shop.cases(acceptedValues)).toEqual([
      'update-order updates an order with any value that a field may have: size is "m"',
    ]);
    expect(gaps(shop)).toHaveLength(2);
  });

  it('keeps the ends of a range in order', async () => {
    const shop = await books({
      book: bookOf({
        'minAge!': '{ type: integer, maximum: 99, examples: [3] }',
        'maxAge!': '{ type: integer, minimum: 0, examples: [9] }',
      }),
    });
    expect(shop.cases(acceptedValues)).toEqual([]);
    expect(gaps(shop)).toEqual([
      'not-free: It is not tried that minAge is at its maximum, 99: it would pass the other end of its range.',
      'not-free: It is not tried that maxAge is at its minimum, 0: it would pass the other end of its range.',
    ]);
  });

  it('keeps what the contract says of parameters together', async () => {
    const shop = await list(
      '{ name: kind, in: query, required: true, schema: { enum: [all, some] } }, { name: which, in: query, schema: { type: string } }',
      `x-dependencies: ["IF kind=='some' THEN which"]`,
    );
    expect(shop.cases(acceptedValues)).toEqual([]);
    expect(gaps(shop)).toEqual([
      'not-free: It is not tried that kind is "some": it would not go with the others.',
    ]);
  });

  it('sends no null that the letter of OpenAPI 3.0 does not allow', async () => {
    const text = (await import('node:fs')).readFileSync('specs/odd/nullable-3-0/openapi.yaml', 'utf8');
    const { contractOf } = await import('../contract.ts');
    const shop = await contractOf(text);
    const made = shop.cases(acceptedValues).join('\n');
    expect(made).toContain('text is null');
    expect(made).not.toContain('place is null');
    expect(gaps(shop).join('\n')).toContain('By the letter');
  });
});
