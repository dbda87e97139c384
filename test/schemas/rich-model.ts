import type { SecurityScheme } from '../../src/api/api.ts';
import type { CallLogIn, Credential, GrantLogIn, LogIn } from '../../src/model/callers.ts';
import type { Acceptance, Check } from '../../src/model/expectation.ts';
import type { Body, Call, Case, Fixture, Gap, NextPage, TestModel, Walk } from '../../src/model/model.ts';
import type { Dependency } from '../../src/model/promises.ts';
import type { Value, ValuePath } from '../../src/model/value.ts';

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
  text: {
    kind: 'text',
    parts: [
      { kind: 'literal', json: 'Token ' },
      { kind: 'row', column: ['value'] },
    ],
  },
  row: { kind: 'row', column: ['value'] },
  given: { kind: 'given', name: ['book'] },
  part: { kind: 'part', of: 'fixture', in: 'body', name: ['author'], pointer: '/id' },
  unique: { kind: 'unique', template: '4###', type: 'integer' },
  seed: { kind: 'seed', name: 'petId', example: 7, default: 8, type: 'integer' },
  file: { kind: 'file', name: 'a.png', mediaType: 'image/png', content: { kind: 'base64', base64: 'AA==' } },
};

type PartOf<In> = Extract<Value, { readonly kind: 'part'; readonly in: In }>;

/** One part of each sort. */
const parts: {
  readonly [In in Extract<Value, { readonly kind: 'part' }>['in']]: Required<PartOf<In>>;
} = {
  body: { kind: 'part', of: 'saved', in: 'body', name: ['created'], pointer: '/id', optional: true },
  header: { kind: 'part', of: 'saved', in: 'header', name: ['created'], header: 'ETag' },
  cookie: { kind: 'part', of: 'saved', in: 'cookie', name: ['created'], cookie: 'sid' },
  location: {
    kind: 'part',
    of: 'saved',
    in: 'location',
    name: ['created'],
    path: '/books/{id}',
    pointer: '/id',
    type: 'integer',
  },
};

export const bodies: { readonly [Kind in Body['kind']]: Extract<Body, { readonly kind: Kind }> } = {
  json: { kind: 'json', mediaType: 'application/json', value: book },
  form: { kind: 'form', value: book },
  multipart: { kind: 'multipart', value: book },
  text: { kind: 'text', mediaType: 'text/plain', value: book },
};

export const checks: { readonly [Kind in Check['kind']]: Extract<Check, { readonly kind: Kind }> } = {
  lists: { kind: 'lists', pointer: '/items', item: book },
  lacks: { kind: 'lacks', pointer: '/items', item: book },
  either: { kind: 'either', values: [book, book] },
  forgets: { kind: 'forgets', pointer: '/data', members: book },
  every: { kind: 'every', pointer: '/items', member: '/title', relation: 'contains', value: book },
  sorted: { kind: 'sorted', pointer: '', member: '/title', order: 'descending' },
  empty: { kind: 'empty', pointer: '' },
  meets: { kind: 'meets', of: 'header', header: 'X-Total', schema: { type: 'number', minimum: 1 } },
  allows: { kind: 'allows', methods: ['GET', 'POST'] },
};

const nextPages: { readonly [By in NextPage['by']]: Extract<NextPage, { readonly by: By }> } = {
  offset: { by: 'offset', parameter: 'offset' },
  page: { by: 'page', parameter: 'page', first: 1 },
  cursor: { by: 'cursor', parameter: 'cursor', pointer: '/next' },
  'last-item': { by: 'last-item', parameter: 'starting_after' },
  link: { by: 'link' },
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
  credentials: { kind: 'only', schemes: ['http'] },
  follows: ['made'],
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
    { call: { ...call, credentials: { kind: 'held', values } }, expect: { status: { codes: [200] } } },
    { call, expect: { status: { codes: [201] } }, makes: { having: ['/id'] }, save: ['made'] },
    {
      call,
      expect: { status: { codes: [201] } },
      atOnce: { times: 2, others: { codes: [409, '4XX'], family: 'invalid' } },
    },
    ...Object.values(nextPages).map((next) => ({
      call,
      expect: { status: { codes: [200] } },
      walk: { items: '/items', key: '/id', size: { parameter: 'limit', most: 100 }, next } satisfies Walk,
    })),
    ...Object.values(bodies).map((body) => ({
      call: { ...call, body },
      expect: { status: { codes: [201] } },
    })),
    ...[...Object.values(values), ...Object.values(parts)].map(
      (value) =>
        ({
          call,
          expect: {
            status: { codes: [400, '4XX'], family: 'invalid' },
            containing: value,
            having: ['/id', '/items/0'],
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
  expect: { status: { codes: ['2XX'] }, having: ['/id'] } satisfies Required<Acceptance>,
  save: ['created'],
  value: values.given,
};

const credentials: readonly Required<Credential>[] = [
  {
    actor: 'user',
    scheme: 'http',
    summary: 'a bearer credential',
    scopes: ['admin'],
    source: { kind: 'log-in', logIn: ['log', 'in'], person: 'USER', scopes: ['admin'] },
  },
  {
    actor: 'lesser',
    scheme: 'http',
    summary: 'somebody without the scope admin',
    scopes: ['customer'],
    source: { kind: 'variable', name: 'LESSER_HTTP' },
  },
];

const logIns: readonly (LogIn & (Required<CallLogIn> | Required<GrantLogIn>))[] = [
  {
    name: ['log', 'in'],
    summary: 'POST /sessions',
    kind: 'call',
    method: 'POST',
    url: '/sessions',
    headers: values.literal,
    body: bodies.json,
    given: [{ name: ['user', 'name'], value: values.unique }],
    signUp: { method: 'POST', url: '/users', body: bodies.json },
    credential: { in: 'body', at: '/token' },
    template: 'Token {token}',
    logOut: { method: 'DELETE', path: '/sessions/{id}', parameters: { id: '/id' } },
  },
  {
    name: ['log', 'in', 'for', 'oauth'],
    summary: 'A token of /token',
    kind: 'grant',
    grant: 'client-credentials',
    endpoint: { kind: 'token', url: '/token' },
    scopes: ['admin'],
  },
];

/** Each need, each source of an identity, and each rule. */
const dependencies: readonly Dependency[] = [
  {
    operation: 'get-book',
    need: { in: 'path', name: 'id' },
    producer: 'create-book',
    identity: { from: 'body', pointer: '/id' },
    by: 'container',
    confidence: 'certain',
  },
  {
    operation: 'create-book',
    need: { in: 'body', name: 'shelf_name', pointer: '/shelf_names/0' },
    producer: 'put-shelf',
    identity: { from: 'path', name: 'shelf' },
    by: 'name',
    confidence: 'likely',
  },
  {
    operation: 'get-loan',
    need: { in: 'query', name: 'book' },
    producer: 'create-book',
    identity: { from: 'body', pointer: '/id' },
    by: 'link',
    confidence: 'certain',
  },
];

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
  dependencies,
  credentials,
  logIns,
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
