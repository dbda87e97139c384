import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutants } from '../../specs/bookshop/mutants.ts';
import { start } from '../../specs/bookshop/server.ts';
import { readContract, type Node } from '../../specs/service/contract.ts';
import type { Running } from '../../specs/service/listen.ts';
import { probes } from './bookshop-probes.ts';
import { exchangeWith } from './exchange.ts';

let contract: Node;
let good: Running;

beforeAll(async () => {
  contract = await readContract(new URL('../../specs/bookshop/openapi.yaml', import.meta.url));
  good = await start();
});
afterAll(() => good.close());

describe('mutants of the Bookshop', () => {
  it('are many, have names of their own and say what must find them', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(24);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.filter(({ kills, awaits = [] }) => kills.length + awaits.length === 0)).toEqual([]);
    expect(Object.keys(probes).sort()).toEqual(mutants.map(({ name }) => name).sort());
  });

  it('are refused by a wrong name', async () => {
    await expect(start({ mutant: 'perfect' })).rejects.toThrow('There is no mutant perfect');
  });

  it.each(mutants)('$name: $fault', async ({ name }) => {
    const mutant = await start({ mutant: name });
    try {
      const probe = probes[name]!;
      expect(await probe(exchangeWith(good.url, contract))).toBe('good');
      expect(await probe(exchangeWith(mutant.url, contract))).not.toBe('good');
    } finally {
      await mutant.close();
    }
  });
});
