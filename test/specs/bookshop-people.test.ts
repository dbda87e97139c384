import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, otherReader, reader } from '../../specs/bookshop/seeds.ts';
import { openShop, type OpenShop } from './bookshop-server.ts';
import { aBook, anOrder } from './bookshop-things.ts';
import { expectPromised, type Exchange } from './exchange.ts';

let shop: OpenShop;
let send: Exchange;
let create: OpenShop['create'];
const { token } = admin;

beforeAll(async () => {
  shop = await openShop();
  ({ send, create } = shop);
});
afterAll(() => shop.close());

describe('sessions and customers', () => {
  it('log in, and log out', async () => {
    const session = await send('POST /sessions', {
      body: { email: reader.email, password: reader.password },
    });
    expectPromised(session, 201);
    const mine = { token: session.body['token'] as string };
    expectPromised(await send('GET /orders', mine), 200);
    expectPromised(await send(`DELETE /sessions/${session.body['id']}`, { token: otherReader.token }), 404);
    expectPromised(await send(`DELETE /sessions/${session.body['id']}`, mine), 204);
    expectPromised(await send('GET /orders', mine), 401);
  });

  it('refuse a wrong password and an expired token', async () => {
    expectPromised(await send('POST /sessions', { body: { email: reader.email, password: 'wrong' } }), 401);
    expectPromised(await send('GET /orders', { token: reader.expiredToken }), 401);
  });

  it('register, and keep the password to themselves', async () => {
    const body = { email: 'new@bookshop.example', name: 'New', password: 'long enough' };
    const id = await create('POST /customers', body);
    expectPromised(await send('POST /customers', { body }), 409);
    expectPromised(await send('POST /customers', { body: { ...body, password: 'short' } }), 422);
    expectPromised(await send('GET /customers?limit=2', { token }), 200);
    expectPromised(await send('GET /customers', { token: reader.token }), 403);
    expectPromised(await send(`GET /customers/${id}`, { token }), 200);
    expectPromised(await send(`GET /customers/${id}`, { token: reader.token }), 404);
    expectPromised(await send(`DELETE /customers/${id}`, { token }), 204);
  });
});

describe('orders', () => {
  it('are placed, read, cancelled once and removed', async () => {
    const order = anOrder(await create('POST /books', aBook({ price: 2.5 })));
    const id = await create('POST /orders', order);
    const read = await send(`GET /orders/${id}`, { token });
    expectPromised(read, 200);
    expect(read.body).toMatchObject({
      total: 5,
      status: 'placed',
      payment: { kind: 'card', lastDigits: '1111' },
    });
    expectPromised(await send(`GET /orders/${id}`, { token: reader.token }), 404);
    expectPromised(await send(`DELETE /orders/${id}`, { token: reader.token }), 404);
    expectPromised(await send(`POST /orders/${id}/cancellation`, { token }), 200);
    expectPromised(await send(`POST /orders/${id}/cancellation`, { token }), 409);
    expectPromised(await send('GET /orders?status=cancelled&limit=1', { token }), 200);
    expectPromised(await send(`DELETE /orders/${id}`, { token }), 204);
    expectPromised(await send(`GET /orders/${id}`, { token }), 404);
  });

  it('are paged by a cursor, and are the own ones', async () => {
    const order = {
      ...anOrder(await create('POST /books', aBook())),
      payment: { kind: 'invoice', email: 'a@b.example' },
    };
    const mine = { token: reader.token };
    for (const _ of [1, 2, 3]) expectPromised(await send('POST /orders', { ...mine, body: order }), 201);
    await create('POST /orders', order);
    const pages = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await send(`GET /orders?limit=2${next && `&cursor=${next}`}`, mine);
      expectPromised(page, 200);
      pages.push((page.body['items'] as readonly { id: number }[]).map(({ id }) => id));
      next = page.body['next'] as string | null;
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 1]);
    expect(new Set(pages.flat()).size).toBe(3);
    expectPromised(await send('GET /orders?cursor=bm90LW91cnM', mine), 400);
    expectPromised(await send('GET /orders?cursor=YmVmb3JlOjIxNDc0ODM2NDc', mine), 200);
  });

  it.each([
    ['a book that is not there', { items: [{ bookId: 'bk_000000000000', quantity: 1 }] }],
    ['no items', { items: [] }],
    ['a message without wrap', { giftMessage: 'Hi' }],
    ['a courier without an address', { delivery: { method: 'courier' } }],
    ['a payment of no kind', { payment: { kind: 'cash' } }],
  ])('are refused for %s', async (_, change) => {
    const order = anOrder(await create('POST /books', aBook()));
    expectPromised(await send('POST /orders', { token, body: { ...order, ...change } }), 422);
  });
});
