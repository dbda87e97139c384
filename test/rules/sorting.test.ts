import { describe, expect, it } from 'vitest';
import { sorting } from '../../src/rules/sorting.ts';
import { parameter, shelf } from './shelf-of-books.ts';

const sorted = (values: string, name = 'sort') => parameter(name, `{ type: string, enum: [${values}] }`);

/** What is asked for, in which order, in each case. */
async function asked(...parameters: readonly string[]) {
  const drafts = (await shelf({ parameters })).drafts(sorting);
  return drafts.map((draft) =>
    draft.draft === 'gap'
      ? draft.code
      : draft.steps.flatMap(({ call, expect: { checks = [] } }) =>
          checks.map((check) => [
            call.query?.kind === 'literal' ? call.query.json : undefined,
            check.kind === 'sorted' && `${check.order} ${check.member}`,
          ]),
        ),
  );
}

describe('sorting', () => {
  it('makes three things that are in no order, and asks for either order', async () => {
    const api = await shelf({ parameters: [sorted('price, -price')] });
    expect(api.cases(sorting)).toEqual(['list-books sorts by price, and the other way round']);
    const price = (json: number) => ({ call: { body: { value: { kind: 'with', value: { json } } } } });
    expect(api.drafts(sorting)).toMatchObject([
      { subject: 'query/sort/price', steps: [price(9), price(10), price(8), {}, {}] },
    ]);
  });

  it.each([
    ['-price, price', 'price', '-price'],
    ['price_asc, price_desc', 'price_asc', 'price_desc'],
    ['"price:asc", "price:desc"', 'price:asc', 'price:desc'],
    ['priceAsc, priceDesc', 'priceAsc', 'priceDesc'],
    ['+price, -price', '+price', '-price'],
  ])('reads %s', async (values, up, down) => {
    expect(await asked(sorted(values))).toEqual([
      [
        [{ sort: up }, 'ascending /price'],
        [{ sort: down }, 'descending /price'],
      ],
    ]);
  });

  it('reads a direction that is a parameter of its own', async () => {
    expect(await asked(sorted('price', 'sort_by'), sorted('ASC, DESC', 'order'))).toEqual([
      [
        [{ sort_by: 'price', order: 'ASC' }, 'ascending /price'],
        [{ sort_by: 'price', order: 'DESC' }, 'descending /price'],
      ],
    ]);
  });

  it('reads one way alone', async () => {
    expect(await asked(sorted('-price'))).toEqual([[[{ sort: '-price' }, 'descending /price']]]);
  });

  it('sorts texts that every collation puts into the same order', async () => {
    const [draft] = (await shelf({ parameters: [sorted('title')] })).drafts(sorting);
    const title = (json: string) => ({ call: { body: { value: { value: { json } } } } });
    expect(draft).toMatchObject({ steps: [title('mno'), title('xyz'), title('abc'), {}] });
  });

  it('sorts texts of which each run needs its own', async () => {
    const api = await shelf({
      parameters: [sorted('title')],
      members: 'title: { type: string, description: It is unique., example: Dune }, price: { type: number }',
    });
    const text = JSON.stringify(api.drafts(sorting));
    const templates = [...text.matchAll(/"template":"Dune-(\d)#{7}"/g)].map(([, digit]) => digit);
    expect(templates).toEqual(['5', '8', '2']);
  });

  it('says what it cannot tell', async () => {
    expect(await asked(parameter('sort'))).toEqual(['no-enum']);
    expect(await asked(sorted('relevance'))).toEqual(['no-member']);
    expect(await asked(parameter('colour'))).toEqual([]);
  });

  it("leaves the server's own orders alone", async () => {
    const api = await shelf({
      parameters: [sorted('binding')],
      members: 'binding: { type: string, enum: [paper, cloth] }',
    });
    expect(api.drafts(sorting)).toMatchObject([{ draft: 'gap', code: 'not-comparable' }]);
  });
});
