import { describe, expect, it } from 'vitest';
import { filtering } from '../../src/rules/filtering.ts';
import { parameter, shelf, type Shelf } from './shelf-of-books.ts';

const members =
  'title: { type: string, example: Dune }, price: { type: number, minimum: 0, maximum: 100, example: 9 }, ' +
  'binding: { type: string, enum: [paper, cloth] }, tags: { type: array, items: { type: string, enum: [old, new] } }, ' +
  'sold_on: { type: string, format: date }';
const set = 'id: { type: integer }, state: { type: string, enum: [ordered, sold] }';

const of = (...parameters: readonly string[]): Shelf => ({ parameters, members, set });

/** The checks of the only case. */
async function checks(...parameters: readonly string[]) {
  const [first] = (await shelf(of(...parameters))).drafts(filtering);
  return first?.draft === 'case' ? first.steps.at(-1)!.expect.checks : first;
}

const literal = (json: unknown) => ({ kind: 'literal', json });

describe('filtering', () => {
  it('keeps what was made to match, and not what was made not to', async () => {
    const api = await shelf(
      of(parameter('binding', '{ type: string, enum: [paper, cloth] }', 'Only these.')),
    );
    expect(api.cases(filtering)).toEqual(['list-books filters by binding']);
    const thing = (name: string) => ({
      item: { members: { id: { name: [name], pointer: '/id' } } },
    });
    expect(api.drafts(filtering)).toMatchObject([
      {
        subject: 'query/binding',
        strength: 'contract',
        steps: [
          { save: ['kept'] },
          { save: ['other'], call: { body: { value: { kind: 'with', value: literal('cloth') } } } },
          {
            call: { query: literal({ binding: 'paper' }) },
            expect: {
              checks: [
                { kind: 'every', member: '/binding', relation: 'equals', value: literal('paper') },
                { kind: 'lists', ...thing('kept') },
                { kind: 'lacks', ...thing('other') },
              ],
            },
          },
        ],
      },
    ]);
  });

  it.each<[name: string, schema: string, relation: string, value: unknown]>([
    ['title', '{ type: string }', 'contains', { kind: 'given', name: ['wanted', 'title'] }],
    ['minPrice', '{ type: number }', 'at-least', literal(9)],
    ['price_lte', '{ type: number }', 'at-most', literal(9)],
    ['price', '{ type: number }', 'equals', literal(9)],
    ['tags', '{ type: array, items: { type: string, enum: [old, new] } }', 'contains', literal('old')],
    [
      'state',
      '{ type: string, enum: [ordered, sold] }',
      'equals',
      { kind: 'part', name: ['kept'], pointer: '/state' },
    ],
  ])('asks for %s', async (name, schema, relation, value) => {
    expect(await checks(parameter(name, schema))).toMatchObject([
      { kind: 'every', relation, value },
      { kind: 'lists' },
      ...(name === 'state' ? [] : [{ kind: 'lacks' }]),
    ]);
  });

  it('asks for several at once', async () => {
    const title = '{ type: string, enum: [Dune, Emma] }';
    const api = await shelf({
      parameters: [parameter('title', title), parameter('price', '{ type: number }')],
      members: `title: ${title}, price: { type: number, minimum: 0, maximum: 100, example: 9 }`,
    });
    expect(api.cases(filtering)).toEqual([
      'list-books filters by title',
      'list-books filters by price',
      'list-books filters by title and price at once',
    ]);
    expect(api.drafts(filtering)[2]).toMatchObject({
      subject: 'at-once',
      steps: [{ save: ['kept'] }, { call: { query: literal({ title: 'Dune', price: 9 }) } }],
    });
  });

  it('does not look for what was made in a list that leaves things out', async () => {
    const api = await shelf({
      ...of(parameter('price', '{ type: number }')),
      description: 'Published books.',
    });
    expect(api.drafts(filtering)).toMatchObject([
      { steps: [{}, {}, { expect: { checks: [{ kind: 'every' }, { kind: 'lacks' }] } }] },
      { code: 'filtered-list' },
    ]);
  });

  it.each<[code: string, parameter: string]>([
    ['no-member', parameter('shelf')],
    ['not-equality', parameter('price', '{ type: number }', 'At least this price.')],
    ['not-equality', parameter('title', '{ type: string }', 'Fuzzy, or one of a list.')],
    ['not-comparable', parameter('title', '{ type: integer }')],
    ['not-comparable', parameter('sold_on', '{ type: string, format: date }')],
    ['not-comparable', parameter('sold_on_from', '{ type: string, format: date }')],
  ])('says %s of %s', async (code, one) => {
    expect(await checks(one)).toMatchObject({ draft: 'gap', code });
  });

  it('leaves alone what sorts, searches, cuts pages, and says how an answer looks', async () => {
    const names = ['sort', 'q', 'limit', 'fields', 'include', 'locale'];
    expect(await checks(...names.map((name) => parameter(name)))).toBeUndefined();
  });
});
