import type { SecurityScheme } from '../../src/api/api.ts';
import type {
  Body,
  Call,
  Case,
  Check,
  Fixture,
  Gap,
  TestModel,
  Value,
  ValuePath,
} from '../../src/model/model.ts';

const title = { kind: 'pointer', pointer: 'title' } as const satisfies ValuePath;
const book = { kind: 'example', name: ['new', 'book'] } as const satisfies Value;

/** One value of each kind: a kind that the schema does not know is missed by nobody. */
export const values: { readonly [Kind in Value['kind']]: Extract<Value, { readonly kind: Kind }> } = {
  literal: { kind: 'literal', json: { a: [1, null, 'x', true] } },
  object: { kind: 'object', members: { isbn: { kind: 'unique', template: '###' } } },
  array: { kind: 'array', items: [{ kind: 'literal', json: 1 }] },
  entry: { kind: 'entry', column: ['field'], value: { kind: 'row', column: ['value'] } },
  example: book,
  without: { kind: 'without', of: book, path: title },
  with: {
    kind: 'with',
    of: book,
    path: { kind: 'row', column: ['field'] },
    value: { kind: 'row', column: ['value'] },
  },
  row: { kind: 'row', column: ['value'] },
  given: { kind: 'given', name: ['book'] },
  part: { kind: 'part', of: 'fixture', name: ['author'], pointer: '/id' },
  unique: { kind: 'unique', template: 'reader-####@example.org' },
  seed: { kind: 'seed', name: 'petId', example: 7, type: 'integer' },
  file: { kind: 'file', name: 'a.png', mediaType: 'image/png', content: { kind: 'base64', base64: 'AA==' } },
};

export const bodies: { readonly [Kind in Body['kind']]: Extract<Body, { readonly kind: Kind }> } = {
  json: { kind: 'json', mediaType: 'application/json', value: book },
  form: { kind: 'form', value: book },
  multipart: { kind: 'multipart', value: book },
  text: { kind: 'text', mediaType: 'text/plain', value: book },
};

export const checks: { readonly [Kind in Check['kind']]: Extract<Check, { readonly kind: Kind }> } = {
  lists: { kind: 'lists', pointer: '/items', item: book },
};

export const securitySchemes: {
  readonly [Type in SecurityScheme['type']]: Extract<SecurityScheme, { readonly type: Type }>;
} = {
  apiKey: { type: 'apiKey', in: 'header', name: 'X-Key' },
  http: { type: 'http', scheme: 'bearer', description: 'A token.' },
  oauth2: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: {} } } },
  openIdConnect: { type: 'openIdConnect', url: 'https://example.org' },
  mutualTLS: { type: 'mutualTLS' },
};

const call: Required<Call> = {
  operation: 'create-book',
  method: 'POST',
  path: '/books',
  as: 'user',
  pathParameters: values.object,
  query: values.literal,
  headers: values.literal,
  cookies: values.literal,
  body: bodies.json,
};

const test: Required<Case> = {
  id: 'create-book/required/body',
  title: 'answers 422 without a required field',
  kind: 'required',
  strength: 'contract',
  table: {
    columns: [['field']],
    rows: [{ id: 'create-book/required/body/title', label: 'title', values: ['title'], at: 'a:1:1' }],
  },
  given: [{ name: ['book'], value: book }],
  steps: [
    ...Object.values(bodies).map((body) => ({
      call: { ...call, body },
      expect: { status: { codes: [201] } },
    })),
    ...Object.values(values).map(
      (value) =>
        ({
          call,
          expect: {
            status: { codes: [400, '4XX'], family: 'invalid' },
            containing: value,
            checks: Object.values(checks),
          },
          save: ['created'],
        }) as const,
    ),
  ],
  at: 'openapi.yaml:66:9',
};

const fixture: Required<Fixture> = {
  name: ['author'],
  summary: 'An author, created by POST /authors.',
  given: [{ name: ['id'], value: values.unique }],
  call,
  expect: { status: { codes: ['2XX'] } },
  value: values.given,
};

const gap: Required<Gap> = {
  code: 'no-producer',
  reason: 'Nothing makes a shelf.',
  operation: 'get-shelf',
  at: 'openapi.yaml:30:3',
};

/** A model with a member of every kind; `Required` finds the optional member that is forgotten here. */
export const richModel: TestModel = {
  format: 1,
  title: 'Books',
  spec: 'openapi.yaml',
  contract: {
    operations: {
      'POST /books': {
        key: 'create-book',
        at: 'openapi.yaml:10:3',
        security: [[{ scheme: 'http', scopes: [] }], []],
        responses: {
          '201': {
            at: 'openapi.yaml:12:5',
            content: { 'application/json': { $ref: '#/$defs/Book' }, 'text/*': true },
            headers: { Location: { required: true, schema: { type: 'string', format: 'uri-reference' } } },
          },
          '4XX': { at: 'openapi.yaml:20:5', content: {}, headers: {} },
          default: { at: 'openapi.yaml:22:5', content: {}, headers: {} },
        },
        cleanup: {
          method: 'DELETE',
          path: '/shelves/{shelf}/books/{id}',
          parameters: { shelf: { from: 'path', name: 'shelf' }, id: { from: 'body', pointer: '/id' } },
        },
      },
    },
    securitySchemes,
    $defs: {
      Book: {
        type: 'object',
        required: ['title'],
        properties: { title: { type: ['string', 'null'], minLength: 1 }, next: { $ref: '#/$defs/Book' } },
        additionalProperties: false,
        discriminator: { propertyName: 'kind', mapping: { book: '#/$defs/Book' } },
      },
    },
  },
  fixtures: [fixture],
  examples: [{ name: ['new', 'author'], value: values.literal }],
  suites: [
    {
      name: ['books'],
      heading: 'Books',
      examples: [{ name: ['new', 'book'], value: values.with }],
      groups: [{ name: ['create', 'book'], heading: 'POST /books', cases: [test] }],
    },
  ],
  gaps: [gap],
};
