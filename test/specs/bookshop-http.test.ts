import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, reader } from '../../specs/bookshop/seeds.ts';
import { operationsOf, type Node } from '../../specs/service/contract.ts';
import { openShop, type OpenShop } from './bookshop-server.ts';
import { expectPromised, type Exchange } from './exchange.ts';

let shop: OpenShop;
let send: Exchange;
let contract: Node;
const { token } = admin;

beforeAll(async () => {
  shop = await openShop();
  ({ send, contract } = shop);
});
afterAll(() => shop.close());

describe('every operation', () => {
  it('refuses a broken body, another media type and no body', async () => {
    for (const line of [
      'POST /sessions',
      'POST /customers',
      'POST /authors',
      'POST /books',
      'POST /orders',
    ]) {
      const json = { 'Content-Type': 'application/json' };
      expectPromised(await send(line, { token, headers: json, body: '{"title":' }), 400);
      expectPromised(await send(line, { token, headers: json, body: `"${'x'.repeat(2 ** 20)}"` }), 400);
      expectPromised(await send(line, { token, headers: { 'Content-Type': 'text/plain' }, body: '{}' }), 415);
      expectPromised(await send(line, { token }), 400);
      expectPromised(await send(line, { token, body: [] }), 422);
    }
  });

  it('keeps strangers and customers out as its security says', async () => {
    for (const { method, path, roles } of operationsOf(contract)) {
      const line = `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '0')}`;
      if (roles.length === 0) continue;
      expectPromised(await send(line), 401);
      expectPromised(await send(line, { token: 'malformed' }), 401);
      expectPromised(await send(line, { headers: { Authorization: `Basic ${token}` } }), 401);
      if (roles.every((role) => !role.includes('customer'))) {
        expectPromised(await send(line, { token: reader.token }), 403);
      }
    }
  });

  it('finds nothing by an id that could not be', async () => {
    for (const { method, path } of operationsOf(contract).filter(({ path }) => path.includes('{'))) {
      const line = `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '%E0%A4%A')}`;
      expect(await send(line, { token })).toMatchObject({ status: 404 });
      expectPromised(await send(line.replace('%E0%A4%A', 'never'), { token }), 404);
    }
  });

  it('answers 405 with Allow beside it, HEAD like GET, and OPTIONS', async () => {
    const refused = await send('PATCH /books');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
    const head = await send('HEAD /books');
    const get = await send('GET /books');
    expect([head.status, head.headers.get('content-type')]).toEqual([200, get.headers.get('content-type')]);
    const options = await send('OPTIONS /books/bk_0');
    expect([options.status, options.headers.get('allow')]).toEqual([
      204,
      'DELETE, GET, HEAD, OPTIONS, PATCH, PUT',
    ]);
    expect(await send('GET /books/')).toMatchObject({ status: 404 });
  });
});
