// Written by itc, the same for every contract. Do not edit: it is written again.
/** contract.json: what each operation promises. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { folder } from "./folder";
import { Schemas, type Schema } from "./schemas";

export interface SecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
}

export type Alternative = readonly {
  readonly scheme: string;
  readonly scopes: readonly string[];
}[];

export interface ResponsePromise {
  readonly at: string;
  readonly content: Readonly<Record<string, Schema>>;
  readonly headers: Readonly<
    Record<string, { readonly required: boolean; readonly schema: Schema }>
  >;
}

export type Source =
  | { readonly from: "path"; readonly name: string }
  | { readonly from: "body"; readonly pointer: string }
  | { readonly from: "location"; readonly path: string; readonly name: string };

export interface Cleanup {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, Source>>;
}

interface Promises {
  readonly at: string;
  readonly security: readonly Alternative[];
  readonly responses: Readonly<Record<string, ResponsePromise>>;
  readonly cleanup?: Cleanup;
}

export interface Document {
  readonly operations: Readonly<Record<string, Promises>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly $defs: Readonly<Record<string, Schema>>;
}

/** What contract.json says. */
export class Contract {
  readonly schemes: Document["securitySchemes"];
  readonly schemas: Schemas;
  readonly #operations: Document["operations"];

  constructor(document: Document) {
    this.schemes = document.securitySchemes;
    this.schemas = new Schemas(document);
    this.#operations = document.operations;
  }

  operation(operation: string): Promises | undefined {
    return Object.hasOwn(this.#operations, operation)
      ? this.#operations[operation]
      : undefined;
  }

  /** The key and the promise for a status: its own, its class's, the default. */
  promise(
    operation: string,
    status: number,
  ): readonly [string, ResponsePromise] | undefined {
    const responses = this.operation(operation)?.responses ?? {};
    for (const key of [
      String(status),
      `${Math.floor(status / 100)}XX`,
      "default",
    ]) {
      const promise = responses[key];
      if (promise !== undefined) return [key, promise];
    }
    return undefined;
  }

  /**
   * The security alternatives of an operation. Of a method that the path does not declare: those of the first that it
   * does, since a server may ask who calls before it looks for the method.
   */
  security(operation: string): readonly Alternative[] {
    const pathOf = (key: string) => key.slice(key.indexOf(" ") + 1);
    const own = this.operation(operation);
    if (own !== undefined) return own.security;
    const [other] = Object.entries(this.#operations).filter(
      ([key]) => pathOf(key) === pathOf(operation),
    );
    return other?.[1].security ?? [];
  }
}

let known: Contract | undefined;

/** The contract beside the tests. */
export function contract(): Contract {
  known ??= new Contract(
    JSON.parse(
      readFileSync(path.join(folder(), "contract.json"), "utf8"),
    ) as Document,
  );
  return known;
}

/** `Application/JSON; charset=utf-8` → `application/json` */
export function mediaTypeOf(header: string): string {
  return (header.split(";")[0] ?? "").trim().toLowerCase();
}

/** Whether a media type is JSON (RFC 6839: or ends with +json). */
export function isJson(media: string): boolean {
  return media.endsWith("/json") || media.endsWith("+json");
}

/** The media type or range of a promise that an answer's media type belongs to. */
export function declaredMedia(
  content: ResponsePromise["content"],
  media: string,
): string | undefined {
  const stars = (key: string) => key.split("*").length;
  return Object.keys(content)
    .sort((a, b) => stars(a) - stars(b) || b.length - a.length)
    .find((key) => {
      const literal = mediaTypeOf(key).replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&");
      return new RegExp(`^${literal.replaceAll("*", ".*")}$`).test(media);
    });
}

/** The values that the text of a header may stand for, as schemas speak of them. */
export function headerReadings(text: string): readonly unknown[] {
  return [...scalars(text), text.split(",").map((item) => item.trim())];
}

/** The text, and what else it may stand for: a boolean or a number. */
export function scalars(text: string): readonly unknown[] {
  const word = text.trim();
  if (word === "true" || word === "false") return [text, word === "true"];
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(word)
    ? [text, Number(word)]
    : [text];
}
