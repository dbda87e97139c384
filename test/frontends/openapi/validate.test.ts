import { describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.ts';
import { validate } from '../../../src/frontends/openapi/validate.ts';
import { answering, contract, sourceOf } from './describing.ts';

const findings = async (text: string | object) => {
  const report = new Report();
  const source = sourceOf(text);
  const before = JSON.stringify(source.value);
  await validate(source, report);
  expect(JSON.stringify(source.value)).toBe(before);
  return report.diagnostics.map(({ code, place }) => `${code} ${place?.pointer}`);
};

describe('validate', () => {
  it.each(['3.0.3', '3.1.0'])('finds nothing in a right description of %s', async (version) => {
    expect(
      await findings(
        answering(
          { $ref: '#/components/schemas/A' },
          { components: { schemas: { A: { type: 'string' } } }, version },
        ),
      ),
    ).toEqual([]);
  });

  it('points at what is wrong', async () => {
    const paths = { '/a': { get: { parameters: [{ in: 'query', schema: {} }], responses: { 200: {} } } } };
    const wrong = await findings(contract({ paths }, '3.0.0'));
    expect(wrong).toContain('openapi/invalid /paths/~1a/get/responses/200');
    expect(wrong).toContain('openapi/invalid /paths/~1a/get/parameters/0');
    expect(
      await findings({ swagger: '2.0', info: { title: 'x', version: '1' }, paths: { '/a': { get: {} } } }),
    ).toEqual(['openapi/invalid /paths/~1a/get']);
  });

  it('leaves references in data alone, and follows none', async () => {
    const data = { $ref: 'http://127.0.0.1:9/x.json' };
    const schema = {
      properties: {
        default: { $ref: 'other.yaml' },
        a: { default: data, example: data, enum: [data, { b: 1 }, { c: 1 }] },
      },
    };
    expect(await findings(answering(schema, { version: '3.0.0' }))).toEqual([]);
  });

  it('takes unquoted versions, and documents without paths', async () => {
    expect(await findings('openapi: 3.1\ninfo: {title: x, version: "1"}\ncomponents: {}')).toEqual([]);
    expect(await findings('openapi: 3.0.0\ninfo: {title: x, version: 1.0}\npaths: {}')).toEqual([
      'openapi/invalid /info/version',
    ]);
  });

  it.each([
    'a: 1',
    'openapi: 3.0.0',
    'openapi: 3.1.0\npaths: {/a: {get: {$ref: "#/no"}}}',
    'swagger: "2.0"\npaths: 3',
    'openapi: 3.2.0',
    '[]',
  ])('never throws: %j', async (text) => {
    await expect(findings(text)).resolves.toBeInstanceOf(Array);
  });
});
