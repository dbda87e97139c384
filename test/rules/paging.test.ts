import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/draft.ts';
import { paging } from '../../src/rules/paging.ts';
import { parameter, shelf, type Shelf } from './shelf-of-books.ts';

const limit = parameter('limit', '{ type: integer, minimum: 1, maximum: 100 }');
const page = (more: string, description = '') => parameter('page', `{ type: integer${more} }`, description);

async function drafts(of: Shelf) {
  return (await shelf(of)).drafts(paging);
}

/** How the last step of the first case walks. */
function walkOf([first]: readonly Draft[]) {
  return first?.draft === 'case' ? first.steps.at(-1)!.walk : undefined;
}

function gapsOf(all: readonly Draft[]) {
  return all.flatMap((draft) => (draft.draft === 'gap' ? [draft.code] : []));
}

describe('paging', () => {
  it('makes three things, and finds them on pages of two', async () => {
    const api = await shelf({ parameters: [limit, parameter('offset', '{ type: integer }')] });
    expect(api.cases(paging)).toEqual([
      'list-books lists books page by page',
      'list-books lists nothing beyond its last page',
    ]);
    const item = (name: string) => ({
      kind: 'lists',
      pointer: '',
      item: { kind: 'object', members: { id: { of: 'saved', name: [name], pointer: '/id' } } },
    });
    const made = (name: string) => ({ makes: {}, save: [name] });
    expect(api.drafts(paging)).toMatchObject([
      {
        strength: 'convention',
        steps: [
          made('first'),
          made('second'),
          made('third'),
          {
            call: { query: { kind: 'literal', json: { limit: 2 } } },
            walk: {
              items: '/items',
              key: '/id',
              size: { parameter: 'limit', most: 100 },
              next: { by: 'offset', parameter: 'offset' },
            },
            expect: { checks: [item('first'), item('second'), item('third')] },
          },
        ],
      },
      {
        subject: 'beyond',
        steps: [
          {
            call: { query: { json: { offset: 1_000_000 } } },
            expect: { status: { codes: [200, '4XX'] }, checks: [{ kind: 'empty', pointer: '/items' }] },
          },
        ],
      },
    ]);
  });

  it.each<[why: string, parameters: readonly string[], beside: string, next: unknown]>([
    ['a default', [limit, page(', default: 0')], '', { by: 'page', parameter: 'page', first: 0 }],
    ['a minimum', [limit, page(', minimum: 1')], '', { by: 'page', parameter: 'page', first: 1 }],
    ['prose', [limit, page('', 'Starts at 0.')], '', { by: 'page', parameter: 'page', first: 0 }],
    [
      'a mark of the answer',
      [limit, parameter('cursor')],
      'meta: { type: object, properties: { cursor: { type: string }, next_cursor: { type: string } } }',
      { by: 'cursor', parameter: 'cursor', pointer: '/meta/next_cursor' },
    ],
    [
      'the last item',
      [limit, parameter('starting_after')],
      '',
      { by: 'last-item', parameter: 'starting_after' },
    ],
  ])('turns the page by %s', async (_, parameters, beside, next) => {
    const all = await drafts({ parameters, beside });
    expect(walkOf(all)).toMatchObject({ next });
    expect(gapsOf(all)).toEqual([]);
  });

  it('follows the links of the header Link, which RFC 8288 promises', async () => {
    const all = await drafts({
      parameters: [limit],
      headers: '{ Link: { schema: { type: string } } }',
    });
    expect(all).toMatchObject([{ subject: 'link', strength: 'http' }]);
    expect(walkOf(all)).toMatchObject({ next: { by: 'link' } });
  });

  it('only keeps to the size of a page where nothing tells the next one', async () => {
    const api = await shelf({ parameters: [limit] });
    expect(api.cases(paging)).toEqual(['list-books keeps to the size of a page']);
    expect(walkOf(api.drafts(paging))).not.toHaveProperty('next');
  });

  it.each<[code: string, of: Shelf]>([
    ['unknown-first-page', { parameters: [limit, page('')] }],
    ['unknown-cursor', { parameters: [limit, parameter('cursor')] }],
    ['filtered-list', { parameters: [limit, page(', default: 1')], description: 'Published books.' }],
    ['no-identity', { parameters: [limit, page(', default: 1')], set: 'number: { type: integer }' }],
    [
      'large-pages',
      { parameters: [parameter('limit', '{ type: integer, minimum: 10 }'), page(', default: 1')] },
    ],
    ['not-beyond', { parameters: [limit, page(', default: 1, maximum: 9')] }],
  ])('says %s where it cannot be told', async (code, of) => {
    expect(gapsOf(await drafts(of))).toContain(code);
  });

  it('leaves lists alone that come in one piece', async () => {
    expect(await drafts({ parameters: [parameter('colour')] })).toEqual([]);
  });
});
