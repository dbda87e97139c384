// Written by itc, the same for every contract. Do not edit: it is written again.
/** From a call to its answer: credentials, waiting, another log-in, and what is to be removed later. */
import { Answer } from "./answer";
import type { Source } from "./contract";
import type { Attached } from "./credentials";
import type { Actor } from "./keyring";
import { joined, type Part } from "./multipart";
import { pending } from "./pending";
import { ContractBroken, type Exchange, type Reply } from "./report";
import type { Session } from "./session";
import { send, type Sent } from "./transport";
import { at } from "./values";
import {
  fillCookies,
  fillPath,
  fillQuery,
  readPath,
  type Values,
} from "./wire";

const LONGEST_WAIT = 30;

/** What goes into a request, beside its path. */
export interface Parts {
  readonly query: Values;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Values;
  readonly mediaType?: string;
  readonly content?: Buffer;
  readonly contentType?: string;
  readonly parts?: readonly Part[];
  readonly schemes?: readonly string[];
  readonly credentials?: Readonly<Record<string, string>>;
  readonly url?: string;
}

export interface Written extends Parts {
  readonly actor: Actor;
  readonly method: string;
  readonly template: string;
  readonly parameters: Values;
}

/** Sends one request, with the credentials of its actor, and returns the answer. */
export async function sendCall(
  session: Session,
  call: Written,
): Promise<Answer> {
  const { actor, method, template, parameters, schemes, credentials, url } =
    call;
  const operation = `${method} ${template}`;
  const path =
    url === undefined
      ? fillPath(template, parameters)
      : ledTo(session, template, url);
  const once = async () => {
    const key =
      credentials === undefined
        ? await session.attach(actor, operation, schemes)
        : session.held(credentials);
    return {
      key,
      done: await exchanged(session, exchangeOf(call, path, key), session.base),
    };
  };
  const asked = async (): Promise<Done> => {
    let { key, done } = await once();
    if (done.reply.status === 401 && key.holder?.forget(key.schemes))
      ({ key, done } = await once());
    return key.holder === undefined
      ? done
      : { ...done, schemes: key.schemes, actor };
  };
  // Whoever asks again changes nothing (RFC 9110 §9.2.1).
  const answer = new Answer(
    await asked(),
    session,
    method === "GET" ? asked : undefined,
  );
  if (url !== undefined && answer.status < 300) demand(template, url);
  remember(session, answer, call);
  return answer;
}

/** An exchange that came to its answer. */
export type Done = Exchange & { readonly reply: Reply };

function exchangeOf(call: Written, path: string, key: Attached): Exchange {
  const {
    method,
    template,
    query,
    cookies,
    headers,
    content,
    contentType,
    mediaType,
    parts,
  } = call;
  const tail = fillQuery({ ...query, ...key.query });
  const jar = fillCookies({ ...cookies, ...key.cookies });
  const isTyped = Object.keys(headers).some(
    (name) => name.toLowerCase() === "content-type",
  );
  const type = isTyped ? undefined : (mediaType ?? contentType);
  return {
    operation: `${method} ${template}`,
    method,
    url: path + (path.includes("?") ? tail.replace("?", "&") : tail),
    headers: {
      ...headers,
      ...(type !== undefined && { "Content-Type": type }),
      ...(jar !== "" && { Cookie: jar }),
      ...key.headers,
    },
    content,
    parts,
  };
}

/** Waits as long as a 429 says (RFC 9110 §10.2.3). */
async function exchanged(
  session: Session,
  written: Exchange,
  base: string,
): Promise<Done> {
  const isUrl = /^[a-z][a-z\d+.-]*:\/\//i.test(written.url);
  const exchange = {
    ...written,
    url: isUrl ? written.url : base + written.url,
  };
  const { method, url, headers, content, parts } = exchange;
  const form = parts && joined(parts);
  const sent: Sent = form
    ? {
        method,
        url,
        headers: { ...headers, "Content-Type": form.mediaType },
        content: form.content,
      }
    : { method, url, headers, content };
  for (let waited = 0; ;) {
    const reply = await replyTo(sent).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw session.reporter.broken(exchange, "", [
        { text: `there is no answer: ${reason}` },
      ]);
    });
    const wait = retryAfter(reply);
    if (wait === undefined || waited + wait > LONGEST_WAIT)
      return { ...exchange, reply };
    waited += wait;
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
}

/** A connection that was kept may be closed just then: nothing was sent, and a new one is tried. */
async function replyTo(sent: Sent): Promise<Reply> {
  try {
    return await send(sent);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ECONNRESET") throw error;
    return send(sent);
  }
}

/** Seconds to wait, where the answer is a 429 that says so. */
function retryAfter({ status, headers }: Reply): number | undefined {
  const header = headers["retry-after"]?.trim();
  if (status !== 429 || header === undefined) return undefined;
  const seconds = /^\d+$/.test(header)
    ? Number(header)
    : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(seconds, 0.05);
}

/**
 * Where a Location leads, at the API that is asked: behind a proxy a server knows neither the host nor what stands in
 * front of its paths. What is on another host and none of these paths is the business of that host.
 */
function ledTo(session: Session, template: string, url: string): string {
  if (new URL(url).host === new URL(session.base).host) return url;
  return fillPath(template, demand(template, url)) + new URL(url).search;
}

/** The path parameters of a URL; pending where it leads to something else. */
function demand(template: string, url: string): Values {
  return (
    readPath(template, url) ??
    pending(`Location leads to ${url}, which is no ${template}`)
  );
}

/** A thing that was created is to be removed when the test is over. */
function remember(
  session: Session,
  answer: Answer,
  { actor, method, template, parameters }: Written,
): void {
  if (answer.status < 200 || answer.status >= 300) return;
  const operation = `${method} ${template}`;
  // What a test has removed itself is gone: not every server answers 404 then.
  const key = (called: string, values: Values) =>
    JSON.stringify([
      called,
      Object.entries(values).map(([name, value]) => [name, String(value)]),
    ]);
  const removed = key(operation, parameters);
  session.created = session.created.filter(
    (one) => key(`${one.method} ${one.path}`, one.values) !== removed,
  );
  const cleanup = session.contract.operation(operation)?.cleanup;
  if (cleanup === undefined) return;
  const values: Record<string, unknown> = {};
  for (const [name, source] of Object.entries(cleanup.parameters)) {
    const value = valueOf(source, parameters, answer);
    if (value === undefined) {
      session.reporter.finding(
        `clean-up: what ${operation} makes stays, since its answer does not say its ${name}`,
      );
      return;
    }
    values[name] = value;
  }
  // What others have made is theirs: nobody else may be allowed to remove it.
  const owner = actor === "stranger" || actor === "lesser" ? actor : "user";
  session.created.push({
    owner,
    method: cleanup.method,
    path: cleanup.path,
    values,
  });
}

/** What a creating call says of the created thing. */
function valueOf(source: Source, path: Values, answer: Answer): unknown {
  try {
    switch (source.from) {
      case "path":
        return path[source.name];
      case "body":
        return at(answer.body, source.pointer);
      case "location":
        return answer.located(source.path)[source.name];
    }
  } catch (error) {
    if (error instanceof RangeError || error instanceof ContractBroken)
      return undefined;
    throw error;
  }
}
