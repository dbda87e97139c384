import { describe, expect, it } from 'vitest';
import { dependenciesOf } from '../../src/model/dependencies.ts';
import { contract } from '../contract.ts';

const made = `{ description: Made, content: { application/json: { schema: { properties: { id: { type: string } } } } } }`;
const inPath = (name: string) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`;

const library = () =>
  contract(`
    /orders/{orderId}:
      get: { operationId: getOrder, parameters: [${inPath('orderId')}], responses: {} }
    /orders:
      post:
        operationId: createOrder
        requestBody:
          content:
            application/json:
              schema:
                properties:
                  shelf_name: { type: string }
                  lines: { type: array, items: { properties: { bookId: { type: string } } } }
                  book_ids: { type: array, items: { type: string } }
                  authorId: { type: string, readOnly: true }
        responses: { '201': ${made} }
    /books:
      post:
        operationId: createBook
        responses:
          '201':
            description: Made
            content: { application/json: { schema: { properties: { id: { type: string } } } } }
            links: { loans: { operationId: listLoans, parameters: { of: $response.body#/id } } }
    /books/{bookId}:
      get: { operationId: getBook, parameters: [${inPath('bookId')}], responses: {} }
    /loans:
      get: { operationId: listLoans, parameters: [{ name: of, in: query, schema: { type: string } }], responses: {} }
    /authors:
      post: { operationId: createAuthor, responses: { '201': ${made} } }
    /authors/{id}:
      get: { operationId: getAuthor, parameters: [${inPath('id')}], responses: {} }
    /shelves/{shelf}:
      put: { operationId: putShelf, parameters: [${inPath('shelf')}], responses: { '201': { description: Made } } }
  `);

describe('dependencies of the test model', () => {
  it('say for each need who gives it, where from, and how that is known, in the order of the contract', async () => {
    const { subject } = await library();
    const inWords = dependenciesOf(subject).map(
      ({ operation, need, producer, identity, by, confidence }) =>
        `${operation} ${need.in} ${need.in === 'body' ? need.pointer : need.name} <- ${producer} ` +
        `${identity.from === 'body' ? identity.pointer : `{${identity.name}}`} (${by}, ${confidence})`,
    );
    expect(inWords).toEqual([
      'get-order path orderId <- create-order /id (container, certain)',
      'create-order body /shelf_name <- put-shelf {shelf} (name, likely)',
      'create-order body /lines/0/bookId <- create-book /id (name, likely)',
      'create-order body /book_ids/0 <- create-book /id (name, likely)',
      'get-book path bookId <- create-book /id (container, certain)',
      'list-loans query of <- create-book /id (link, certain)',
      'get-author path id <- create-author /id (container, certain)',
    ]);
  });

  it('are also those of operations that give the tested ones something', async () => {
    const { subject, operation } = await library();
    const found = dependenciesOf({ ...subject, operations: [operation('get-order')] });
    expect([...new Set(found.map((one) => one.operation))]).toEqual(['get-order', 'create-order']);
  });
});
