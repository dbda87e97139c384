import { describe, expect, it } from 'vitest';
import { books, compiled } from './compiled.ts';

describe('statuses that the owner gives', () => {
  it('are expected in one kind of case, by key, operationId, or method and path', async () => {
    for (const name of ['create-book', 'createBook', 'POST /books']) {
      const made = await compiled(`operations: { ${name}: { status: { required: 422 } } }`);
      expect(made.problems).toEqual([]);
      expect(made.inWords('create-book/required/fields-left-out')).toEqual([
        'create-book/required/fields-left-out: answers 422 without a required field (422)',
      ]);
      expect(made.inWords('create-book/bounds')).toEqual([
        'create-book/bounds/fields: answers 400 or 422 for a field out of bounds (400, 422)',
      ]);
    }
  });

  it('are expected for wrong input of every kind, a kind of its own before', async () => {
    const made = await compiled(`
      operations:
        create-book: { status: { invalid: 400, bounds: 422 } }
    `);
    expect(made.inWords('create-book/type/fields')).toEqual([
      'create-book/type/fields: answers 400 for a field of the wrong type (400)',
    ]);
    expect(made.inWords('create-book/bounds')).toEqual([
      'create-book/bounds/fields: answers 422 for a field out of bounds (422)',
    ]);
  });

  it('are promises of the contract, declared at the line that says so', async () => {
    const { model, cases } = await compiled(`
      operations:
        get-book: { status: { not-found: [404, 403] } }
    `);
    expect(cases.get('get-book/not-found/path/bookId')).toMatchObject({
      title: 'answers 403 or 404 for an unknown book',
      strength: 'contract',
      steps: [{ expect: { status: { codes: [403, 404] } } }],
    });
    expect(model.contract.operations['GET /books/{bookId}']!.responses['403']).toEqual({
      at: 'itc.yaml#/specs/0/operations/get-book/status/not-found',
      content: {},
      headers: {},
    });
  });

  it('are expected in stories and of what cases need, too', async () => {
    const contract = `${books.replace('components:', deletion)}`;
    const { cases, model } = await compiled(
      `
      operations:
        create-book: { status: { happy: 200 } }
        get-book: { status: { not-found: 403 } }
      `,
      contract,
    );
    const codes = cases.get('books/lifecycle')!.steps.map(({ expect: { status } }) => status.codes);
    expect(codes).toEqual([[200], [200], [204], [403], [204, 404]]);
    expect(model.fixtures.map(({ expect: { status } }) => status.codes)).toEqual([[200]]);
  });

  it('say so where no case expects them', async () => {
    const { problems } = await compiled('operations: { create-book: { status: { not-found: 404 } } }');
    expect(problems).toEqual([
      'itc.yaml:3:44 warning overrides/idle-status: No case of POST /books expects the statuses that are said of not-found.',
    ]);
  });

  it.each([
    ['{ statsu: { required: 422 } }', 'statsu is not a key of operations.create-book. Did you mean status?'],
    [
      '{ status: { reqired: 422 } }',
      'reqired is not a key of operations.create-book.status. Did you mean required?',
    ],
    ['{ status: { required: 500 } }', 'specs.0.operations.create-book.status.required fits none'],
    ['{ status: { required: [] } }', 'specs.0.operations.create-book.status.required fits none'],
  ])('refuse %s', async (said, problem) => {
    const { problems, compilation } = await compiled(`operations: { create-book: ${said} }`);
    expect(compilation.model).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

const deletion = `    delete:
      operationId: deleteBook
      responses: { '204': { description: Gone. }, '404': { description: None. } }
components:`;
