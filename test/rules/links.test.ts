import { expect, test } from 'vitest';
import { links } from '../../src/rules/links.ts';
import { contract } from '../contract.ts';

const api = (link: string, more = '') => `
  /books:
    post:
      operationId: createBook
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [title]
              properties: { title: { type: string } }
      responses:
        '201':
          description: Made.
          content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } }
          links: { Next: ${link} }
        '404':
          description: Nobody can bring this about.
          ${more}
  /books/{bookId}:
    get:
      operationId: getBook
      parameters:
        - { name: bookId, in: path, required: true, schema: { type: string } }
        - { name: title, in: query, schema: { type: string } }
      responses: { '200': { description: A book. } }
components:
  schemas:
    Book: { type: object, properties: { id: { type: string } } }
`;

async function told(link: string, more?: string) {
  const made = await contract(api(link, more));
  const [draft] = made.drafts(links);
  return { made, draft: draft! };
}

test('a link is followed with what the answer says', async () => {
  const { made, draft } = await told('{ operationId: getBook, parameters: { bookId: $response.body#/id } }');
  expect(made.cases(links)).toEqual(['create-book can be followed by its link Next']);
  expect(draft).toMatchObject({
    kind: 'links',
    subject: 'Next',
    strength: 'contract',
    steps: [
      { call: { path: '/books' }, expect: { status: { codes: [201] } }, save: ['answer'] },
      {
        call: {
          path: '/books/{bookId}',
          pathParameters: {
            kind: 'object',
            members: { bookId: { kind: 'part', of: 'saved', pointer: '/id', optional: true } },
          },
        },
        expect: { status: { codes: [200] } },
      },
    ],
  });
});

test('headers of the answer, members of the request, qualified names, braces and constants are read', async () => {
  const { draft } = await told(
    "{ operationId: getBook, parameters: { path.bookId: '{$response.header.Location}', query.title: $request.body#/title } }",
  );
  expect(draft).toMatchObject({
    steps: [
      {},
      {
        call: {
          pathParameters: { members: { bookId: { kind: 'part', in: 'header', header: 'Location' } } },
          query: { kind: 'literal', json: { title: expect.any(String) } },
        },
      },
    ],
  });
});

test('an expression may stand among other words', async () => {
  const { draft } = await told(
    "{ operationId: getBook, parameters: { bookId: 'b-{$response.body#/id}', title: a } }",
  );
  expect(draft).toMatchObject({
    steps: [
      {},
      {
        call: {
          pathParameters: {
            members: { bookId: { kind: 'text', parts: [{ json: 'b-' }, { kind: 'part', pointer: '/id' }] } },
          },
          query: { json: { title: 'a' } },
        },
      },
    ],
  });
});

test.each([
  ['{ operationId: getBook, parameters: { bookId: $url } }', 'says $url, which a suite cannot know'],
  [
    "{ operationId: getBook, parameters: { bookId: 'b-{$url}' } }",
    'says b-{$url}, which a suite cannot know',
  ],
  [
    '{ operationId: getBook, parameters: { page: 1 } }',
    'says page, a parameter that GET /books/{bookId} does not have',
  ],
])('what cannot be followed is a gap: %s', async (link, reason) => {
  const { draft } = await told(link);
  expect(draft).toMatchObject({ draft: 'gap', code: 'unread-expression' });
  expect(draft).toHaveProperty('reason', expect.stringContaining(reason));
});

test('a link of a refusal is a gap', async () => {
  const { made } = await told(
    '{ operationId: getBook, parameters: { bookId: $response.body#/id } }',
    'links: { Other: { operationId: getBook } }',
  );
  expect(made.drafts(links)[1]).toMatchObject({ draft: 'gap', code: 'no-success' });
});

test('a link that asks a list for a member contradicts its answer', async () => {
  const made = await contract(
    api('{ operationId: getBook, parameters: { bookId: $response.body#/id } }').replace(
      "schema: { $ref: '#/components/schemas/Book' }",
      "schema: { type: array, items: { $ref: '#/components/schemas/Book' } }",
    ),
  );
  expect(made.drafts(links)).toMatchObject([{ draft: 'gap', code: 'contradiction' }]);
});
