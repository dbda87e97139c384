// Written by itc, the same for every contract. Do not edit: it is written again.
/** What came back, and whether it is what was promised. */
import type { Problem } from "./causes";
import type { Status } from "./checks";
import { differences, isObject, shown } from "./containment";
import {
  declaredMedia,
  headerReadings,
  isJson,
  mediaTypeOf,
  scalars,
  type ResponsePromise,
} from "./contract";
import type { Done } from "./exchange";
import { parseJson } from "./json";
import { Listed, memberOf, NOTHING, pathOf, PAUSES } from "./listed";
import { pending } from "./pending";
import { ContractBroken, describeStatuses } from "./report";
import type { Session } from "./session";
import { hasTrace } from "./traces";
import type { Json } from "./values";
import { readPath } from "./wire";

const NO_BODY = [204, 205, 304];

/** The answer to one request. */
export class Answer extends Listed {
  /** What its JSON says; of another media type, its text. */
  body: Json;
  #done: Done;
  #unreadable: string | undefined;
  readonly #session: Session;
  readonly #again: (() => Promise<Done>) | undefined;

  constructor(done: Done, session: Session, again?: () => Promise<Done>) {
    super();
    this.#session = session;
    this.#again = again;
    this.#done = done;
    this.body = this.#read();
  }

  get status(): number {
    return this.#done.reply.status;
  }

  /** By their names in lower case. */
  get headers(): Readonly<Record<string, string>> {
    return this.#done.reply.headers;
  }

  /** What a header says. Pending without it: an answer that must have it does not conform. */
  get(name: string): string {
    const { operation } = this.#done;
    return (
      this.headers[name.toLowerCase()] ??
      pending(`${operation} answers ${this.status} without ${name}`)
    );
  }

