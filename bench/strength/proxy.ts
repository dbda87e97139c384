import { createServer, request as ask, Agent, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { applied, type Reply } from './apply.ts';
import type { Mutation } from './mutation.ts';

/** A server between a suite and an API that makes answers wrong. */
export interface Proxy {
  /** With the path of the API's own URL. */
  readonly url: string;
  /** From now on these faults are put in, one per operation; how often each is starts anew. */
  mutate(mutations: readonly Mutation[]): void;
  /** Whether the fault was put into an answer since then. */
  wasApplied(mutation: Mutation): boolean;
  close(): Promise<void>;
}

/**
 * Starts a proxy on loopback.
 *
 * @param target The API's URL, with the path that every operation begins with.
 * @param operations `METHOD /template`, all that the contract has.
 */
export async function startProxy(target: string, operations: readonly string[]): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const { pathname, origin } = new URL(target);
  const base = pathname.replace(/\/$/, '');
  const operationOf = matcherOf(operations);
  let mutations = new Map<string, Mutation>();
  const applications = new Set<Mutation>();

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await buffer(incoming);
      const url = incoming.url ?? '/';
      const reply = await forward(url, incoming, body);
      const [path = ''] = url.slice(base.length).split('?', 1);
      const mutation = mutations.get(operationOf(incoming.method ?? 'GET', path) ?? '');
      const changed = mutation && (await mutated(mutation, reply, { url, incoming, body }));
      if (changed) applications.add(mutation);
      send(changed ?? reply);
    })().catch((error: unknown) => outgoing.destroy(error as Error));

    function send({ status, headers, body }: Reply): void {
      const { 'transfer-encoding': _, 'content-length': __, connection: ___, ...kept } = headers;
      const hasBody = status !== 204 && status !== 304 && incoming.method !== 'HEAD';
      outgoing.writeHead(status, { ...kept, ...(hasBody && { 'content-length': body.length }) } as never);
      outgoing.end(hasBody ? body : undefined);
    }
  });

  interface Asked {
    readonly url: string;
    readonly incoming: IncomingMessage;
    readonly body: Buffer;
  }

  async function mutated(mutation: Mutation, reply: Reply, asked: Asked): Promise<Reply | undefined> {
    if (mutation.change.what !== 'ignore') return applied(mutation, reply);
    const { url, incoming, body } = asked;
    const other = withoutParameter(url, mutation.change.parameter);
    return reply.status < 300 && other !== url ? forward(other, incoming, body) : undefined;
  }

  function forward(url: string, incoming: IncomingMessage, body: Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const outgoing = ask(
        new URL(origin),
        {
          agent,
          method: incoming.method,
          path: url,
          headers: { ...incoming.headers, 'accept-encoding': 'identity' },
        },
        (answer) => {
          buffer(answer).then(
            (read) =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers as Reply['headers'],
                body: read,
              }),
            reject,
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    mutate(wanted) {
      mutations = new Map(wanted.map((mutation) => [mutation.operation, mutation]));
      applications.clear();
    },
    wasApplied: (mutation) => applications.has(mutation),
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The operation of a request: of templates that match, the one with the most characters of its own. */
function matcherOf(operations: readonly string[]): (method: string, path: string) => string | undefined {
  const templates = operations
    .map((operation) => {
      const [method, template] = operation.split(' ') as [string, string];
      const pattern = template
        .split(/\{[^{}]*\}/)
        .map((literal) => encodeURI(decodeURI(literal)).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
        .join('[^/]+');
      return {
        operation,
        method,
        pattern: new RegExp(`^${pattern}$`),
        own: template.replaceAll(/\{[^{}]*\}/g, '').length,
      };
    })
    .sort((a, b) => b.own - a.own);
  return (method, path) =>
    templates.find((one) => one.method === method && one.pattern.test(path))?.operation;
}

/** The URL without any value of a query parameter, also one that is spread over members (`filter[name]`). */
function withoutParameter(url: string, parameter: string): string {
  const [path = '', query] = url.split('?');
  if (query === undefined) return url;
  const isOther = (pair: string) => {
    const name = decodeURIComponent(pair.split('=', 1)[0]!);
    return name !== parameter && !name.startsWith(`${parameter}[`);
  };
  const kept = query.split('&').filter(isOther);
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`;
}
