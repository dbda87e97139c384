import type { JsonSchema } from '../../src/api/json-schema.ts';
import type { Json } from '../../src/api/json.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import type { Call, Case, Step, TestModel } from '../../src/model/model.ts';
import type { Contract, Promises, ResponsePromise } from '../../src/model/promises.ts';
import type { Value } from '../../src/model/value.ts';

/** A small, made-up bookshop: one of everything that an emitter must be able to say. */

const literal = (json: Json): Value => ({ kind: 'literal', json });
const example = (...name: readonly string[]): Value => ({ kind: 'example', name });
const fixture = (name: string, pointer = '/id'): Value => ({
  kind: 'part',
  of: 'fixture',
  in: 'body',
  name: [name],
  pointer,
});
const saved = (name: string, pointer = '/id'): Value => ({
  kind: 'part',
  of: 'saved',
  in: 'body',
  name: [name],
  pointer,
});
const row = (column: string): Value => ({ kind: 'row', column: [column] });
const codes = (...codes: Expectation['status']['codes']): Expectation => ({ status: { codes } });
const invalid: Expectation = { status: { codes: [400, 404, 409, 415, 422], family: 'invalid' } };
const json = (value: Value): Call['body'] => ({ kind: 'json', mediaType: 'application/json', value });
const inRow = { kind: 'row', column: ['field'] } as const;

const createBook = { operation: 'create-book', method: 'POST', path: '/books', as: 'user' } as const;
const getBook = { operation: 'get-book', method: 'GET', path: '/books/{bookId}', as: 'user' } as const;
const listBooks = { operation: 'list-books', method: 'GET', path: '/books', as: 'user' } as const;
const removeBook = {
  operation: 'delete-book',
  method: 'DELETE',
  path: '/books/{bookId}',
  as: 'user',
} as const;
const createOrder = { operation: 'create-order', method: 'POST', path: '/orders', as: 'user' } as const;

const member = { anyOf: [{ type: 'string' }] } as const;
const book = {
  type: 'object',
  required: ['id', 'title', 'author'],
  properties: {
    id: { type: 'string' },
    title: { type: 'string', minLength: 1 },
    author: member,
    price: { type: 'number', minimum: 0, multipleOf: 0.01 },
    secretNote: false,
  },
} as const;

function promises(operation: string, line: number, more: Partial<Promises> = {}): Promises {
  const at = `openapi.yaml:${line}:5`;
  return { key: operation, at, security: [[{ scheme: 'bearerAuth', scopes: [] }]], responses: {}, ...more };
}

const promised = (at: string, ...schemas: readonly JsonSchema[]): ResponsePromise => ({
  at: `openapi.yaml:${at}`,
  content: Object.fromEntries(schemas.map((schema) => ['application/json', schema])),
  headers: {},
});

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

export const contract: Contract = {
  operations: {
    'POST /books': promises('create-book', 10, {
      responses: {
        '201': {
          ...promised('14:9', ref('Book')),
          headers: { Location: { required: true, schema: { type: 'string' } } },
        },
        '422': promised('20:9', ref('Problem')),
      },
      cleanup: {
        method: 'DELETE',
        path: '/books/{bookId}',
        parameters: { bookId: { from: 'body', pointer: '/id' } },
      },
    }),
    'GET /books': promises('list-books', 30, {
      responses: {
        '200': promised('33:9', {
          type: 'object',
          properties: { items: { type: 'array', items: ref('Book') } },
        }),
      },
    }),
    'GET /books/{bookId}': promises('get-book', 40, {
      responses: {
        '200': promised('44:9', ref('Book')),
        '401': promised('48:9', ref('Problem')),
        '404': promised('52:9', ref('Problem')),
      },
    }),
    'DELETE /books/{bookId}': promises('delete-book', 60, {
      responses: { '204': promised('62:9'), '404': promised('64:9', ref('Problem')) },
    }),
    'POST /orders': promises('create-order', 70, {
      responses: { '201': promised('72:9', true), default: promised('80:9', true) },
    }),
  },
  securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer' } },
  $defs: {
    Book: book,
    Problem: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
  },
};

const one = (id: string, title: string, ...steps: readonly Step[]): Case => ({
  id,
  title,
  kind: 'happy',
  strength: 'contract',
  steps,
  at: 'openapi.yaml:10:5',
});

const newBook: Value = {
  kind: 'object',
  members: {
    title: { kind: 'unique', template: 'Dune ####' },
    author: literal('Frank Herbert'),
    price: literal(9.5),
  },
};

