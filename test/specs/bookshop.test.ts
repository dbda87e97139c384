import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, herbert } from '../../specs/bookshop/seeds.ts';
import type { Node } from '../../specs/service/contract.ts';
import { openShop, type OpenShop } from './bookshop-server.ts';
import { aBook, anAuthor, anIsbn } from './bookshop-things.ts';
import { expectPromised, type Exchange } from './exchange.ts';

let shop: OpenShop;
let send: Exchange;
let contract: Node;
let create: OpenShop['create'];
const { token } = admin;

beforeAll(async () => {
  shop = await openShop();
  ({ send, contract, create } = shop);
});
afterAll(() => shop.close());

describe('authors', () => {
  it('live', async () => {
    const id = await create('POST /authors', anAuthor);
    const read = await send(`GET /authors/${id}`);
    expectPromised(read, 200);
    expect(read.body).toMatchObject(anAuthor);
    const replaced = await send(`PUT /authors/${id}`, { token, body: { name: 'Ann', country: 'IE' } });
    expectPromised(replaced, 200);
    expect(replaced.body).toMatchObject({ id, name: 'Ann', born: null, pseudonyms: [] });
    expect(replaced.body).not.toHaveProperty('website');
    const list = await send('GET /authors?limit=1');
    expectPromised(list, 200);
    expect(list.body['items']).toEqual([replaced.body]);
    expectPromised(await send(`DELETE /authors/${id}`, { token }), 204);
    expectPromised(await send(`GET /authors/${id}`), 404);
    expectPromised(await send(`DELETE /authors/${id}`, { token }), 404);
  });

  it('stay while they have books', async () => {
    expectPromised(await send(`DELETE /authors/${herbert}`, { token }), 409);
    expectPromised(await send(`GET /authors/${herbert}/books`), 200);
    expectPromised(await send('GET /authors/nobody/books'), 404);
  });
});

