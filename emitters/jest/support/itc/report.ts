// Written by itc, the same for every contract. Do not edit: it is written again.
/** How a failure reads, and what is found without being one. */
import { STATUS_CODES } from "node:http";
import { causesOf, type Problem } from "./causes";
import { isSecretName, MASK, maskBody, maskSecrets } from "./masking";
import { note } from "./notes";
import type { Part } from "./multipart";

const LONGEST = 1500;
const MOST_PROBLEMS = 10;

/** What came back. */
export interface Reply {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header Set-Cookie, each time that it is there. */
  readonly cookies: readonly string[];
  readonly bytes: Buffer;
}

/** One request, and its answer where there is one. */
export interface Exchange {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: Buffer | undefined;
  readonly parts?: readonly Part[] | undefined;
  readonly reply?: Reply;
  /** The security schemes whose credentials were sent, where they are good ones. */
  readonly schemes?: readonly string[];
  /** Whose credentials they are. */
  readonly actor?: string;
}

/** An answer that is not what was promised, and the promises that it breaks. */
export class ContractBroken extends Error {
  override readonly name: string = "ContractBroken";

  constructor(
    text: string,
    readonly operation: string,
    readonly causes: readonly string[],
  ) {
    super(text);
  }
}

/** Writes exchanges and problems, without a credential in them. */
export class Reporter {
  /** The id of the case that runs. */
  testCase: string | undefined;
  readonly #secrets: ReadonlySet<string>;
  readonly #secretNames: ReadonlySet<string>;
  readonly #found = new Set<string>();

  constructor(secrets: ReadonlySet<string>, secretNames: readonly string[]) {
    this.#secrets = secrets;
    this.#secretNames = new Set(secretNames.map((name) => name.toLowerCase()));
  }

  /** The failure, to be thrown. */
  broken(
    exchange: Exchange,
    at: string,
    problems: readonly Problem[],
  ): ContractBroken {
    const causes = causesOf(exchange.operation, at, problems).map((cause) =>
      maskSecrets(cause, this.#secrets),
    );
    return new ContractBroken(
      this.#failure(exchange, at, problems),
      exchange.operation,
      causes,
    );
  }

  /** Reports, once per file of tests, something that makes no test fail. */
  finding(text: string): void {
    if (this.#found.has(text)) return;
    this.#found.add(text);
    note({
      case: this.testCase ?? "",
      findings: [maskSecrets(text, this.#secrets)],
    });
  }

  /** The text of a failure, the same in every language. */
  #failure(
    exchange: Exchange,
    at: string,
    problems: readonly Problem[],
  ): string {
    const where = at === "" ? "" : ` at ${at}`;
    const which = this.testCase === undefined ? "" : `   [${this.testCase}]`;
    const more = problems.length - MOST_PROBLEMS;
    const lines = [
      `${exchange.operation} breaks the contract${where}${which}`,
      ...problems.slice(0, MOST_PROBLEMS).map(({ text }) => `  - ${text}`),
      ...(more > 0 ? [`  - and ${more} more`] : []),
      "",
      ...this.#exchange(exchange),
    ];
    return maskSecrets(lines.join("\n"), this.#secrets);
  }

  #exchange(exchange: Exchange): readonly string[] {
    const { reply } = exchange;
    const sent = `> ${this.#curl(exchange)}`;
    if (reply === undefined) return [sent];
    const head =
      `< ${reply.status} ${STATUS_CODES[reply.status] ?? ""}`.trimEnd();
    if (reply.bytes.length === 0) return [sent, head];
    const body = cut(maskBody(reply.bytes.toString()));
    return [
      sent,
      head,
      ...body
        .trimEnd()
        .split(/\r\n|\r|\n/)
        .map((line) => `< ${line}`),
    ];
  }

  #curl({ method, url, headers, content, parts = [] }: Exchange): string {
    const carried = Object.entries(headers).map(([name, value]) => {
      return `-H ${quoted(`${name.toLowerCase()}: ${this.#isSecret(name) ? MASK : value}`)}`;
    });
    const data =
      content === undefined
        ? []
        : [`-d ${quoted(cut(maskBody(content.toString())))}`];
    const form = parts.map((part) => `-F ${quoted(formPart(part))}`);
    return [
      "curl",
      "-X",
      method,
      quoted(this.#url(url)),
      ...carried,
      ...data,
      ...form,
    ].join(" ");
  }

  #url(url: string): string {
    const [base = "", ...rest] = url.split("?");
    if (rest.length === 0) return url;
    const pairs = rest
      .join("?")
      .split("&")
      .map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return value.length > 0 && this.#isSecret(name)
          ? `${name}=${MASK}`
          : pair;
      });
    return `${base}?${pairs.join("&")}`;
  }

  #isSecret(name: string): boolean {
    return this.#secretNames.has(name.toLowerCase()) || isSecretName(name);
  }
}

/** `400, 404 or 422` */
export function describeStatuses(
  expected: readonly (string | number)[],
): string {
  const words = expected.map(String);
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function formPart({ name, content, file, mediaType }: Part): string {
  if (file !== undefined) return `${name}=@${file};type=${mediaType}`;
  return `${name}=${isSecretName(name) ? MASK : cut(content.toString())}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function cut(text: string): string {
  const rest = text.length - LONGEST;
  return rest > 0
    ? `${text.slice(0, LONGEST)}… (${rest} more characters)`
    : text;
}
