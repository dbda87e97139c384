import { contract } from '../contract.ts';

/** What a list of books is asked with, and what else of it differs from test to test. */
export interface Shelf {
  /** Query parameters of the list, one YAML flow mapping each. */
  readonly parameters: readonly string[];
  /** Members of the answer beside the books. */
  readonly beside?: string;
  /** Headers of the answer, as a YAML flow mapping. */
  readonly headers?: string;
  readonly description?: string;
  /** Members of a book, as they are sent and answered. */
  readonly members?: string;
  /** Members of a book that only the server sets. */
  readonly set?: string;
}

/** An API that makes books, and lists them. */
export function shelf({
  parameters,
  beside = 'total: { type: integer }',
  headers = '{}',
  description = 'Books.',
  members = 'title: { type: string, example: Dune }, price: { type: number, minimum: 0, maximum: 100, example: 9 }',
  set = 'id: { type: integer }',
}: Shelf) {
  return contract(`
    /books:
      get:
        operationId: listBooks
        description: ${description}
        parameters: [${parameters.join(', ')}]
        responses:
          '200':
            description: Books.
            headers: ${headers}
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    items: { type: array, items: { $ref: '#/components/schemas/Book' } }
                    ${beside}
      post:
        operationId: createBook
        requestBody:
          required: true
          content: { application/json: { schema: { $ref: '#/components/schemas/NewBook' } } }
        responses:
          '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
    /books/{bookId}:
      get:
        operationId: getBook
        parameters: [{ name: bookId, in: path, required: true, schema: { type: integer } }]
        responses: { '200': { description: A book. } }
components:
  schemas:
    NewBook: { type: object, required: [title, price], properties: { ${members} } }
    Book: { type: object, required: [id, state], properties: { ${members}, ${set} } }
  `);
}

/** A query parameter with a schema. */
export function parameter(name: string, schema = '{ type: string }', description = ''): string {
  return `{ name: ${name}, in: query, description: '${description}', schema: ${schema} }`;
}
