import { describe, expect, it } from 'vitest';
import { a, deed } from '../../src/api/roles.ts';
import { contract } from '../contract.ts';

describe('the role of an operation', () => {
  it('begins its title', async () => {
    const { api, subject } = await contract(`
      /books:
        get: { responses: {} }
        post: { responses: {} }
      /books/{id}:
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        get: { responses: {} }
        delete: { responses: {} }
      /search:
        get: { responses: {} }
    `);
    expect(api.operations.map(({ key }) => deed(subject.roles.get(key)))).toEqual([
      'lists books',
      'creates a book',
      'reads a book',
      'removes a book',
      'answers a good request',
    ]);
  });

  it('is to create where a PUT may create', async () => {
    const { subject, operation } = await contract(`
      /buckets/{name}:
        parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
        put: { operationId: put, responses: { '201': { description: Made } } }
    `);
    expect(subject.roles.get(operation('put').key)?.does).toBe('create');
  });
});

it.each([
  ['book', 'a book'],
  ['order', 'an order'],
  ['umbrella', 'an umbrella'],
  ['user', 'a user'],
  ['unit', 'a unit'],
  ['url', 'a url'],
  ['unknown', 'an unknown'],
  ['universe', 'a universe'],
  ['hour', 'an hour'],
])('a: %s', (word, text) => expect(a([word])).toBe(text));
