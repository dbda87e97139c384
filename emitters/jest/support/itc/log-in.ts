// Written by itc, the same for every contract. Do not edit: it is written again.
/** How the set-up says where a credential comes from: a log-in, made while tests run. */
import type { Answer } from "./answer";
import type { Client } from "./client";
import { accepted } from "./checks";
import { basic } from "./credentials";
import { at } from "./values";
import { percent, type Values } from "./wire";

/** The body and the headers of a log-in: one body at most. */
export interface LogInParts {
  readonly json?: unknown;
  readonly form?: Values;
  readonly multipart?: Values;
  /** A media type, and the text. */
  readonly text?: readonly [mediaType: string, text: unknown];
  readonly headers?: Values;
  /** Who asks, where that goes into the form. */
  readonly client?: Values;
}

export interface LogInOptions extends LogInParts {
  /** A JSON Pointer to the credential in the body of the answer. */
  readonly token?: string;
  /** The header or the cookie that has it otherwise. */
  readonly header?: string;
  readonly cookie?: string;
  /** What is sent later: `Token {token}`. */
  readonly template?: string;
  /** How it is ended: each path parameter is a JSON Pointer into the answer. */
  readonly logOut?: readonly [
    method: string,
    path: string,
    parameters: Readonly<Record<string, string>>,
  ];
}

type Take = (answer: Answer) => Promise<string | undefined>;

/** A call whose answer has a credential. It never prints what it sends. */
export class LogIn {
  readonly #call: {
    readonly method: string;
    readonly path: string | ((api: Client) => Promise<string>);
  };
  readonly #parts: LogInParts;
  readonly #take: Take;
  readonly #logOut: LogInOptions["logOut"];

  constructor(
    call: LogIn["call"],
    parts: LogInParts,
    take: Take,
    logOut?: LogInOptions["logOut"],
  ) {
    this.#call = call;
    this.#parts = parts;
    this.#take = take;
    this.#logOut = logOut;
  }

  get call() {
    return this.#call;
  }

  /** The names of what the environment does not say of who logs in. */
  get missing(): readonly string[] {
    return namesOfNothing(this.#parts);
  }

  get canEnd(): boolean {
    return this.#logOut !== undefined;
  }

  /** Logs in, and returns the credential. */
  async begin(api: Client): Promise<string | undefined> {
    return this.#take(await this.#open(api));
  }

  /** Logs in and out again, and returns the credential, which was good once. */
  async ended(api: Client, scheme: string): Promise<string | undefined> {
    const answer = await this.#open(api);
    const credential = await this.#take(answer);
    if (this.#logOut === undefined || credential === undefined)
      return undefined;
    const [method, path, pointers] = this.#logOut;
    const values = Object.entries(pointers).map(([name, pointer]) => [
      name,
      at(answer.body, pointer),
    ]);
    await api
      .request(method, path, Object.fromEntries(values))
      .credentials({ [scheme]: credential })
      .expect(accepted("2XX"));
    return credential;
  }

  async #open(api: Client): Promise<Answer> {
    const { method, path } = this.#call;
    const {
      json,
      form,
      multipart,
      text,
      headers = {},
      client = {},
    } = this.#parts;
    const call = api
      .request(method, typeof path === "string" ? path : await path(api))
      .set(headers);
    if (json !== undefined) call.send(json);
    if (form !== undefined) call.form({ ...form, ...client });
    if (multipart !== undefined) call.multipart(multipart);
    if (text !== undefined) call.text(...text);
    return call.expect(accepted("2XX"));
  }
}

/** A log-in by a call of the API, or of another server where `path` is a URL. */
export function logIn(
  method: string,
  path: string,
  options: LogInOptions,
): LogIn {
  const {
    token,
    header,
    cookie,
    template = "{token}",
    logOut,
    ...parts
  } = options;
  const take: Take = async (answer) => {
    if (token !== undefined) await accepted("2XX", { having: token })(answer);
    const found =
      token === undefined
        ? answer.given({ header, cookie })
        : at(answer.body, token);
    return template.replaceAll("{token}", () => String(found));
  };
  return new LogIn({ method, path }, parts, take, logOut);
}

type Said = string | undefined;

interface ClientOptions {
  readonly clientId: Said;
  readonly clientSecret: Said;
  readonly scope?: string;
  /** The URL of an OpenID Connect document that names the token endpoint, in place of its own. */
  readonly discovery?: string;
  readonly url?: string;
}

/** An access token for a client itself (RFC 6749 §4.4). */
export function clientCredentials(options: ClientOptions): LogIn {
  return grant({ grant_type: "client_credentials" }, options, true);
}

/** An access token for somebody's name and password (RFC 6749 §4.3). */
export function passwordGrant({
  username,
  password,
  ...options
}: Partial<ClientOptions> & {
  readonly username: Said;
  readonly password: Said;
}): LogIn {
  const client = {
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    ...options,
  };
  return grant(
    { grant_type: "password", username, password },
    client,
    options.clientId !== undefined,
  );
}

function grant(
  form: Values,
  options: ClientOptions,
  hasClient: boolean,
): LogIn {
  const { clientId, clientSecret, scope, discovery, url = "" } = options;
  const isKnown = clientId !== undefined && clientSecret !== undefined;
  const pair = [clientId, clientSecret]
    .map((part = "") => percent(part, /[\w.~-]/))
    .join(":");
  const parts: LogInParts = {
    form: scope === undefined ? form : { ...form, scope },
    // RFC 6749 §2.3.1: both are encoded as in a form before they are joined.
    ...(hasClient &&
      isKnown && { headers: { Authorization: `Basic ${basic(pair)}` } }),
    ...(hasClient &&
      !isKnown && {
        client: { client_id: clientId, client_secret: clientSecret },
      }),
  };
  const endpoint = async (api: Client): Promise<string> => {
    const { body } = await api
      .get(discovery ?? "")
      .expect(accepted(200, { having: "/token_endpoint" }));
    return body.token_endpoint;
  };
  const take: Take = async (answer) => {
    await accepted("2XX", { having: "/access_token" })(answer);
    const granted = String(answer.body.scope ?? "")
      .split(" ")
      .filter((one) => one !== "");
    // None where it is good for more than was asked for (RFC 6749 §3.3).
    const isMore =
      scope !== undefined &&
      !granted.every((one) => scope.split(" ").includes(one));
    return isMore ? undefined : String(answer.body.access_token);
  };
  return new LogIn(
    { method: "POST", path: discovery === undefined ? url : endpoint },
    parts,
    take,
  );
}

function namesOfNothing(parts: object): readonly string[] {
  return Object.entries(parts).flatMap(([name, part]: [string, unknown]) => {
    if (part === undefined || part === null) return [name];
    return typeof part === "object" ? namesOfNothing(part) : [];
  });
}
