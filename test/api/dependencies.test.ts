import { describe, expect, it } from 'vitest';
import { namesAnotherThing, type Need } from '../../src/api/dependencies.ts';
import { contract, type Contract } from '../contract.ts';

const id = '{ name: id, in: path, required: true, schema: { type: string } }';
const made = `{ description: Made, content: { application/json: { schema: { properties: { id: { type: string } } } } } }`;
const sends = (...names: readonly string[]) =>
  `{ content: { application/json: { schema: { properties: { ${names.map((name) => `${name}: { type: string }`).join(', ')} } } } } }`;

/** Collections of things that each name the others by these members. */
const collections = (things: Readonly<Record<string, readonly string[]>>) =>
  contract(
    Object.entries(things)
      .map(
        ([path, names]) => `
      ${path}:
        post: { operationId: "create ${path}", requestBody: ${sends(...names)}, responses: { '201': ${made} } }
      ${path}/{id}:
        get: { operationId: "read ${path}", parameters: [${id}], responses: {} }`,
      )
      .join(''),
  );

const inBody = (name: string, type: 'string' | 'integer' = 'string'): Need => ({
  in: 'body',
  name,
  schema: { type },
});

function producer({ subject, operation }: Contract, key: string, need: Need) {
  const found = subject.dependencies.producerOf(operation(key), need);
  return found && `${found.resource.name.join(' ')} by ${found.by}`;
}

describe('what an operation needs', () => {
  it('is made by the container of its path, whatever the parameter is called there', async () => {
    const shop = await contract(`
      /books:
        post: { responses: { '201': ${made} } }
      /books/{id}:
        get: { operationId: read, parameters: [${id}], responses: {} }
      /books/{bookId}/cover:
        get: { operationId: cover, responses: {}, parameters: [{ name: bookId, in: path, required: true, schema: { type: string } }] }
    `);
    const [parameter] = shop.operation('cover').parameters;
    expect(producer(shop, 'cover', { ...parameter!, in: 'path' })).toBe('book by container');
  });

  it('is made by the thing that its name speaks of', async () => {
    const shop = await collections({ '/authors': [], '/books': ['authorId'] });
    expect(producer(shop, 'create-books', inBody('authorId'))).toBe('author by name');
    expect(producer(shop, 'create-books', inBody('author_uuid'))).toBe('author by name');
    expect(producer(shop, 'create-books', inBody('authorAge'))).toBeUndefined();
    expect(producer(shop, 'create-books', inBody('id'))).toBeUndefined();
  });

  it('is made by what answers with a schema of that name, where no thing is called so', async () => {
    const answers = (schema: string) =>
      `responses: { '201': { description: Made, content: { application/json: { schema: { $ref: '#/components/schemas/${schema}' } } } } }`;
    const people = (paths: readonly string[]) =>
      contract(`
        ${paths
          .map(
            (path) => `${path}:
          post: { operationId: "create ${path}", ${answers('AuthorOut')} }
        ${path}/{id}:
          get: { operationId: "read ${path}", parameters: [${id}], responses: {} }`,
          )
          .join('\n        ')}
        /books:
          post: { operationId: create books, requestBody: ${sends('authorId')}, ${answers('Book')} }
        components: { schemas: { AuthorOut: { properties: { id: { type: string } } }, Book: {} } }
      `);
    expect(producer(await people(['/people']), 'create-books', inBody('authorId'))).toBe('person by schema');
    const both = await people(['/people', '/staff']);
    expect(producer(both, 'create-books', inBody('authorId'))).toBeUndefined();
  });

  it('is of the kind that the identity is of', async () => {
    const shop = await collections({ '/authors': [], '/books': ['authorId'] });
    expect(producer(shop, 'create-books', inBody('authorId', 'integer'))).toBeUndefined();
  });

  it('is made by what an OpenAPI Link says, before everything else', async () => {
    const shop = await contract(`
      /carts:
        post:
          responses:
            '201':
              description: Made
              content: { application/json: { schema: { properties: { id: { type: string } } } } }
              links: { Pay: { operationId: pay, parameters: { basket: $response.body#/id } } }
      /carts/{id}:
        get: { parameters: [${id}], responses: {} }
      /payments:
        post: { operationId: pay, responses: {}, parameters: [{ name: basket, in: query, schema: { type: string } }] }
    `);
    expect(producer(shop, 'pay', { in: 'query', name: 'basket', schema: { type: 'string' } })).toBe(
      'cart by link',
    );
  });

  it('is nobody where nothing creates such a thing', async () => {
    const shop = await contract(`
      /books/{id}:
        get: { operationId: read, parameters: [${id}], responses: {} }
    `);
    expect(producer(shop, 'read', { in: 'path', name: 'id', schema: { type: 'string' } })).toBeUndefined();
  });
});

describe('a circle', () => {
  const circle = { '/authors': ['bookId'], '/books': ['authorId'] };

  it('is cut at both ends, whichever comes first', async () => {
    for (const things of [circle, Object.fromEntries(Object.entries(circle).toReversed())]) {
      const shop = await collections(things);
      expect(producer(shop, 'create-books', inBody('authorId'))).toBeUndefined();
      expect(producer(shop, 'create-authors', inBody('bookId'))).toBeUndefined();
    }
  });

  it('is cut where a thing names its own kind', async () => {
    const shop = await collections({ '/books': ['bookId'] });
    expect(producer(shop, 'create-books', inBody('bookId'))).toBeUndefined();
  });

  it('hinders nobody who only reads', async () => {
    const shop = await collections(circle);
    expect(producer(shop, 'read-books', inBody('authorId'))).toBe('author by name');
  });

  it('is no circle where one thing is needed twice', async () => {
    const shop = await collections({
      '/authors': [],
      '/books': ['authorId'],
      '/orders': ['bookId', 'authorId'],
    });
    expect(producer(shop, 'create-orders', inBody('bookId'))).toBe('book by name');
    expect(producer(shop, 'create-orders', inBody('authorId'))).toBe('author by name');
  });
});

it.each([
  ['authorId', true],
  ['account_uuid', true],
  ['id', false],
  ['paid', false],
  ['title', false],
])('namesAnotherThing: %s %s', (name, does) => expect(namesAnotherThing(name)).toBe(does));
