import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutants } from '../../specs/faults/mutants.ts';
import { start } from '../../specs/faults/server.ts';
import { readContract, type Node } from '../../specs/service/contract.ts';
import type { Running } from '../../specs/service/listen.ts';
import { exchangeWith, expectPromised, type Exchange } from './exchange.ts';

const aParcel = { recipient: 'Ada', grams: 1200, service: 'express', note: 'Ring twice' };

let contract: Node;
let good: Running;

beforeAll(async () => {
  contract = await readContract(new URL('../../specs/faults/openapi.yaml', import.meta.url));
  good = await start();
});
afterAll(() => good.close());

const create = async (send: Exchange) => String((await send('POST /parcels', { body: aParcel })).body['id']);

/** Looks for each fault; true where it is there. In the order of the paper. */
const looks: readonly (readonly [name: string, isThere: (send: Exchange) => Promise<boolean>])[] = [
  ['answers-500', async (send) => (await send(`GET /parcels/${crypto.randomUUID()}`)).status === 500],
  [
    'answers-a-wrong-type',
    async (send) => (await send(`GET /parcels/${await create(send)}`)).complaints.length > 0,
  ],
  ['answers-an-undeclared-2xx', async (send) => (await send('GET /parcels')).status !== 200],
  ['ignores-a-maximum', (send) => takes(send, { grams: 31_501 })],
  ['ignores-an-enum', (send) => takes(send, { service: 'balloon' })],
  ['ignores-a-required-field', (send) => takes(send, { recipient: undefined })],
  [
    'leads-nowhere',
    async (send) => {
      const { headers } = await send('POST /parcels', { body: aParcel });
      return (await send(`GET ${headers.get('location')}`)).status !== 200;
    },
  ],
  [
    'deletes-nothing',
    async (send) => {
      const id = await create(send);
      await send(`DELETE /parcels/${id}`);
      return (await send(`GET /parcels/${id}`)).status === 200;
    },
  ],
  [
    'replaces-only-part',
    async (send) => {
      const { body } = await send(`PUT /parcels/${await create(send)}`, { body: { ...aParcel, grams: 7 } });
      return body['grams'] !== 7;
    },
  ],
  [
    'is-not-idempotent',
    async (send) => {
      const line = `PUT /parcels/${await create(send)}`;
      const body = { ...aParcel, grams: 7 };
      const first = await send(line, { body });
      const second = await send(line, { body });
      return first.body['grams'] !== second.body['grams'];
    },
  ],
];

const takes = async (send: Exchange, change: object) =>
  (await send('POST /parcels', { body: { ...aParcel, ...change } })).status === 201;

describe('the ten classic faults', () => {
  it('are ten, in the order of the paper', () => {
    expect(mutants.map(({ name }) => name)).toEqual(looks.map(([name]) => name));
  });

  it('are not in the good server, which keeps its contract', async () => {
    const send = exchangeWith(good.url, contract);
    for (const [name, isThere] of looks) expect([name, await isThere(send)]).toEqual([name, false]);
    const id = await create(send);
    expectPromised(await send('GET /parcels'), 200);
    expectPromised(await send('POST /parcels', { body: aParcel }), 201);
    expectPromised(await send('POST /parcels', { body: {} }), 422);
    expectPromised(await send(`PUT /parcels/${id}`, { body: aParcel }), 200);
    expectPromised(await send(`DELETE /parcels/${id}`), 204);
    expectPromised(await send('GET /parcels/none'), 404);
  });

  it.each(looks)('%s has its own fault and no other', async (mutant) => {
    const server = await start({ mutant });
    try {
      const send = exchangeWith(server.url, contract);
      const there = [];
      for (const [name, isThere] of looks) if (await isThere(send)) there.push(name);
      expect(there).toEqual([mutant]);
    } finally {
      await server.close();
    }
  });
});