describe('books', () => {
  it('live, and are only changed as they have been seen', async () => {
    const id = await create('POST /books', aBook());
    const read = await send(`GET /books/${id}`);
    expectPromised(read, 200);
    const etag = read.headers.get('etag')!;
    expectPromised(
      await send(`GET /books/${id}`, { headers: { 'If-None-Match': `"other", W/${etag}` } }),
      304,
    );
    const patch = { 'Content-Type': 'application/merge-patch+json' };
    const body = JSON.stringify({ subtitle: null, price: 1.5 });
    const patched = await send(`PATCH /books/${id}`, {
      token,
      headers: { ...patch, 'If-Match': etag },
      body,
    });
    expectPromised(patched, 200);
    expect(patched.body).toEqual({ ...read.body, subtitle: null, price: 1.5 });
    const stale = { token, headers: { 'If-Match': etag } };
    expectPromised(await send(`PUT /books/${id}`, { ...stale, body: aBook() }), 412);
    expectPromised(
      await send(`PATCH /books/${id}`, { token, headers: { ...patch, 'If-Match': etag }, body }),
      412,
    );
    expectPromised(await send(`DELETE /books/${id}`, stale), 412);
    const put = await send(`PUT /books/${id}`, { token, body: aBook() });
    const again = await send(`PUT /books/${id}`, { token, body: aBook({ isbn: put.body['isbn'] }) });
    expectPromised(again, 200);
    expect([again.body, again.headers.get('etag')]).toEqual([put.body, put.headers.get('etag')]);
    expectPromised(await send(`DELETE /books/${id}`, { token }), 204);
    expectPromised(await send(`GET /books/${id}`), 404);
  });

  it('have one ISBN each and an author who is there', async () => {
    const book = aBook();
    const id = await create('POST /books', book);
    const other = await create('POST /books', aBook());
    expectPromised(await send('POST /books', { token, body: book }), 409);
    expectPromised(await send(`PUT /books/${other}`, { token, body: book }), 409);
    expectPromised(await send('POST /books', { token, body: aBook({ authorId: crypto.randomUUID() }) }), 422);
    const patch = { token, headers: { 'Content-Type': 'application/merge-patch+json' } };
    expectPromised(await send(`PATCH /books/${id}`, { ...patch, body: '{}' }), 422);
    expectPromised(
      await send(`PATCH /books/${other}`, { ...patch, body: JSON.stringify({ isbn: book.isbn }) }),
      409,
    );
  });

  it('ignore read-only members, and refuse unknown ones', async () => {
    const answer = await send('POST /books', { token, body: aBook({ id: 'mine', createdAt: 1 }) });
    expectPromised(answer, 201);
    expectPromised(await send('POST /books', { token, body: aBook({ cost: 1 }) }), 422);
  });

  it('take the examples of the contract', async () => {
    const { novel, ebook } = (contract as never)['paths']['/books']['post']['requestBody']['content'][
      'application/json'
    ]['examples'] as Record<'novel' | 'ebook', { value: object }>;
    for (const { value } of [novel, ebook]) await create('POST /books', { ...value, isbn: anIsbn() });
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'limit=1&limit=2',
    'offset=-1',
    'sort=pages',
    'inStock=yes',
    'q=',
    'tags=',
    'tags=a,a',
    'authorId=me',
    'minPrice=9&maxPrice=8',
  ])('are not listed by %s', async (query) => expectPromised(await send(`GET /books?${query}`), 400));

  it('are listed by every filter', async () => {
    const list = await send(
      'GET /books?q=WHITE&language=en&inStock=false&minPrice=12.5&maxPrice=12.5&sort=-title',
    );
    expectPromised(list, 200);
    expect(list.body).toMatchObject({ total: 1, items: [{ title: 'The White Plague' }] });
    const tagged = await send('GET /books?tags=classic,insects&sort=price');
    expect(tagged.body).toMatchObject({ total: 1, items: [{ language: 'de' }] });
    const prices = (await send('GET /books?sort=-price')).body['items'] as readonly { price: number }[];
    expect(prices).toEqual(prices.toSorted((a, b) => b.price - a.price));
  });

  it('are listed page by page', async () => {
    const first = await send('GET /books?limit=1&offset=0&language=en');
    expectPromised(first, 200);
    const next = /<(.*)>; rel="next"/.exec(first.headers.get('link')!)![1]!;
    expect((await send(`GET ${next}`)).body).toMatchObject({ limit: 1, offset: 1 });
    const beyond = await send('GET /books?offset=1000000');
    expectPromised(beyond, 200);
    expect([beyond.body['items'], beyond.headers.get('link')]).toEqual([[], null]);
  });

  it('show their covers', async () => {
    const id = await create('POST /books', aBook());
    expectPromised(await send(`GET /books/${id}/cover`), 200);
    const upload = (type: string, content: string, extra: Readonly<Record<string, string>> = {}) => {
      const form = new FormData();
      form.set('image', new Blob([content], { type }), 'cover');
      for (const [name, value] of Object.entries(extra)) form.set(name, value);
      return send(`PUT /books/${id}/cover`, { token, body: form });
    };
    expectPromised(await upload('image/jpeg', 'JPEG', { alt: 'A desert' }), 200);
    const cover = await send(`GET /books/${id}/cover`);
    expectPromised(cover, 200);
    expect([cover.headers.get('content-type'), cover.body]).toEqual(['image/jpeg', 'JPEG']);
    expectPromised(await upload('text/plain', 'text'), 422);
    expectPromised(await upload('image/png', ''), 422);
    expectPromised(await upload('image/png', 'PNG', { cost: '1' }), 422);
    expectPromised(await upload('image/png', '0'.repeat(2 ** 20)), 413);
    expectPromised(await send(`PUT /books/${id}/cover`, { token, body: new FormData() }), 422);
    expectPromised(await send(`PUT /books/${id}/cover`, { token, body: {} }), 415);
    const torn = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expectPromised(await send(`PUT /books/${id}/cover`, { token, headers: torn, body: '--x\r\n' }), 400);
    expectPromised(await send('PUT /books/bk_000000000000/cover', { token, body: new FormData() }), 422);
  });
});
