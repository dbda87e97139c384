import { describe, expect, it } from 'vitest';
import type { TestModel } from '../../src/model/model.ts';
import { books, compiled, sent } from './compiled.ts';

/** The good bodies of a model, by name. */
function bodies({ examples, suites }: TestModel): Readonly<Record<string, unknown>> {
  const all = [...examples, ...suites.flatMap((suite) => suite.examples)];
  return Object.fromEntries(
    all.map(({ name, value }) => [name.join(' '), value.kind === 'literal' ? value.json : value]),
  );
}

describe('values that the owner gives', () => {
  it('are sent for a parameter, of one operation before all', async () => {
    const { cases } = await compiled(`
      parameters: { currency: EUR }
      operations: { get-book: { parameters: { currency: USD } } }
    `);
    const [step] = cases.get('get-book/happy/maximal')!.steps;
    expect(step!.call.query).toEqual({ kind: 'literal', json: { currency: 'USD' } });
  });

  it('come before things that would be created, in a path', async () => {
    const { cases, model } = await compiled('operations: { get-book: { parameters: { bookId: 7 } } }');
    const [step] = cases.get('get-book/happy')!.steps;
    expect(step!.call.pathParameters).toEqual({ kind: 'literal', json: { bookId: 7 } });
    expect(model.fixtures).toEqual([]);
    expect(cases.has('get-book/not-found/path/bookId')).toBe(true);
  });

  it('are members of every good body; of a minimal one where it has them', async () => {
    const { model } = await compiled('operations: { create-book: { fields: { /pages: 12, /title: Emma } } }');
    expect(bodies(model)).toEqual({
      'new book': { title: 'Emma', pages: 12 },
      'minimal book': { title: 'Emma' },
    });
  });

  it('are whole bodies, the good one and further ones by name', async () => {
    const { model, cases } = await compiled(`
      operations:
        create-book:
          body: { title: Emma }
          bodies: { long: { title: War and Peace, pages: 1200 } }
          fields: { /pages: 12 }
    `);
    expect(bodies(model)).toMatchObject({
      'new book': { title: 'Emma' },
      'book long': { title: 'War and Peace', pages: 1200 },
    });
    expect(cases.get('create-book/happy/example/long')!.title).toBe('creates a book like the example long');
  });

  it('come after nothing that the contract shows', async () => {
    const shown = books.replace(
      "schema: { $ref: '#/components/schemas/NewBook' }",
      "examples: { short: { value: { title: Dune } } }, schema: { $ref: '#/components/schemas/NewBook' }",
    );
    const { model, cases } = await compiled('operations: { create-book: { body: { title: Emma } } }', shown);
    expect(bodies(model)['new book']).toEqual({ title: 'Emma' });
    expect(cases.has('create-book/happy/example/short')).toBe(true);
  });

  it.each([
    ['fields: { /pages: 0 }', 'pages is below 1'],
    ['body: { pages: 3 }', 'it has no title'],
    ['bodies: { odd: { title: 7 } }', 'title is not a string'],
  ])('break their schema: %s', async (said, problem) => {
    const { problems, model } = await compiled(`operations: { create-book: { ${said} } }`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^itc\.yaml:3:\d+ warning values\/invalid-example: /);
    expect(problems[0]).toContain(problem);
    expect(bodies(model)['new book']).toEqual({ title: 'Dracula' });
  });

  it.each([
    ['parameters: { curency: EUR }', 'The contract has no parameter curency. Did you mean currency?'],
    ['operations: { get-book: { parameters: { page: 1 } } }', 'GET /books/{bookId} has no parameter page.'],
    [
      'operations: { create-book: { fields: { /page: 1 } } }',
      'POST /books has no member /page. Did you mean /pages?',
    ],
    ['operations: { get-book: { body: {} } }', 'GET /books/{bookId} has no body.'],
  ])('are about something that is there: %s', async (said, problem) => {
    const { problems, compilation } = await compiled(said);
    expect(problems).toEqual([expect.stringContaining(`error overrides/unknown-name: ${problem}`)]);
    expect(compilation.model).toBeUndefined();
  });

  it('stay data', async () => {
    const hostile = '"""\\n${process.exit(1)}`{{}}';
    const { model } = await compiled(
      `operations: { create-book: { fields: { /title: ${JSON.stringify(hostile)} } } }`,
    );
    expect(bodies(model)['new book']).toEqual({ title: hostile });
  });
});

describe('seeds', () => {
  it('are neither made up nor created, and have a value where one is given', async () => {
    const { model, cases } = await compiled(`
      seeds: { bookId: 7, shelfId: null }
    `);
    const [step] = cases.get('get-book/happy')!.steps;
    expect(sent(step!.call, 'pathParameters', 'bookId')).toEqual({
      kind: 'seed',
      name: 'bookId',
      default: 7,
    });
    expect(bodies(model)['full book']).toMatchObject({
      members: { shelfId: { kind: 'seed', name: 'shelfId', type: 'integer' } },
    });
  });

  it('answer to the name that they have in the setup file', async () => {
    const { cases } = await compiled(
      'seeds: { bookId: 7 }',
      books.replaceAll('{bookId}', '{id}').replace('name: bookId', 'name: id'),
    );
    const [step] = cases.get('get-book/happy')!.steps;
    expect(sent(step!.call, 'pathParameters', 'id')).toMatchObject({ name: 'bookId', default: 7 });
  });

  it('that nothing needs are an error', async () => {
    expect((await compiled('seeds: { bokId: 7 }')).problems).toEqual([
      'itc.yaml:3:14 error overrides/unknown-name: The contract has no parameter or member bokId. Did you mean bookId?',
    ]);
  });
});
