import { Ajv2020 } from 'ajv/dist/2020.js';
import { array, assert, constantFrom, dictionary, letrec, oneof, property } from 'fast-check';
import { query } from 'json-p3';
import { describe, expect, it } from 'vitest';
import { schemaOfQuery } from '../../../src/frontends/arazzo/json-path.ts';

const ajv = new Ajv2020({ strict: false });

/** Documents in which the queries below find something about half of the time. */
const document = letrec((tie) => ({
  value: oneof(
    { depthSize: 'small', withCrossShrink: true },
    constantFrom(null, true, false, 0, 1, 2, 2.5, 'a', 'ab', 'abc', ''),
    array(tie('value'), { maxLength: 3 }),
    dictionary(constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const queries = [
  '$',
  '$.a',
  "$['a'].b",
  '$[0]',
  '$.a[1]',
  '$.*',
  '$[*].a',
  '$.a[*].b',
  "$['a','b']",
  '$[?@.a]',
  '$[?@ == 1]',
  '$.a[?@.b == 2]',
  '$[?(@.a == 2)]',
  '$[?2 < @.a]',
  "$[?@.a != 'ab']",
  '$[?!@.a]',
  '$[?@.a && (@.b < 2 || @.c >= 2.5)]',
  '$[?@.a <= null]',
  '$[?@.a < null]',
  '$[?@ == true]',
  '$[?count(@.a) > 0]',
  '$[?count(@.a) == 0]',
  '$[?count(@.*) >= 2]',
  '$[?count(@.a[*]) < 2]',
  '$[?length(@) == 2]',
  '$[?length(@.a) < 2]',
  '$[?length(@.a) != 2]',
  "$[?@[0] == 'a']",
];

describe('a JSONPath as a schema', () => {
  it.each(queries)('says what %s finds', (text) => {
    const schema = schemaOfQuery(text);
    expect(schema).not.toHaveProperty('unread');
    const validate = ajv.compile(schema as object);
    assert(
      property(document, (value) => {
        expect(validate(value)).toBe(query(text, value as never).length > 0);
      }),
      { numRuns: 300 },
    );
  });

  // The judge takes an array for its text here; RFC 9535 §2.4.6 says that what is no text does not match.
  it.each([
    ["$[?match(@.a, 'a.|c')]", [{ a: 'ab' }], true],
    ["$[?match(@.a, 'a.|c')]", [{ a: 'abc' }, { a: ['ab'] }, {}], false],
    ["$[?search(@, 'b')]", ['abc'], true],
    ["$[?!search(@, 'b')]", ['abc'], false],
    ["$[?!search(@, 'b')]", [1], true],
  ])('says what %s finds in %j', (text, value, isFound) => {
    expect(ajv.compile(schemaOfQuery(text) as object)(value)).toBe(isFound);
  });

  it('is short where the query is', () => {
    expect(schemaOfQuery('$.items[?@.quantity > 1]')).toEqual({
      type: 'object',
      required: ['items'],
      properties: {
        items: {
          anyOf: [
            {
              type: 'array',
              contains: {
                type: 'object',
                required: ['quantity'],
                properties: { quantity: { type: 'number', exclusiveMinimum: 1 } },
              },
            },
            expect.objectContaining({ type: 'object' }),
          ],
        },
      },
    });
  });

  it.each([
    ['$.pages > 1', 'is no JSONPath (RFC 9535)'],
    ['$..id', 'looks through all levels of a document, which no schema does'],
    ['$[-1]', 'counts items from the end, which no schema does'],
    ['$[0:2]', 'takes a slice of a list, which no schema does'],
    ['$[?@.a == @.b]', 'compares members with each other, which no schema does'],
    ['$[?@.a == $.b]', 'compares members with each other, which no schema does'],
    ["$[?@.a < 'b']", 'compares the order of texts, which no schema does'],
    ["$[?value(@.a) == 'b']", 'calls value, which no schema does'],
  ])('is none: %s', (text, unread) => expect(schemaOfQuery(text)).toEqual({ unread }));
});
