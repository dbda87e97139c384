import { expect, it } from 'vitest';
import { printExchange, signature, type Frame } from '../../../emitters/pytest/exchange.ts';
import { Imports } from '../../../emitters/pytest/imports.ts';
import { spelling } from '../../../emitters/pytest/reserved.ts';
import type { Expectation } from '../../../src/model/expectation.ts';
import type { Call } from '../../../src/model/model.ts';
import type { Value } from '../../../src/model/value.ts';
import { Scope } from '../../../src/print/names.ts';
import { print } from '../../../src/print/print.ts';
import { Seeds } from '../../../src/suite/seeds.ts';

const literal = (json: Extract<Value, { kind: 'literal' }>['json']): Value => ({ kind: 'literal', json });
const call = (path: string, more: Partial<Call> = {}): Call => ({
  operation: 'some-operation',
  method: 'GET',
  path,
  as: 'user',
  ...more,
});
const sight = {
  file: 'test_things.py',
  names: {
    spelling,
    scope: new Scope([]),
    examples: new Map(),
    fixtures: new Map(),
    uploads: new Map(),
    seeds: new Seeds(),
  },
  imports: new Imports(),
  local: () => 'thing',
};
const show = (made: Call, expected: Expectation, frame: Partial<Frame> = {}) =>
  print(printExchange({ call: made, expect: expected }, { start: '', room: 60, ...frame }, sight), {
    width: 60,
    tab: 4,
  });

const codes = (...codes: Expectation['status']['codes']): Expectation => ({ status: { codes } });
const path = { pathParameters: literal({ id: 'a-rather-long-identifier' }) };

it('is one line where it fits', () => {
  expect(show(call('/things'), codes(400, 422))).toBe('api.get("/things").conforms(400, 422)\n');
});

it('breaks the request, never the statuses', () => {
  expect(show(call('/things/{id}', path), codes(400, 404, 422))).toBe(
    'api.get(\n    "/things/{id}",\n    path={"id": "a-rather-long-identifier"},\n).conforms(400, 404, 422)\n',
  );
  expect(show(call('/things/that/have/quite/a/long/path'), codes(400, 404, 422))).toBe(
    'api.get(\n    "/things/that/have/quite/a/long/path",\n).conforms(400, 404, 422)\n',
  );
});

it('breaks what is expected of the body, behind a request that fits', () => {
  const small = { ...codes(200), containing: literal({ title: 'Dune', price: 9.5 }) };
  expect(show(call('/things/{id}', { query: literal({ a: 1 }) }), small)).toBe(
    'api.get("/things/{id}", query={"a": 1}).conforms(\n    200, containing={"title": "Dune", "price": 9.5}\n)\n',
  );
  expect(show(call('/things/{id}', path), small)).toBe(
    [
      'api.get(',
      '    "/things/{id}",',
      '    path={"id": "a-rather-long-identifier"},',
      ').conforms(200, containing={"title": "Dune", "price": 9.5})',
      '',
    ].join('\n'),
  );
});

it('puts a chain of three into parentheses', () => {
  expect(show(call('/things/{id}', path), codes(200), { start: 'found = ', tail: '.body' })).toBe(
    [
      'found = (',
      '    api.get(',
      '        "/things/{id}",',
      '        path={"id": "a-rather-long-identifier"},',
      '    )',
      '    .conforms(200)',
      '    .body',
      ')',
      '',
    ].join('\n'),
  );
});

it('keeps all of an answer', () => {
  const whole = { start: 'found = ' };
  const long = 'found = api.get(\n    "/things/{id}",\n    path={"id": "a-rather-long-identifier"},\n)';
  const dune = { ...codes(200), containing: literal({ title: 'Dune', price: 9.5 }) };
  expect(show(call('/things'), codes(200), whole)).toBe('found = api.get("/things").conforms(200)\n');
  expect(show(call('/things/{id}', path), codes(200), whole)).toBe(`${long}.conforms(200)\n`);
  expect(show(call('/things/{id}'), dune, whole)).toBe(
    'found = api.get("/things/{id}").conforms(\n    200, containing={"title": "Dune", "price": 9.5}\n)\n',
  );
});

it('keeps parameters together where they fit on a line of their own', () => {
  const show = (count: number) =>
    print(
      signature(
        'test_something_long',
        Array.from({ length: count }, (_, index) => `name_${index}`),
      ),
      {
        width: 40,
        tab: 4,
      },
    );
  expect(show(1)).toBe('def test_something_long(name_0):\n');
  expect(show(4)).toBe('def test_something_long(\n    name_0, name_1, name_2, name_3\n):\n');
  expect(show(5)).toContain('(\n    name_0,\n    name_1,\n');
  expect(print(signature('test', ['x'.repeat(40)]), { width: 40, tab: 4 })).toBe(
    `def test(\n    ${'x'.repeat(40)},\n):\n`,
  );
});
