import { describe, expect, it } from 'vitest';
import { brokenInterParameter } from '../../src/rules/broken-inter-parameter.ts';
import { happy } from '../../src/rules/happy.ts';
import { contract } from '../contract.ts';

const shopOf = (parameters: string, ...dependencies: readonly string[]) =>
  contract(`
    /books:
      get:
        operationId: listBooks
        x-dependencies: ${JSON.stringify(dependencies)}
        parameters: [${parameters}]
        responses: { '200': { description: Books }, '400': { description: No } }
  `);
const text = (name: string) => `{ name: ${name}, in: query, schema: { type: string, examples: [${name}] } }`;
const number = (name: string, example: number) =>
  `{ name: ${name}, in: query, schema: { type: integer, minimum: 0, maximum: 50, examples: [${example}] } }`;
const queries = (shop: Awaited<ReturnType<typeof contract>>, rule = brokenInterParameter) =>
  shop.drafts(rule).flatMap((draft) => {
    const query = draft.draft === 'case' ? draft.steps[0]!.call.query : undefined;
    return query?.kind === 'literal' ? [query.json] : draft.draft === 'case' ? [{}] : [];
  });

describe('brokenInterParameter', () => {
  it.each<[dependency: string, broken: object]>([
    ['IF a THEN b', { a: 'a' }],
    ['AllOrNone(a, b)', { a: 'a' }],
    ['ZeroOrOne(a, b)', { a: 'a', b: 'b' }],
    ['Or(a, b)', {}],
  ])('breaks %s', async (dependency, broken) => {
    const shop = await shopOf(`${text('a')}, ${text('b')}`, dependency);
    expect(queries(shop)).toEqual([broken]);
    expect(shop.cases(brokenInterParameter)).toEqual([`list-books answers 400 unless ${dependency}`]);
  });

  it('breaks OnlyOne in both ways', async () => {
    const shop = await shopOf(`${text('a')}, ${text('b')}`, 'OnlyOne(a, b)');
    expect(queries(shop)).toEqual([{}, { a: 'a', b: 'b' }]);
    expect(shop.cases(brokenInterParameter)).toEqual([
      'list-books answers 400 with none of OnlyOne(a, b)',
      'list-books answers 400 with several of OnlyOne(a, b)',
    ]);
  });

  it('breaks one dependency at a time', async () => {
    const shop = await shopOf(`${text('a')}, ${text('b')}`, 'IF a THEN b', 'IF b THEN a');
    expect(queries(shop)).toEqual([{ a: 'a' }, { b: 'b' }]);
  });

  it('turns the ends of a range', async () => {
    const parameters = `${number('minPrice', 5)}, ${number('maxPrice', 50)}`;
    const declared = await shopOf(parameters, 'minPrice <= maxPrice');
    expect(declared.cases(brokenInterParameter)).toEqual([
      'list-books answers 400 unless minPrice <= maxPrice',
    ]);
    const undeclared = await shopOf(parameters);
    expect(undeclared.cases(brokenInterParameter)).toEqual([
      'list-books answers 200 or 4XX when minPrice is above maxPrice',
    ]);
    for (const shop of [declared, undeclared]) {
      const { minPrice, maxPrice } = queries(shop)[0] as { minPrice: number; maxPrice: number };
      expect(minPrice).toBeGreaterThan(maxPrice);
      expect(Math.max(minPrice, maxPrice)).toBeLessThanOrEqual(50);
    }
  });

  it('says what it cannot break', async () => {
    const shop = await shopOf(text('a'), 'IF a THEN', 'IF a THEN elsewhere', 'Or(a, NOT a)');
    const reasons = shop.drafts(brokenInterParameter).map((draft) => draft.draft === 'gap' && draft.reason);
    expect(reasons).toEqual([
      '`IF a THEN` is not broken: there is `nothing` where a parameter or a value was expected.',
      '`IF a THEN elsewhere` is not broken: elsewhere is no parameter.',
      '`Or(a, NOT a)` is not broken: no parameters are known that break it alone.',
    ]);
  });
});

describe('a good request', () => {
  it('keeps what its parameters depend on', async () => {
    const shop = await shopOf(`${text('a')}, ${text('b')}`, 'OnlyOne(a, b)');
    expect(queries(shop, happy)).toEqual([{ a: 'a' }, { b: 'b' }]);
  });

  it('is not made where nothing keeps it', async () => {
    const shop = await shopOf(`${text('a')}, ${text('b')}`, 'OnlyOne(a, b)', 'AllOrNone(a, b)');
    expect(shop.drafts(happy)).toMatchObject([{ draft: 'gap', code: 'contradiction' }]);
  });
});
