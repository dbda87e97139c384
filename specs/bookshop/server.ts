import type { Express } from 'express';
import { readContract } from '../service/contract.ts';
import { mutantNamed } from '../service/fault.ts';
import { judgeOfRequests } from '../service/judge.ts';
import { listen, type Running } from '../service/listen.ts';
import { createApp, type Service } from '../service/service.ts';
import { authors } from './authors.ts';
import { books } from './books.ts';
import { covers } from './covers.ts';
import { customers } from './customers.ts';
import { mutants } from './mutants.ts';
import { orders } from './orders.ts';
import { seed } from './seeds.ts';
import { identify, sessions } from './sessions.ts';
import { openStore } from './store.ts';

/** Which shop is wanted: the good one, or a mutant of it. */
export interface Choice {
  /** The name of one of {@link mutants}. */
  readonly mutant?: string | undefined;
}

/**
 * A new Bookshop with its seeds, in memory, as an app. It keeps its contract exactly, or but for one fault.
 *
 * @throws when there is no mutant of that name.
 */
export async function createBookshop({ mutant }: Choice = {}): Promise<Express> {
  const service = await openBookshop();
  return createApp(mutant === undefined ? service : mutantNamed(mutants, mutant).put(service));
}

/** Starts a Bookshop on 127.0.0.1. Port 0, or none, takes a free one. */
export const start = async ({
  port,
  ...choice
}: Choice & { readonly port?: number } = {}): Promise<Running> => listen(await createBookshop(choice), port);

async function openBookshop(): Promise<Service> {
  const [contract, store] = await Promise.all([
    readContract(new URL('openapi.yaml', import.meta.url)),
    openStore(),
  ]);
  const judge = judgeOfRequests(contract);
  const complete = (book: object) => {
    const copy = structuredClone(book);
    judge.complaints('/components/schemas/Book', copy);
    return copy;
  };
  seed(store, complete);
  return {
    contract,
    identify: identify(store),
    handlers: {
      ...sessions(store),
      ...customers(store),
      ...authors(store),
      ...books(store, complete),
      ...covers(store),
      ...orders(store),
    },
  };
}
