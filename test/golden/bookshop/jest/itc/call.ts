// Written by itc, the same for every contract. Do not edit: it is written again.
/** One request while it is written, as with Supertest: it is sent when it is awaited. */
import { Answer } from "./answer";
import { caseId } from "./case-id";
import type { Check } from "./checks";
import { sendCall, type Parts } from "./exchange";
import { writeJson } from "./json";
import type { Actor } from "./keyring";
import { partsOf } from "./multipart";
import { note } from "./notes";
import { ContractBroken } from "./report";
import type { Session } from "./session";
import { Walk, type WalkOptions } from "./walk";
import { bytesOf, fillQuery, written, type Values } from "./wire";

interface Start {
  readonly session: () => Promise<Session>;
  readonly actor: Actor;
  readonly method: string;
  readonly template: string;
  readonly parameters: Values;
}

interface Expected {
  readonly check: Check;
  /** Where the test says so. */
  readonly here: Error;
}

export class Call implements PromiseLike<Answer> {
  readonly #start: Start;
  readonly #expected: Expected[] = [];
  #parts: Parts = { query: {}, headers: {}, cookies: {} };
  #walk: WalkOptions | undefined;
  #atOnce:
    | { readonly times: number; readonly others: readonly (number | string)[] }
    | undefined;
  #answer: Promise<Answer> | undefined;

  constructor(start: Start) {
    this.#start = start;
  }

  /** The query; a list repeats its name. */
  query(query: Values): this {
    return this.#with({ query: { ...this.#parts.query, ...query } });
  }

  /** One header, or several. */
  set(header: string | Values, value?: unknown): this {
    const added = typeof header === "string" ? { [header]: value } : header;
    const texts = Object.entries(added).map(([name, text]) => [
      name,
      written(text),
    ]);
    return this.#with({
      headers: { ...this.#parts.headers, ...Object.fromEntries(texts) },
    });
  }

  cookies(cookies: Values): this {
    return this.#with({ cookies: { ...this.#parts.cookies, ...cookies } });
  }

  /** The media type of the body, where it is not what the body says itself. */
  type(mediaType: string): this {
    return this.#with({ mediaType });
  }

  /** A JSON body, whatever it is: an object, a text, null. */
  send(json: unknown): this {
    return this.#body("application/json", jsonBytes(json));
  }

  /** A body as an HTML form sends it. */
  form(values: Values): this {
    return this.#body(
      "application/x-www-form-urlencoded",
      Buffer.from(fillQuery(values).slice(1)),
    );
  }

  /** A body of multipart/form-data: scalars, lists of them, and files. */
  multipart(values: Values): this {
    return this.#with({ parts: partsOf(values) });
  }

  /** A body as it is. */
  text(mediaType: string, text: unknown): this {
    return this.#body(mediaType, bytesOf(written(text)));
  }

  /** Only the actor's credentials for these security schemes. */
  schemes(...schemes: readonly string[]): this {
    return this.#with({ schemes });
  }

  /** These credentials in place of the actor's own, by security scheme. */
  credentials(credentials: Readonly<Record<string, string>>): this {
    return this.#with({ credentials });
  }

  /** Goes where a Location leads: the template says what is promised there. */
  at(url: string): this {
    return this.#with({ url });
  }

  /** All pages of a list, to be checked as one answer is. */
  walk(options: WalkOptions = {}): this {
    this.#walk = options;
    return this;
  }

  /** Sends the request several times at once: one answer is as expected, each other has one of these statuses. */
  atOnce(
    times: number,
    { others }: { readonly others: readonly (number | string)[] },
  ): this {
    this.#atOnce = { times, others };
    return this;
  }

  /** What the answer is to be; a failure points here. */
  expect(check: Check): this {
    const here = new Error();
    Error.captureStackTrace(here, this.expect);
    this.#expected.push({ check, here });
    return this;
  }

  then<Done = Answer, Failed = never>(
    done?: ((answer: Answer) => Done | PromiseLike<Done>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    this.#answer ??= this.#run();
    return this.#answer.then(done, failed);
  }

  async #run(): Promise<Answer> {
    const session = await this.#start.session();
    const send = (query?: Values) => {
      const parts =
        query === undefined ? this.#parts : { ...this.#parts, query };
      return sendCall(session, { ...this.#start, ...parts });
    };
    if (this.#atOnce !== undefined) return this.#race(send);
    if (this.#walk !== undefined) {
      const walk = new Walk(
        (query) => send(query),
        this.#parts.query,
        this.#walk,
      );
      await this.#judge(walk);
      return walk.answer;
    }
    const here = this.#expected[0]?.here;
    const answer =
      here === undefined ? await send() : await toldFrom(here, send);
    await this.#judge(answer);
    return answer;
  }

  async #judge(subject: Answer | Walk): Promise<void> {
    for (const { check, here } of this.#expected)
      await toldFrom(here, async () => check(subject));
  }

  async #race(send: () => Promise<Answer>): Promise<Answer> {
    const { times, others } = this.#atOnce ?? { times: 1, others: [] };
    const answers = await Promise.all(Array.from({ length: times }, send));
    const [expected] = this.#expected;
    const good = answers.filter((answer) =>
      expected?.check.statuses?.some((one) => answer.hasStatus(one)),
    );
    const first = good[0] ?? answers[0];
    if (first === undefined || expected === undefined)
      throw new Error("Nothing was sent.");
    await this.#judge(first);
    await toldFrom(expected.here, async () => {
      for (const answer of answers.filter((one) => one !== first)) {
        if (good.includes(answer))
          answer.fails(
            "another request like it, sent at once, was accepted too",
          );
        answer.conforms(others, {});
      }
    });
    return first;
  }

  #body(mediaType: string, content: Buffer): this {
    return this.#with({ content, contentType: mediaType });
  }

  #with(parts: Partial<Parts>): this {
    this.#parts = { ...this.#parts, ...parts };
    return this;
  }
}

/** JSON in UTF-8; half a surrogate pair can be written only as an escape. */
function jsonBytes(value: unknown): Buffer {
  return Buffer.from(writeJson(value));
}

/** Lets what fails point at the line of the test. */
async function toldFrom<Result>(
  here: Error,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ContractBroken) {
      const { operation, causes } = error;
      note({
        case: caseId() ?? "",
        broken: causes.map((cause) => ({ cause, operation })),
      });
      const frames = (here.stack ?? "").split("\n").slice(1);
      error.stack = [`${error.name}: ${error.message}`, ...frames].join("\n");
    }
    throw error;
  }
}
