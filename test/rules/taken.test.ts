import { expect, test } from 'vitest';
import { taken } from '../../src/rules/taken.ts';
import { contract } from '../contract.ts';

const books = ({ conflict = "'409': { description: Taken. }", says = 'Unique among all books.' } = {}) => `
  /books:
    post:
      operationId: createBook
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
      responses:
        '201':
          description: Made.
          content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } }
  /books/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    put:
      operationId: replaceBook
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
      responses: { '200': { description: Replaced. }, ${conflict} }
components:
  schemas:
    Book:
      type: object
      required: [code, pages]
      properties:
        id: { type: string, readOnly: true }
        code: { type: string, description: '${says}' }
        pages: { type: integer }
`;

test('a change cannot take what another has', async () => {
  const made = await contract(books());
  expect(made.cases(taken)).toEqual(['books does not take the code of another by PUT']);
  expect(made.drafts(taken)).toMatchObject([
    {
      kind: 'duplicate',
      subject: 'put',
      strength: 'contract',
      steps: [
        { call: { method: 'POST' }, save: ['other'] },
        {
          call: {
            method: 'PUT',
            body: {
              value: {
                kind: 'with',
                path: { pointer: 'code' },
                value: { kind: 'part', of: 'saved', pointer: '/code' },
              },
            },
          },
          expect: { status: { codes: [409] } },
        },
      ],
    },
  ]);
});

test('a declared 409 of which nobody says what it is about is a gap', async () => {
  const made = await contract(books({ says: 'What it is called.' }));
  expect(made.drafts(taken)).toMatchObject([{ draft: 'gap', code: 'no-conflict' }]);
});

test('without a declared 409 nothing is asked', async () => {
  const made = await contract(books({ conflict: "'400': { description: Wrong. }" }));
  expect(made.drafts(taken)).toEqual([]);
});