/** The bookshop whose suite is written out by hand beside the emitter's tests. */
export const bookshop: TestModel = {
  format: 1,
  title: 'Bookshop',
  spec: 'openapi.yaml',
  contract,
  dependencies: [],
  credentials: [
    {
      actor: 'user',
      scheme: 'bearerAuth',
      summary: 'a bearer credential',
      source: { kind: 'variable', name: 'CREDENTIAL_BEARER_AUTH' },
    },
  ],
  logIns: [],
  fixtures: [
    {
      name: ['book'],
      summary: 'A book, created by POST /books.',
      call: { ...createBook, body: json(example('new', 'book')) },
      expect: { ...codes(201), having: ['/id'] },
    },
  ],
  examples: [{ name: ['new', 'book'], value: newBook }],
  gaps: [],
  suites: [
    {
      name: ['books'],
      heading: 'Books',
      examples: [
        {
          name: ['new', 'author'],
          value: literal({ name: 'Frank Herbert', born: 1920, isAlive: false, agent: null }),
        },
        {
          name: ['new', 'order'],
          value: {
            kind: 'object',
            members: {
              bookId: fixture('book'),
              email: { kind: 'unique', template: 'reader-####@example.org' },
            },
          },
        },
      ],
      groups: [
        {
          name: ['create', 'book'],
          heading: 'POST /books',
          cases: [
            one('create-book/happy', 'creates a book', {
              call: { ...createBook, body: json(example('new', 'book')) },
              expect: codes(201),
            }),
            {
              ...one('create-book/required/body', 'answers 422 without a required field', {
                call: {
                  ...createBook,
                  body: json({ kind: 'without', of: example('new', 'book'), path: inRow }),
                },
                expect: codes(422),
              }),
              table: {
                columns: [['field']],
                rows: ['title', 'author'].map((field) => ({
                  id: `create-book/required/body/${field}`,
                  label: field,
                  values: [field],
                  at: 'openapi.yaml:90:9',
                })),
              },
            },
            {
              ...one('create-book/bounds/body', 'answers 422 for a value out of bounds', {
                call: {
                  ...createBook,
                  body: json({ kind: 'with', of: example('new', 'book'), path: inRow, value: row('value') }),
                },
                expect: codes(422),
              }),
              table: {
                columns: [['field'], ['value']],
                rows: [
                  {
                    id: 'create-book/bounds/body/price/minimum',
                    label: 'price is below 0',
                    values: ['price', -1],
                    at: 'openapi.yaml:92:9',
                  },
                  {
                    id: 'create-book/bounds/body/title/minLength',
                    label: 'title is shorter than 1',
                    values: ['title', ''],
                    at: 'openapi.yaml:91:9',
                  },
                ],
              },
            },
          ],
        },
        {
          name: ['get', 'book'],
          heading: 'GET /books/{bookId}',
          cases: [
            one('get-book/happy', 'reads a book', {
              call: { ...getBook, pathParameters: { kind: 'object', members: { bookId: fixture('book') } } },
              expect: codes(200),
            }),
            one('get-book/auth/anonymous', 'answers 401 without a credential', {
              call: {
                ...getBook,
                as: 'anonymous',
                pathParameters: { kind: 'object', members: { bookId: fixture('book') } },
              },
              expect: codes(401),
            }),
            one('get-book/not-found/bookId', 'answers 404 for an unknown book', {
              call: { ...getBook, pathParameters: literal({ bookId: 'no such book/+' }) },
              expect: codes(404),
            }),
          ],
        },
        {
          name: ['life', 'of', 'a', 'book'],
          heading: 'The life of a book',
          cases: [
            {
              ...one(
                'life-of-a-book/lifecycle',
                'is created, read, listed and deleted',
                {
                  call: { ...createBook, body: json({ kind: 'given', name: ['sent'] }) },
                  expect: { ...codes(201), containing: { kind: 'given', name: ['sent'] } },
                  save: ['created'],
                },
                {
                  call: {
                    ...getBook,
                    pathParameters: { kind: 'object', members: { bookId: saved('created') } },
                  },
                  expect: {
                    ...codes(200),
                    containing: {
                      kind: 'object',
                      members: { id: saved('created'), title: saved('created', '/title') },
                    },
                  },
                },
                {
                  call: { ...listBooks, query: literal({ limit: 100 }) },
                  expect: {
                    ...codes(200),
                    checks: [
                      {
                        kind: 'lists',
                        pointer: '/items',
                        item: { kind: 'object', members: { id: saved('created') } },
                      },
                    ],
                  },
                },
                {
                  call: {
                    ...removeBook,
                    pathParameters: { kind: 'object', members: { bookId: saved('created') } },
                  },
                  expect: codes(204),
                },
                {
                  call: {
                    ...getBook,
                    pathParameters: { kind: 'object', members: { bookId: saved('created') } },
                  },
                  expect: { status: { codes: [404, 410], family: 'missing' } },
                },
              ),
              given: [{ name: ['sent'], value: example('new', 'book') }],
            },
          ],
        },
        {
          name: ['create', 'order'],
          heading: 'POST /orders',
          cases: [
            one('create-order/happy', 'orders a book', {
              call: { ...createOrder, body: json(example('new', 'order')) },
              expect: codes('2XX'),
            }),
            one('create-order/type/body', 'refuses a request with a list', {
              call: { ...createOrder, body: json(literal([])) },
              expect: invalid,
            }),
          ],
        },
      ],
    },
  ],
};
