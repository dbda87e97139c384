import { describe, expect, it } from 'vitest';
import { unpromised } from '../../src/rules/unpromised.ts';
import { contract } from '../contract.ts';
import { books } from './books.ts';

/** What the rule reports of a contract of books. */
async function reported(how: Parameters<typeof books>[0]): Promise<readonly string[]> {
  const shop = await books(how);
  expect(shop.drafts(unpromised)).toEqual([]);
  return shop.report.diagnostics
    .filter(({ code }) => code === 'rules/no-promise')
    .map(({ message, help }) => `${message} ${/Add a ([\d or]+) response/.exec(help)?.[1]}`);
}

const problem = (status: number) => `'${status}': { description: No }`;

describe('unpromised', () => {
  it('reports each refusal that an operation does not promise, and makes no case', async () => {
    expect(await reported({ security: '[{ token: [] }]' })).toEqual([
      'POST /books does not say how it answers an invalid request. 400 or 422',
      'POST /books does not say how it answers a request without a credential. 401',
      'GET /books/{bookId} does not say how it answers an unknown thing. 404',
    ]);
  });

  it('is silent where the contract says it', async () => {
    const responses = [400, 401, 404].map(problem).join(', ');
    expect(await reported({ security: '[{ token: [] }]', responses })).toEqual([]);
  });

  it('takes any status that fits for a promise', async () => {
    const responses = [422, 403, 410].map(problem).join(', ');
    expect(await reported({ security: '[{ token: [] }]', responses })).toEqual([]);
  });

  it('points at the operation', async () => {
    const shop = await books({});
    shop.drafts(unpromised);
    expect(shop.report.diagnostics.map(({ place }) => place?.pointer)).toEqual([
      '/paths/~1books/post',
      '/paths/~1books~1{bookId}/get',
    ]);
  });

  it('tells what says nothing of success, and makes a gap of it', async () => {
    const wells = (responses: string) =>
      contract(`
        /wells:
          get: { operationId: listWells, responses: { ${responses} } }
      `);
    const untold = await wells(`'400': { description: No }, default: { description: An error }`);
    expect(untold.drafts(unpromised)).toMatchObject([{ draft: 'gap', code: 'untold-success' }]);
    expect(untold.report.diagnostics[0]?.message).toBe(
      'GET /wells does not say how it answers a good request.',
    );
    expect(untold.model().contract.operations['GET /wells']?.responses).toMatchObject({
      '2XX': { content: {} },
      '3XX': { content: {} },
      default: {},
    });
    const told = await wells(
      `default: { description: How many, content: { application/json: { schema: { type: integer } } } }`,
    );
    expect(told.drafts(unpromised)).toEqual([]);
    expect(Object.keys(told.model().contract.operations['GET /wells']!.responses)).toEqual(['default']);
  });
});
