import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../../src/api/api.ts';
import { contract, described, only, operating } from './describing.ts';

const spelled = ({ explode, in: location, name, required, style }: Parameter) =>
  `${location} ${name}${required ? '!' : ''} ${style}${explode ? '*' : ''}`;
const named = (name: string, description: string) => ({ name, in: 'query', description, schema: {} });

describe('parameters', () => {
  it('are put on the wire as their place wants it', async () => {
    const parameters = [
      { name: 'a', in: 'query', schema: {} },
      { name: 'b', in: 'query', style: 'pipeDelimited', schema: {} },
      { name: 'c', in: 'query', style: 'deepObject', explode: true, schema: {} },
      { name: 'd', in: 'header', required: true, schema: {} },
      { name: 'e', in: 'cookie', schema: {} },
      { name: 'f', in: 'path', style: 'matrix', explode: true, schema: {} },
      { name: 'g', in: 'query', content: { 'application/json': { schema: { type: 'object' } } } },
    ];
    const { parameters: read } = only(await operating({ parameters }, { path: '/books/{f}' }));
    expect(read.map(spelled)).toEqual([
      'query a form*',
      'query b pipeDelimited',
      'query c deepObject*',
      'header d! simple',
      'cookie e form*',
      'path f! matrix*',
      'query g content',
    ]);
    expect(read.at(-1)?.schema).toEqual({ type: 'object' });
  });

  it('with a style that their place does not have, have its default', async () => {
    const result = await operating({ parameters: [{ name: 'a', in: 'header', style: 'form', schema: {} }] });
    expect(only(result).parameters.map(spelled)).toEqual(['header a simple']);
    expect(result.codes).toEqual(['openapi/misplaced']);
  });

  it('of the path are overridden by the operation', async () => {
    const item = {
      parameters: [named('a', 'path'), named('b', 'path')],
      get: { parameters: [named('a', 'own')], responses: {} },
    };
    const operation = only(await described(contract({ paths: { '/a': item } })));
    expect(operation.parameters.map(({ description, name }) => `${name} ${description}`)).toEqual([
      'a own',
      'b path',
    ]);
  });

  it('that other keywords describe are ignored', async () => {
    const parameters = ['Accept', 'content-type', 'Authorization', 'X-Trace'].map((name) => ({
      name,
      in: 'header',
      schema: {},
    }));
    expect(only(await operating({ parameters })).parameters.map(({ name }) => name)).toEqual(['X-Trace']);
  });

  it('that the path has and nobody declares are text; declared ones that it has not are dropped', async () => {
    const result = await operating(
      { parameters: [{ name: 'b', in: 'path', required: true, schema: {} }] },
      { path: '/a/{c}' },
    );
    expect(only(result).parameters).toMatchObject([
      { name: 'c', in: 'path', required: true, schema: { type: 'string' } },
    ]);
    expect(result.problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'openapi/unused-path-parameter',
        'GET /a/{c} declares the path parameter b, which its path does not have.',
      ],
      [
        'openapi/undeclared-path-parameter',
        'GET /a/{c} does not declare the parameter c of its path; it is taken for text.',
      ],
    ]);
  });

  it('without a name or a place cost the operation', async () => {
    const { api, codes } = await operating({ parameters: [{ in: 'query' }] });
    expect(api.operations).toEqual([]);
    expect(codes).toEqual(['openapi/misplaced']);
  });

  it('have examples', async () => {
    const components = { examples: { E: { value: { $ref: 'data' } } } };
    const parameters = [
      { name: 'a', in: 'query', schema: {}, example: null },
      {
        name: 'b',
        in: 'query',
        schema: {},
        examples: {
          one: { value: 1 },
          two: { $ref: '#/components/examples/E' },
          far: { externalValue: 'x' },
          no: { $ref: '#/no' },
        },
      },
    ];
    const { parameters: read } = only(await operating({ parameters }, { components }));
    expect(read[0]?.examples).toMatchObject([
      { name: '', value: null, place: { pointer: '/paths/~1books/get/parameters/0/example' } },
    ]);
    expect(read[1]?.examples).toMatchObject([
      { name: 'one', value: 1 },
      { name: 'two', value: { $ref: 'data' }, place: { pointer: '/components/examples/E/value' } },
    ]);
  });
});
