import { describe, expect, it } from 'vitest';
import { search } from '../../src/rules/search.ts';
import { parameter, shelf, type Shelf } from './shelf-of-books.ts';

const drafts = async (of: Shelf) => (await shelf(of)).drafts(search);

describe('search', () => {
  it('finds a thing by its own word, and nothing by one that nothing has', async () => {
    const api = await shelf({ parameters: [parameter('q')] });
    expect(api.cases(search)).toEqual([
      'list-books finds a book by its own word',
      'list-books finds nothing by a word that nothing has',
    ]);
    const word = { kind: 'given', name: ['word'] };
    expect(api.drafts(search)).toMatchObject([
      {
        subject: 'query/q',
        given: [{ name: ['word'], value: { kind: 'unique', template: 'itcword########' } }],
        steps: [
          {
            save: ['thing'],
            call: { body: { value: { kind: 'with', path: { pointer: 'title' }, value: word } } },
          },
          { call: { query: { members: { q: word } } }, expect: { checks: [{ kind: 'lists' }] } },
        ],
      },
      {
        subject: 'query/q/nonsense',
        steps: [
          { save: ['thing'] },
          {
            call: { query: { members: { q: { kind: 'unique', template: 'zqx########' } } } },
            expect: { checks: [{ kind: 'empty', pointer: '/items' }] },
          },
        ],
      },
    ]);
  });

  it('puts the word where prose looks for it', async () => {
    const [first] = await drafts({
      parameters: [parameter('search', '{ type: string }', 'Looks into the notes.')],
      members: 'title: { type: string }, notes: { type: string }',
    });
    expect(first).toMatchObject({
      steps: [{ call: { body: { value: { path: { pointer: 'notes' } } } } }, {}],
    });
  });

  it.each<[code: string, of: Shelf]>([
    ['not-words', { parameters: [parameter('query', '{ type: string }', 'In the syntax of Lucene.')] }],
    ['no-value', { parameters: [parameter('q', '{ type: string, maxLength: 3 }')] }],
    ['not-made', { parameters: [parameter('q')], members: 'price: { type: number }' }],
    ['filtered-list', { parameters: [parameter('q')], description: 'Published books.' }],
  ])('says %s where it cannot be told', async (code, of) => {
    expect(await drafts(of)).toContainEqual(expect.objectContaining({ draft: 'gap', code }));
  });

  it('is no search where it is a number or has another name', async () => {
    expect(await drafts({ parameters: [parameter('q', '{ type: integer }'), parameter('title')] })).toEqual(
      [],
    );
  });
});
