import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/api/json.ts';
import type { JsonSchema } from '../../src/api/json-schema.ts';
import { createDeviator } from '../../src/values/deviate.ts';
import {
  observedInForm,
  isObservable,
  type Observed,
  parameterDeviations,
} from '../../src/values/observe.ts';
import { createValidator } from '../../src/values/validate.ts';

const validator = createValidator({});
const deviator = createDeviator({}, validator);

function parameter(schema: JsonSchema, changes: Partial<Observed> = {}): Observed {
  return { name: 'limit', in: 'query', style: 'form', explode: true, required: false, schema, ...changes };
}

const path = { in: 'path', style: 'simple', explode: false, required: true } as const;

describe('what a server can see of a parameter', () => {
  it.each<[string, Observed, Json, boolean]>([
    ['a text is no number', parameter({ type: 'integer' }), 'text', true],
    ['a number is also a text', parameter({ type: 'string' }), 42, false],
    ['a fraction is no integer', parameter({ type: 'integer' }), 1.5, true],
    ['1 may be true', parameter({ type: 'boolean' }), 1, false],
    ['42 is not true', parameter({ type: 'boolean' }), 42, true],
    ['null is a word, or nothing', parameter({ type: 'integer' }), null, false],
    ['one item is a list of one', parameter({ type: 'array', items: { type: 'string' } }), 'text', false],
    ['a list of one is its item', parameter({ type: 'integer' }), [1], false],
    [
      'too many items',
      parameter({ type: 'array', maxItems: 1, items: { type: 'string' } }),
      ['a', 'b'],
      true,
    ],
    ['an empty list is nothing', parameter({ type: 'array', minItems: 1 }), [], false],
    ['an empty optional parameter is none', parameter({ type: 'string', minLength: 1 }), '', false],
    [
      'an empty required one is seen',
      parameter({ type: 'string', minLength: 1 }, { required: true }),
      '',
      true,
    ],
    ['an empty path segment is another route', parameter({ minLength: 1 }, path), '', false],
    ['dots in a path are resolved away', parameter({ minLength: 3 }, path), '..', false],
    ['a slash in a path is another route', parameter({ pattern: '^a$' }, path), 'a/b', false],
    ['a text in a path', parameter({ type: 'integer' }, path), 'text', true],
    [
      'white space around a header is lost',
      parameter({ maxLength: 1 }, { in: 'header', style: 'simple' }),
      'a ',
      false,
    ],
    ['a cookie holds no comma', parameter({ maxLength: 1 }, { in: 'cookie' }), 'a,b', false],
    ['an exploded object is looked for by its members', parameter({ type: 'object' }), 'text', false],
    [
      'a member of a deepObject',
      parameter({ properties: { a: { type: 'integer' } } }, { style: 'deepObject' }),
      { a: 'text' },
      true,
    ],
    ['JSON text keeps its types', parameter({ type: 'string' }, { style: 'content' }), 42, true],
    ['an enumeration of numbers', parameter({ enum: [1, 2] }), 3, true],
  ])('%s', (_, observed, value, isSeen) => {
    expect(isObservable(observed, value, validator)).toBe(isSeen);
  });

  it('makes one deviation of two that look the same, and says what cannot be seen', () => {
    const { deviations, omissions } = parameterDeviations(
      parameter({ type: 'integer', minimum: 1, enum: [1, 2] }),
      1,
      { deviator, validator },
    );
    expect(deviations.map(({ label, wire }) => [label, wire])).toEqual([
      ['limit is a string', { limit: 'text' }],
      ['limit is below 1', { limit: 0 }],
      ['limit is not one of its values', { limit: 3 }],
    ]);
    expect(omissions).toMatchObject([
      { code: 'not-observable', reason: 'on the wire nobody can see that limit is null' },
    ]);
  });
});

describe('a text that is also of another type', () => {
  const labels = (observed: Observed, good: Json) =>
    parameterDeviations(observed, good, { deviator, validator }).deviations.map(({ label }) => label);
  const word: JsonSchema = { type: 'string', enum: ['title', 'price'] };

  it.each(['query', 'header', 'cookie', 'path'] as const)('has no wrong type in a %s', (location) => {
    const style = location === 'query' || location === 'cookie' ? 'form' : 'simple';
    expect(labels(parameter(word, { in: location, style }), 'title')).toEqual([
      'limit is not one of its values',
    ]);
  });

  it('has none in a list or a deepObject', () => {
    expect(labels(parameter({ type: 'array', items: word }), ['title'])).toEqual([
      'limit[0] is not one of its values',
    ]);
    expect(
      labels(parameter({ type: 'object', properties: { by: word } }, { style: 'deepObject' }), {
        by: 'title',
      }),
    ).toEqual(['by is not one of its values']);
  });

  it('has one in JSON, and where no text is right', () => {
    expect(labels(parameter(word, { style: 'content' }), 'title')).toContain('limit is an integer');
    expect(labels(parameter({ type: ['integer', 'boolean'] }), 1)).toContain('limit is a string');
  });

  it('has none in the field of a form, and one in the JSON of a field', () => {
    const schema: JsonSchema = {
      properties: { sort: word, more: { type: 'object', properties: { sort: word } } },
    };
    const good = { sort: 'title', more: { sort: 'title' } };
    const found = observedInForm(deviator.deviations(schema, good, 'the body'), {
      schema,
      good,
      means: { schemas: {}, validator },
    });
    expect(found.deviations.map(({ group, pointer }) => `${group} ${pointer}`)).toEqual([
      'value sort',
      'type more',
      'type more/sort',
      'type more/sort',
      'value more/sort',
    ]);
  });
});

describe('what a server can see of a form', () => {
  it('is text, field by field', () => {
    const schema: JsonSchema = {
      type: 'object',
      required: ['title'],
      properties: {
        title: { type: 'string', minLength: 1 },
        pages: { type: 'integer', minimum: 1 },
        note: { type: 'string', minLength: 1 },
      },
    };
    const good = { title: 'Dune', pages: 412, note: 'A note' };
    const { deviations } = observedInForm(deviator.deviations(schema, good, 'the body'), {
      schema,
      good,
      means: { schemas: {}, validator },
    });
    expect(deviations.map(({ label }) => label)).toEqual([
      'title is missing',
      'title is shorter than 1',
      'pages is a string',
      'pages is below 1',
    ]);
  });
});
