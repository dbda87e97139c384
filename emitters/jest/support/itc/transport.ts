// Written by itc, the same for every contract. Do not edit: it is written again.
/** How a request reaches the API: Supertest, over the network or in process. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import supertest from "supertest";
import type { Reply } from "./report";
import type { Setup } from "./setup";
import { percent } from "./wire";

const TIMEOUT = 30_000;

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: Buffer | undefined;
}

/** Where the API is. */
export interface Transport {
  readonly base: string;
  close(): Promise<void>;
}

/** Finds what `target` of the set-up says: a base URL, or an application, which listens on a free port meanwhile. */
export async function openTransport({
  target,
  prefix = "",
}: Setup): Promise<Transport> {
  const given = await target;
  if (typeof given === "string") {
    if (!/^https?:\/\/[^/]/.test(given))
      throw new TypeError(`\`target\` in setup is no base URL: '${given}'`);
    return {
      base: given.replace(/\/+$/, "") + prefix,
      close: async () => undefined,
    };
  }
  const server =
    typeof given === "function" ? createServer(answering(given)) : given;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    if (server.listening) resolve();
    else server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}${prefix}`,
    close: () => closed(server),
  };
}

/** Sends one request; redirects are answers like any other. */
export async function send({
  method,
  url,
  headers,
  content,
}: Sent): Promise<Reply> {
  const { origin, pathname, search } = new URL(url);
  const test = supertest(origin)
    [verb(method)](pathname + search)
    .timeout({ deadline: TIMEOUT })
    .buffer(true)
    .parse(bytes);
  if (method === "TRACE") test.method = method;
  for (const [name, value] of Object.entries(headers))
    void test.set(name, Buffer.from(value).toString("latin1"));
  if (content !== undefined)
    void test
      .serialize((body: unknown) => body as string)
      .send(content as never);
  // A URL is read as browsers read it; what goes over the wire is what the test says.
  Object.assign((test as unknown as Requesting).request(), {
    path: escaped(targetOf(url)),
  });
  const { status, headers: received, body } = await test;
  const { "set-cookie": cookies = [], ...rest } = received as Record<
    string,
    string | string[]
  >;
  const texts = Object.entries(rest).map(([name, value]) => [
    name,
    [value].flat().join(", "),
  ]);
  return {
    status,
    headers: Object.fromEntries(texts),
    cookies: [cookies].flat(),
    bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  };
}

/** What superagent has and its types do not tell: the request of Node.js, before it is sent. */
interface Requesting {
  request(): object;
}

const verbs = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
] as const;

function verb(method: string): (typeof verbs)[number] {
  return verbs.find((one) => one === method.toLowerCase()) ?? "get";
}

/** All of a URL behind its host. */
function targetOf(url: string): string {
  const target = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "");
  return target.startsWith("/") ? target : `/${target}`;
}

/** What is no character of a URL (RFC 3986 §2), percent-encoded. */
function escaped(target: string): string {
  return target.replaceAll(/[^\x21-\x7e]/gu, (character) =>
    percent(character, /[^\s\S]/),
  );
}

/** The bytes of an answer, whatever its media type. */
function bytes(
  response: NodeJS.EventEmitter,
  done: (error: Error | null, body: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  response.on("end", () => done(null, Buffer.concat(chunks)));
}

/** A listener whose exceptions are a 500, as on a server that outlives them. */
function answering(listener: RequestListener): RequestListener {
  return (request, response) => {
    const fail = (error: unknown) => {
      if (!response.headersSent)
        response.writeHead(500, { "Content-Type": "text/plain" });
      response.end(error instanceof Error ? error.stack : String(error));
    };
    try {
      Promise.resolve(listener(request, response)).catch(fail);
    } catch (error) {
      fail(error);
    }
  };
}

async function closed(server: Server): Promise<void> {
  const end = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await end;
}
