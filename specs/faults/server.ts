import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import { readContract } from '../service/contract.ts';
import { mutantNamed } from '../service/fault.ts';
import { listen, type Running } from '../service/listen.ts';
import { created, noContent, notFound, ok } from '../service/reply.ts';
import { createApp, type Handler } from '../service/service.ts';
import { mutants } from './mutants.ts';

/** Which server is wanted: the good one, or one with a classic fault. */
export interface Choice {
  /** The name of one of {@link mutants}. */
  readonly mutant?: string | undefined;
}

/**
 * A new server of parcels, in memory, as an app.
 *
 * @throws when there is no mutant of that name.
 */
export async function createParcels({ mutant }: Choice = {}): Promise<Express> {
  const contract = await readContract(new URL('openapi.yaml', import.meta.url));
  const service = { contract, handlers: parcels(), identify: () => undefined };
  return createApp(mutant === undefined ? service : mutantNamed(mutants, mutant).put(service));
}

/** Starts a server of parcels on 127.0.0.1. Port 0, or none, takes a free one. */
export const start = async ({
  port,
  ...choice
}: Choice & { readonly port?: number } = {}): Promise<Running> => listen(await createParcels(choice), port);

function parcels(): Readonly<Record<string, Handler>> {
  const kept = new Map<string, object>();

  /** Does something with a parcel that is there. */
  const withParcel =
    (act: (id: string, parcel: object, body: object) => ReturnType<Handler>): Handler =>
    ({ parameters, body }) => {
      const id = String(parameters['parcelId']);
      const parcel = kept.get(id);
      return parcel ? act(id, parcel, body as object) : notFound('parcel');
    };

  const keep = (id: string, body: object) => {
    const parcel = { ...body, id };
    kept.set(id, parcel);
    return parcel;
  };

  return {
    listParcels: () => ok([...kept.values()].toReversed()),
    createParcel: ({ body }) => {
      const id = randomUUID();
      return created(`/parcels/${id}`, keep(id, body as object));
    },
    getParcel: withParcel((_, parcel) => ok(parcel)),
    replaceParcel: withParcel((id, _, body) => ok(keep(id, body))),
    deleteParcel: withParcel((id) => {
      kept.delete(id);
      return noContent;
    }),
  };
}
