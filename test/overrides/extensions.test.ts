import { describe, expect, it } from 'vitest';
import { isVolatile } from '../../src/model/volatile.ts';
import { memberAt } from '../../src/api/schema-shape.ts';
import { books, compiled } from './compiled.ts';

/** The contract with extensions put behind what is named. */
function saying(...extensions: readonly (readonly [behind: string, extension: string])[]): string {
  return extensions.reduce((text, [behind, extension]) => text.replace(behind, behind + extension), books);
}

describe('extensions of the contract', () => {
  it('mean what itc.yaml means', async () => {
    const contract = saying(
      [
        'operationId: createBook\n',
        '      x-itc-status: { required: 422 }\n      x-itc-produces: { shelfId: /version }\n',
      ],
      ['name: currency, ', 'x-itc-example: USD, '],
      ['name: bookId, ', 'x-itc-seed: true, '],
      ['operationId: getBook\n', '      x-itc-skip: not now\n'],
    );
    const { problems, inWords, gaps, compilation } = await compiled('', contract);
    expect(problems).toEqual([]);
    expect(inWords('create-book/required/body')[0]).toContain('answers 422 ');
    expect(gaps.find((gap) => gap.startsWith('skipped'))).toMatch(/^skipped: not now \(get-book\/happy/);
    const { api } = compilation.grounds!.subject;
    expect(api.owner!.produces).toMatchObject([
      { name: 'shelfId', operation: 'create-book', pointer: '/version' },
    ]);
    const [, get] = api.operations;
    expect(get!.parameters).toMatchObject([
      { name: 'bookId', isSeed: true },
      { name: 'currency', given: { value: 'USD' } },
    ]);
  });

  it('are weaker than itc.yaml, be that said of one operation or of all', async () => {
    const contract = saying(
      ['operationId: createBook\n', '      x-itc-status: { required: 400, bounds: 400 }\n'],
      ['name: currency, ', 'x-itc-example: USD, '],
    );
    const { inWords, cases } = await compiled(
      `
      parameters: { currency: EUR }
      operations: { create-book: { status: { required: 422 } } }
      `,
      contract,
    );
    expect(inWords('create-book/required/body')[0]).toContain('answers 422 ');
    expect(inWords('create-book/bounds')[0]).toContain('answers 400 for');
    const [step] = cases.get('get-book/happy/maximal')!.steps;
    expect(step!.call.query).toEqual({ kind: 'literal', json: { currency: 'EUR' } });
  });

  it('of a schema come before its examples, and are not emitted', async () => {
    const contract = saying(
      ['title: { type: string, minLength: 1', ', example: Dune, x-itc-example: Emma'],
      ['shelfId: { type: integer', ', x-itc-seed: true'],
      ['views: { type: integer', ', x-itc-volatile: false'],
    );
    const { model, problems } = await compiled('', contract);
    expect(problems).toEqual([]);
    const examples = [...model.examples, ...model.suites.flatMap((suite) => suite.examples)];
    expect(examples.map(({ value }) => value)).toMatchObject([
      { json: { title: 'Emma' } },
      { members: { shelfId: { kind: 'seed', name: 'shelfId', type: 'integer' } } },
    ]);
    expect(JSON.stringify(model.contract)).not.toContain('x-itc');
  });

  it.each([
    [
      'x-itc-skp: slow',
      'overrides/unknown-extension: x-itc-skp is no extension that itc knows. Did you mean x-itc-skip?',
    ],
    [
      'x-itc-seed: true',
      'overrides/invalid: x-itc-seed cannot be meant so: it belongs to parameter or schema.',
    ],
    ['x-itc-skip: true', 'overrides/invalid: x-itc-skip cannot be meant so: it wants a reason.'],
    [
      'x-itc-unsafe: yes please',
      'overrides/invalid: x-itc-unsafe cannot be meant so: it wants true or false.',
    ],
    [
      'x-itc-status: 422',
      'overrides/invalid: x-itc-status cannot be meant so: it wants statuses by kind of case.',
    ],
    [
      'x-itc-status: { required: [500] }',
      'overrides/invalid: x-itc-status cannot be meant so: it wants codes from 200 to 499, 2XX or 4XX.',
    ],
    [
      'x-itc-status: { reqired: 422 }',
      'overrides/idle-status: No case of POST /books expects the statuses that are said of reqired',
    ],
    [
      'x-itc-produces: { a: 1 }',
      'overrides/invalid: x-itc-produces cannot be meant so: it wants JSON Pointers.',
    ],
    ['x-itc-produces: { a: /nothing }', 'overrides/unknown-name: POST /books has no answer with /nothing'],
  ])('are warned of where they say nothing: %s', async (extension, problem) => {
    const { problems } = await compiled('', saying(['operationId: createBook\n', `      ${extension}\n`]));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^openapi\.yaml:8:\d+ |^openapi\.yaml:7:\d+ /);
    expect(problems[0]).toContain(problem);
  });
});

describe('volatile members', () => {
  it('are marked by name wherever they stand, or in one schema', async () => {
    const { compilation } = await compiled('volatile: { title: true, Book/views: false, pages: true }');
    const { schemas } = compilation.grounds!.subject.api;
    const is = (owner: string, name: string) =>
      isVolatile(name, memberAt(schemas[owner]!, `/${name}`, schemas)!, schemas);
    expect([
      is('Book', 'title'),
      is('NewBook', 'title'),
      is('Book', 'views'),
      is('NewBook', 'pages'),
    ]).toEqual([true, true, false, true]);
  });

  it.each([
    ['{ titel: true }', 'The contract has no member titel.'],
    ['{ Book/titel: true }', 'The contract has no member Book/titel.'],
    ['{ Bok/title: true }', 'The contract has no member Bok/title.'],
  ])('are there: %s', async (said, problem) => {
    const { problems } = await compiled(`volatile: ${said}`);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});
