import { describe, expect, it } from 'vitest';
import { pagingOf } from '../../src/api/paging.ts';
import { contract } from '../contract.ts';

/** Parameters as `name: schema`; the schema is an integer where nothing is said. */
const paging = async (...parameters: readonly string[]) => {
  const written = parameters.map((parameter) => {
    const [, name, schema = '{ type: integer }'] = /^([^:]+)(?:: (.*))?$/.exec(parameter)!;
    return `{ name: "${name}", in: query, schema: ${schema} }`;
  });
  const { api, operation } = await contract(`
    /books:
      get:
        operationId: list
        parameters: [${written.join(', ')}]
        responses: { '200': { description: Books } }
  `);
  return pagingOf(operation('list'), api.schemas);
};

const text = '{ type: string }';

describe('pagingOf', () => {
  it.each([
    [['limit', 'offset'], 'offset', 'limit', 'offset'],
    [['$top', '$skip'], 'offset', '$top', '$skip'],
    [['size', 'from'], 'offset', 'size', 'from'],
    [['rows', 'start'], 'offset', 'rows', 'start'],
    [['page', 'per_page'], 'page', 'per_page', 'page'],
    [['page[number]', 'page[size]'], 'page', 'page[size]', 'page[number]'],
    [['page', 'size'], 'page', 'size', 'page'],
    [['limit', `cursor: ${text}`], 'cursor', 'limit', 'cursor'],
    [['limit', `starting_after: ${text}`], 'cursor', 'limit', 'starting_after'],
    [['maxResults', `pageToken: ${text}`], 'cursor', 'maxResults', 'pageToken'],
    [['first', `after: ${text}`], 'cursor', 'first', 'after'],
    [['limit'], 'limit', 'limit', undefined],
    [[`cursor: ${text}`], 'cursor', undefined, 'cursor'],
  ])('%j: %s', async (parameters, style, size, position) => {
    const own = await paging(...parameters);
    expect(own?.style).toBe(style);
    expect(own?.size?.parameter.name).toBe(size);
    expect(own?.position?.parameter.name).toBe(position);
  });

  it.each([
    [`created_before: ${text}`],
    [`start_date: ${text}`],
    ['start: { type: string, format: date }', 'limit_to_owner: { type: boolean }'],
    [`token: ${text}`],
    [`after: ${text}`],
    ['size'],
    [`colour: ${text}`],
    ['count: { type: boolean }', `before: ${text}`],
    ['page: { type: boolean }'],
    ['pages'],
  ])('%s %s says nothing of pages', async (...parameters) => {
    expect(await paging(...parameters)).toBeUndefined();
  });

  it('knows the bounds', async () => {
    expect(await paging('limit: { type: integer, minimum: 1, maximum: 100, default: 20 }')).toMatchObject({
      style: 'limit',
      size: { minimum: 1, maximum: 100, default: 20 },
    });
  });
});
