import { describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.ts';
import { openapi } from '../../../src/frontends/openapi/openapi.ts';
import { answering, confined, contract, described, sourceOf } from './describing.ts';

const basePath = async (...urls: readonly string[]) =>
  (
    await described(
      contract({ servers: urls.map((url) => ({ url, variables: { v: { default: 'v2' } } })), paths: {} }),
    )
  ).api.basePath;

describe('a document', () => {
  it.each([['a: 1'], ['- 1'], [''], ['text'], ['openapi: next'], ['null']])(
    'that is no description is an error: %j',
    async (text) => {
      const report = new Report();
      expect(await openapi.describe(sourceOf(text), report, confined)).toBeUndefined();
      expect(report.diagnostics).toMatchObject([{ code: 'openapi/not-openapi', severity: 'error' }]);
    },
  );

  it('is recognised by its head', () => {
    expect(openapi.recognises(sourceOf('openapi: 3.1.0'))).toBe(true);
    expect(openapi.recognises(sourceOf('swagger: "2.0"'))).toBe(true);
    expect(openapi.recognises(sourceOf('arazzo: 1.0.0'))).toBe(false);
  });

  it('may have a version without quotes, or an unknown one', async () => {
    expect((await described('openapi: 3.1\npaths: {}')).codes).toEqual([]);
    expect((await described('swagger: 2\npaths: {}')).codes).toEqual([]);
    expect((await described('openapi: 4.0.0\npaths: {}')).codes).toEqual(['openapi/unknown-version']);
  });

  it('may say hardly anything', async () => {
    for (const rest of ['', 'paths:', 'paths: []', 'info: 3', 'components: x', 'servers: 1\nsecurity: 2']) {
      const { api } = await described(`openapi: 3.1.0\n${rest}`);
      expect(api.operations).toEqual([]);
    }
  });

  it('has the path of its first server in front of every path', async () => {
    expect(await basePath('https://example.com/v1/', 'https://example.org/v9')).toBe('/v1');
    expect(await basePath('/v1')).toBe('/v1');
    expect(await basePath('v1')).toBe('/v1');
    expect(await basePath('//example.com/{v}/api')).toBe('/v2/api');
    expect(await basePath('https://example.com')).toBe('');
    expect(await basePath()).toBe('');
    expect((await described({ swagger: '2.0', basePath: '/v1/', paths: {} })).api.basePath).toBe('/v1');
  });

  it('may send requests of its own, which are not compiled', async () => {
    const callbacks = { done: {} };
    const { api, codes } = await described(
      contract({ paths: { '/a': { post: { responses: {}, callbacks } } }, webhooks: { paid: { post: {} } } }),
    );
    expect(codes).toEqual(['openapi/not-compiled', 'openapi/not-compiled']);
    expect(api.gaps.map(({ reason }) => reason.replace(/ is not.*/, ''))).toEqual([
      'The webhook paid',
      'The callback done of POST /a',
    ]);
  });

  it('of version 3.2 is read as far as it goes', async () => {
    const item = {
      get: { responses: {} },
      query: { responses: {} },
      additionalOperations: { COPY: { responses: {} } },
    };
    const { api, codes } = await described(contract({ paths: { '/a': item } }, '3.2.0'));
    expect(api.operations.map(({ method }) => method)).toEqual(['GET']);
    expect(codes).toEqual(['openapi/newer-version', 'openapi/not-compiled', 'openapi/not-compiled']);
    expect(api.gaps.map(({ code }) => code)).toEqual(['method-not-compiled', 'method-not-compiled']);
  });
});

it('takes 40 MB without complaint', { timeout: 60_000 }, async () => {
  const schemas: Record<string, object> = {};
  for (let index = 0; index < 20_000; index += 1) {
    schemas[`S${index}`] = {
      type: 'object',
      description: 'x'.repeat(1900),
      properties: { next: { $ref: `#/components/schemas/S${index + 1}` } },
    };
  }
  schemas['S20000'] = { type: 'string' };
  const { api, codes } = await described(
    answering({ $ref: '#/components/schemas/S0' }, { components: { schemas } }),
  );
  expect(codes).toEqual([]);
  expect(Object.keys(api.schemas)).toHaveLength(20_001);
});
