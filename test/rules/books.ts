import { contract } from '../contract.ts';

const answer = (status: number) =>
  `'${status}': { description: Book, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }`;

/** A small contract of books, with what a test is about put in. */
export function books(how: {
  readonly book?: string;
  readonly responses?: string;
  readonly security?: string;
  readonly list?: string;
  readonly remove?: string;
}) {
  const refusals = how.responses ?? '';
  const body = `requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }`;
  const id = '{ name: bookId, in: path, required: true, schema: { type: string, format: uuid } }';
  return contract(`
/books:
  post:
    operationId: createBook
    security: ${how.security ?? '[]'}
    ${body}
    responses: { ${answer(201)}, ${refusals} }
  ${how.list ?? ''}
/books/{bookId}:
  parameters: [${id}]
  get:
    operationId: getBook
    responses: { ${answer(200)}, ${refusals} }
  ${how.remove ?? ''}
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
    certificate: { type: mutualTLS }
    password: { type: http, scheme: basic }
    key: { type: apiKey, in: header, name: X-API-Key }
    session: { type: apiKey, in: cookie, name: session }
  schemas:
    Book: ${how.book ?? '{ type: object, required: [id, title], properties: { id: { type: string, format: uuid, readOnly: true }, title: { type: string } } }'}
`);
}

/** The schema of a book with these members besides its id; the names in front of a `!` are required. */
export function bookOf(members: Readonly<Record<string, string>>): string {
  const names = Object.keys(members);
  const required = names.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  const properties = names.map((name) => `${name.replace('!', '')}: ${members[name]}`);
  const all = ['id: { type: string, format: uuid, readOnly: true }', ...properties];
  return `{ type: object, required: [${['id', ...required].join(', ')}], properties: { ${all.join(', ')} } }`;
}
