import { expect } from 'vitest';
import { admin } from '../../specs/bookshop/seeds.ts';
import { start } from '../../specs/bookshop/server.ts';
import { readContract, type Node } from '../../specs/service/contract.ts';
import type { Running } from '../../specs/service/listen.ts';
import { exchangeWith, expectPromised, type Exchange } from './exchange.ts';

/** A good Bookshop that listens, its contract, and somebody who talks to it. */
export interface OpenShop extends Running {
  readonly contract: Node;
  readonly send: Exchange;
  /** Sends a POST as the admin, expects 201, and says the id of what was made. */
  create(line: string, body: unknown): Promise<string>;
}

export async function openShop(): Promise<OpenShop> {
  const contract = await readContract(new URL('../../specs/bookshop/openapi.yaml', import.meta.url));
  const running = await start();
  const send = exchangeWith(running.url, contract);
  return {
    ...running,
    contract,
    send,
    async create(line, body) {
      const answer = await send(line, { token: admin.token, body });
      expectPromised(answer, 201);
      expect(answer.body).toHaveProperty('id');
      return String(answer.body['id']);
    },
  };
}