  /** Where the header Location leads (RFC 9110 §10.2.2); pending without the header. */
  get location(): string {
    return new URL(this.get("Location"), this.#done.url).href;
  }

  /** The path parameters with which the header Location meets a path template; `Number`: the last of them is one. */
  located(
    template: string,
    number?: NumberConstructor,
  ): Readonly<Record<string, Json>> {
    const location = this.headers.location;
    if (location === undefined) return this.fails("header Location is missing");
    const values = readPath(template, new URL(location, this.#done.url).href);
    if (values === undefined)
      return this.fails(
        `header Location is ${shown(location)}, which is no ${template}`,
      );
    const name = Object.keys(values).at(-1);
    if (number === undefined || name === undefined) return values;
    const value = number(values[name]);
    if (Number.isNaN(value))
      return this.fails(
        `header Location is ${shown(location)}, whose ${name} is no number`,
      );
    return { ...values, [name]: value };
  }

  /** What the answer gives in a header, or in a cookie that it sets. Fails without it. */
  given({
    header,
    cookie,
  }: {
    readonly header?: string | undefined;
    readonly cookie?: string | undefined;
  }): string {
    const kept = this.#done.reply.cookies.map((set) =>
      /^\s*([^=;]*)=([^;]*)/.exec(set),
    );
    const found =
      cookie === undefined
        ? this.headers[(header ?? "").toLowerCase()]
        : kept.find((one) => one?.[1]?.trim() === cookie)?.[2];
    return (
      found ??
      this.fails(
        `${cookie === undefined ? `header ${header}` : `cookie ${cookie}`} is missing`,
      )
    );
  }

  conforms(
    expected: readonly Status[],
    { containing }: { readonly containing?: Json },
  ): void {
    const problems = [...this.#statusProblems(expected)];
    const { operation, reply } = this.#done;
    const isRefusal = this.status >= 400 && this.status < 500;
    if (isRefusal && hasTrace(reply.bytes.toString()))
      this.finding(`answers ${this.status} with a stack trace`);
    // The body of an error that nobody expected is another thing altogether.
    const isOther = problems.length > 0 && this.status >= 400;
    const found = this.#session.contract.promise(operation, this.status);
    if (found !== undefined) {
      const way = ["operations", operation, "responses", found[0]];
      problems.push(
        ...this.#headerProblems(way, found[1]),
        ...this.#bodyProblems(way, found[1]),
      );
    } else if (this.#unreadable !== undefined)
      problems.push({ text: this.#unreadable });
    if (containing !== undefined && !isOther) {
      problems.push(
        ...differences(containing, this.body).map((text) => ({ text })),
      );
    }
    this.demand(problems);
  }

  accepted(
    expected: readonly Status[],
    { having }: { readonly having?: string },
  ): void {
    const problems = this.#statusProblems(expected);
    if (problems.length > 0 || having === undefined)
      return this.demand(problems);
    const found = memberOf(this.body, having);
    if (found !== NOTHING && found !== null) return;
    this.demand([{ text: this.#unreadable ?? `${pathOf(having)} is missing` }]);
  }

  hasStatus(expected: Status): boolean {
    const codes = [expected].flat();
    return (
      codes.includes(this.status) ||
      codes.includes(`${Math.floor(this.status / 100)}XX`)
    );
  }

  lists(item: Json, at: string): Promise<void> {
    return this.#inTime(() => this.listsNow(item, at));
  }

  lacks(item: Json, at: string): Promise<void> {
    return this.#inTime(() => this.lacksNow(item, at));
  }

  forgets(members: Readonly<Record<string, Json>>, at: string): void {
    const thing = memberOf(this.body, at);
    if (!isObject(thing)) return;
    const kept = Object.entries(members).filter(
      ([name, value]) =>
        Object.hasOwn(thing, name) &&
        differences(value, thing[name]).length === 0 &&
        differences(thing[name], value).length === 0,
    );
    this.demand(
      kept.map(([name, value]) => ({
        text: `${pathOf(at)}.${name} is still ${shown(value)}`,
      })),
    );
  }

  override isEmpty(at: string): void {
    const isNothing =
      this.body === null ||
      this.body === "" ||
      (isObject(this.body) && Object.keys(this.body).length === 0);
    if (this.status < 200 || this.status >= 300 || isNothing) return;
    if (at === "" && !Array.isArray(this.body))
      this.fails(`body is ${shown(this.body)}, expected nothing`);
    super.isEmpty(at);
  }

  /** An Allow that lacks methods on a 405 is a finding: there many frameworks know only the route that they tried last. */
  allows(methods: readonly string[]): void {
    const header = this.headers.allow;
    if (header === undefined) return;
    const named = header.split(",").map((name) => name.trim().toUpperCase());
    const lacking = methods.filter((method) => !named.includes(method));
    if (lacking.length === 0) return;
    if (this.status >= 200 && this.status < 300)
      this.fails(`header Allow is ${shown(header)}, without ${lacking[0]}`);
    if (this.status === 405)
      this.finding(
        `answers 405 with Allow: ${header}, but the contract declares ${lacking.join(", ")}, too`,
      );
  }

  /** Reports what makes no test fail. */
  finding(text: string): void {
    this.#session.reporter.finding(`${this.#done.operation} ${text}`);
  }

  demand(problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    const { operation } = this.#done;
    const { contract, reporter } = this.#session;
    const place =
      contract.promise(operation, this.status)?.[1] ??
      contract.operation(operation);
    throw reporter.broken(this.#done, place?.at ?? "", problems);
  }

  items(at: string): readonly Json[] {
    const items = memberOf(this.body, at);
    return Array.isArray(items)
      ? items
      : this.fails(`${pathOf(at)} is no array`);
  }

  protected called(at: string): string {
    return pathOf(at);
  }

  /** Does a check, and again with later answers while it fails and they may differ. */
  async #inTime(check: () => void): Promise<void> {
    for (const pause of this.#again === undefined ? [] : PAUSES) {
      try {
        return check();
      } catch (error) {
        if (!(error instanceof ContractBroken) || this.#again === undefined)
          throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
        const later = await this.#again();
        if (later.reply.status !== this.status) throw error;
        this.#done = later;
        this.body = this.#read();
      }
    }
    check();
  }

  get #media(): string {
    return mediaTypeOf(this.headers["content-type"] ?? "");
  }

  #read(): Json {
    const { bytes } = this.#done.reply;
    this.#unreadable = undefined;
    if (isJson(this.#media) && bytes.length > 0) {
      try {
        return parseJson(bytes.toString());
      } catch (error) {
        this.#unreadable = `body is no JSON: ${error instanceof Error ? error.message : String(error)}`;
      }
    }
    return bytes.toString();
  }

  #statusProblems(given: readonly Status[]): readonly Problem[] {
    const { operation } = this.#done;
    const { status } = this;
    const expected = given.flat();
    const promised = this.#session.contract.promise(operation, status)?.[0];
    const refuses =
      status >= 400 &&
      status < 500 &&
      expected.every((code) => /^4(\d\d|XX)$/.test(String(code)));
    if (refuses && promised === undefined) {
      if (process.env.ITC_STRICT_STATUSES === "1")
        return [
          { text: `status is ${status}, which the operation does not declare` },
        ];
      this.finding(`answers ${status}, which it does not declare`);
    }
    if (status === 401 && this.headers["www-authenticate"] === undefined)
      this.finding("answers 401 without WWW-Authenticate (RFC 9110 §15.5.2)");
    if (status === 405 && this.headers.allow === undefined)
      return [
        {
          text: "header Allow is missing, which a 405 must have (RFC 9110 §15.5.6)",
        },
      ];
    // No 5xx conforms, but a 501 may be the answer to a method that nobody declares.
    const isKept =
      this.hasStatus(expected) && (status < 500 || expected.includes(status));
    if (
      isKept ||
      (refuses && (promised === undefined || promised === "default"))
    )
      return [];
    const text = `status is ${status}, expected ${describeStatuses(expected)}`;
    return [{ text }, ...this.#refusedCredentials(), ...this.#untold(expected)];
  }

  /** What to do where a server is right to refuse what is good by the contract. */
  #untold(expected: readonly (number | string)[]): readonly Problem[] {
    const isSuccess = expected.every((code) => String(code).startsWith("2"));
    if ((this.status !== 400 && this.status !== 422) || !isSuccess) return [];
    const text =
      "if the API is right, say in `fields`, `parameters` or `seeds` of itc.yaml what it takes";
    return [{ text, isHint: true }];
  }

  #refusedCredentials(): readonly Problem[] {
    const { schemes = [], actor } = this.#done;
    if (this.status !== 401 || schemes.length === 0) return [];
    const names = schemes.map((name) => `'${name}'`).join(" and ");
    const [whose, place] =
      actor === "user" ? ["", "credentials"] : [` of ${actor}`, "others"];
    return [
      {
        text: `the credential${whose} for ${names} was refused: see \`${place}\` in setup`,
      },
    ];
  }

  #headerProblems(
    way: readonly string[],
    { headers }: ResponsePromise,
  ): readonly Problem[] {
    return Object.entries(headers).flatMap(([name, { required }]) => {
      if (name.toLowerCase() === "content-type") return [];
      const value =
        name.toLowerCase() === "set-cookie"
          ? this.#done.reply.cookies.join(", ") || undefined
          : this.headers[name.toLowerCase()];
      if (value === undefined)
        return required ? [{ text: `header ${name} is missing` }] : [];
      const place = [...way, "headers", name, "schema"];
      const broken = headerReadings(value).map((reading) =>
        this.#session.contract.schemas.broken(reading, place, `header ${name}`),
      );
      return broken.every((problems) => problems.length > 0)
        ? (broken[0] ?? [])
        : [];
    });
  }

  #bodyProblems(
    way: readonly string[],
    { content }: ResponsePromise,
  ): readonly Problem[] {
    if (this.#done.method === "HEAD") return [];
    const { bytes } = this.#done.reply;
    const { schemas } = this.#session.contract;
    if (NO_BODY.includes(this.status))
      return bytes.length > 0
        ? [{ text: `body is there, but ${this.status} has none` }]
        : [];
    if (Object.keys(content).length === 0) return [];
    const declared = describeStatuses(Object.keys(content));
    const key = declaredMedia(content, this.#media);
    if (bytes.length === 0 && (key === undefined || isJson(this.#media)))
      return [{ text: `body is missing, expected ${declared}` }];
    if (key === undefined)
      return [
        {
          text: `content-type is ${this.#media || "missing"}, expected ${declared}`,
        },
      ];
    if (this.#unreadable !== undefined) return [{ text: this.#unreadable }];
    const place = [...way, "content", key];
    if (isJson(this.#media)) return schemas.broken(this.body, place, "body");
    // The length of what is no text is counted in bytes.
    const text = this.body.includes("\ufffd")
      ? bytes.toString("latin1")
      : this.body;
    return schemas.brokenText(scalars(text), place, "body");
  }
}
