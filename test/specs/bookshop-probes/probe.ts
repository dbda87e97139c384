import type { Answer, Exchange, Sent } from '../exchange.ts';

/** Looks where a mutant is wrong; says `good` of a shop that keeps its contract, and something else of the mutant. */
export type Probe = (send: Exchange) => Promise<unknown>;

/** `good`, or the status and what the contract does not promise. */
export const verdict = ({ status, complaints }: Answer, promised: number) =>
  status === promised && complaints.length === 0 ? 'good' : { status, complaints };

/** `good`, where there is no more to say. */
export const says = (isGood: boolean) => (isGood ? 'good' : 'bad');

/** A single exchange (`GET /books?limit=1`) that must be answered with a promised status. */
export const probe =
  (promised: number, line: string, sent: Sent = {}): Probe =>
  async (send) =>
    verdict(await send(line, sent), promised);
