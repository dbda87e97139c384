import { withValueAt, type Node } from './contract.ts';
import type { Reply } from './reply.ts';
import type { Handler, Service, ServiceRequest } from './service.ts';

/** The same service with one fault put in. */
export type Fault = (service: Service) => Service;

/** A server with one seeded fault, and the cases that must find it. */
export interface Mutant {
  readonly name: string;
  readonly summary: string;
  /** One line for a reader: what is wrong, and what would be right. */
  readonly fault: string;
  /** Ids of the cases that must fail; a `*` stands for any characters. */
  readonly kills: readonly string[];
  /** Ids of cases that would find it and that no rule makes yet. When a rule does, they move to `kills`. */
  readonly awaits?: readonly string[];
  readonly put: Fault;
}

/** The mutant of a name. Throws where there is none, with the names that there are. */
export function mutantNamed<Of extends { readonly name: string }>(mutants: readonly Of[], name: string): Of {
  const found = mutants.find((mutant) => mutant.name === name);
  if (found) return found;
  throw new Error(
    `There is no mutant ${name}. There are: ${mutants.map((mutant) => mutant.name).join(', ')}`,
  );
}

/** The server reads another contract than it publishes: the keyword at the pointer is gone, or another. */
export const reads =
  (pointer: string, value?: unknown): Fault =>
  (service) => ({ ...service, contract: withValueAt(service.contract as Node, pointer, value) });

/** The answers of an operation are changed on their way out. */
export const answers =
  (operation: string, change: (reply: Reply, request: ServiceRequest) => Reply): Fault =>
  (service) =>
    handles(operation, (handler) => async (request) => change(await handler(request), request))(service);

/** An operation is handled in another way. */
export const handles =
  (operation: string, change: (handler: Handler) => Handler): Fault =>
  (service) => {
    const handler = service.handlers[operation];
    if (!handler) throw new Error(`There is no operation ${operation}`);
    return { ...service, handlers: { ...service.handlers, [operation]: change(handler) } };
  };

/** Every answer is changed on its way out, as its raw request asks for. */
export const sends =
  (send: NonNullable<Service['send']>): Fault =>
  (service) => ({ ...service, send });

/** The same reply with another body. Only good answers (2xx) are changed. */
export const body =
  (change: (body: never) => unknown) =>
  (reply: Reply): Reply =>
    reply.status < 300 && reply.body !== undefined ? { ...reply, body: change(reply.body as never) } : reply;

/** The same reply without a header. */
export const withoutHeader =
  (name: string) =>
  (reply: Reply): Reply => ({
    ...reply,
    headers: Object.fromEntries(Object.entries(reply.headers ?? {}).filter(([other]) => other !== name)),
  });

/** The same reply with another status, where it has a certain one. */
export const status =
  (from: number, to: number) =>
  (reply: Reply): Reply =>
    reply.status === from ? { ...reply, status: to } : reply;
