import { describe, expect, it } from 'vitest';
import { wrongShape } from '../../src/rules/wrong-shape.ts';
import { contract } from '../contract.ts';
import { bookOf, books } from './books.ts';

const ofCreate = async (book: string) =>
  (await books({ book })).cases(wrongShape).filter((one) => one.startsWith('create-book'));

describe('wrongShape', () => {
  it('adds a member that no closed object declares, at every depth', async () => {
    const author = '{ type: object, additionalProperties: false, properties: { name: { type: string } } }';
    const closed = bookOf({ 'author!': author }).replace(
      '{ type: object,',
      '{ type: object, unevaluatedProperties: false,',
    );
    expect(await ofCreate(closed)).toEqual([
      'create-book refuses a request with a field of the wrong shape: surprise is not declared, author.surprise is not declared',
      'create-book refuses a request with a body of the wrong shape: the body is an array',
    ]);
  });

  it('adds nothing to an open object, nor where a pattern takes the name', async () => {
    expect(await ofCreate(bookOf({ 'title!': '{ type: string }' }))).toEqual([
      'create-book refuses a request with a body of the wrong shape: the body is an array',
    ]);
    const patterned = '{ type: object, additionalProperties: false, patternProperties: { "^[a-z]+$": {} } }';
    expect((await ofCreate(bookOf({ 'more!': patterned }))).join()).not.toContain('surprise');
  });

  it('sends an array for an object that needs something, and an object for an array', async () => {
    const [fields] = await ofCreate(
      bookOf({
        'author!': '{ type: object, required: [name], properties: { name: { type: string } } }',
        'more!': '{ type: object }',
        'tags!': '{ type: array, items: { type: string } }',
      }),
    );
    expect(fields).toBe(
      'create-book refuses a request with a field of the wrong shape: author is an array, tags is an object',
    );
  });

  it('names another alternative than the one that is sent', async () => {
    const shop = await contract(`
      /pets:
        post:
          operationId: createPet
          requestBody:
            content:
              application/json:
                schema:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
                  discriminator: { propertyName: kind }
          responses: { '201': { description: Made } }
      components:
        schemas:
          Cat: { type: object, required: [kind, lives], properties: { kind: { const: Cat }, lives: { type: integer } } }
          Dog: { type: object, required: [kind, barks], properties: { kind: { const: Dog }, barks: { type: boolean } } }
    `);
    expect(shop.cases(wrongShape)[0]).toBe(
      'create-pet refuses a request with a field of the wrong shape: kind is that of another alternative',
    );
  });

  it('knows that in a query all is text', async () => {
    const shop = await contract(`
      /books:
        get:
          operationId: listBooks
          parameters:
            - { name: tags, in: query, explode: false, schema: { type: array, items: { type: string } } }
            - { name: more, in: query, content: { application/json: { schema: { type: array, items: { type: string } } } } }
          responses: { '200': { description: Books } }
    `);
    expect(shop.cases(wrongShape)).toEqual([
      'list-books refuses a request with a query parameter of the wrong shape: more is an object',
    ]);
  });
});
