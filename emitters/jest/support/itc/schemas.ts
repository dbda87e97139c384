// Written by itc, the same for every contract. Do not edit: it is written again.
/** Whether values are as the contract's schemas say (JSON Schema 2020-12). */
import Ajv2020, {
  type ErrorObject,
  type ValidateFunction,
} from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { Problem } from "./causes";
import { isObject, memberPath, shown } from "./containment";
import { withNumbers } from "./json";
import { isSecretName } from "./masking";
import { at, type Json } from "./values";

export type Schema = Json;

/** Keywords whose own value says too little and too much. */
const WHOLE = [
  "anyOf",
  "oneOf",
  "not",
  "if",
  "contains",
  "unevaluatedProperties",
];

/** The same formats in every language; others say nothing. */
const FORMATS = [
  "date-time",
  "date",
  "email",
  "uuid",
  "uri",
  "ipv4",
  "ipv6",
] as const;

const CONTRACT = "urn:itc:contract";

/** The schemas of a contract, each compiled when it is asked for. */
export class Schemas {
  /** Patterns that this language cannot read, and why. */
  readonly unreadPatterns = new Map<string, string>();
  readonly #ajv: Ajv2020;
  readonly #document: Json;
  readonly #validators = new Map<string, ValidateFunction>();
  /** Where each schema stands, by its identity: `/$defs/Book/properties/title`. */
  readonly #places = new Map<object, string>();

  constructor(document: object) {
    this.#ajv = new Ajv2020({
      strict: false,
      allErrors: true,
      ownProperties: true,
      verbose: true,
      unicodeRegExp: false,
    });
    addFormats(this.#ajv, [...FORMATS]);
    this.#ajv.removeKeyword("multipleOf");
    this.#ajv.addKeyword({
      keyword: "multipleOf",
      type: "number",
      validate: isMultiple,
      errors: false,
    });
    this.#document = this.#usable(document);
    this.#ajv.addSchema(
      { ...this.#document, $id: CONTRACT },
      CONTRACT,
      undefined,
      false,
    );
    this.#note(this.#document, "");
  }

  /** One problem for each place where the value breaks the schema at `way`. */
  broken(
    value: Json,
    way: readonly string[],
    path: string,
  ): readonly Problem[] {
    return this.#problems(
      this.#faults(withNumbers(value), pointerOf(way)),
      value,
      path,
    );
  }

  /**
   * The same for a body that is no JSON: it is text, or the scalar written in it. A schema of objects or arrays speaks of
   * what a parser would make of the text, such as XML, and is not checked.
   */
  brokenText(
    readings: readonly unknown[],
    way: readonly string[],
    path: string,
  ): readonly Problem[] {
    const found = readings.map((value) => this.#faults(value, pointerOf(way)));
    const [first = []] = found;
    if (
      found.some((faults) => faults.length === 0) ||
      first.some(wantsStructure)
    )
      return [];
    return this.#problems(first, readings[0], path);
  }

  /** One problem for each place, which knows the schema that is shared by its name. */
  #problems(
    faults: readonly Fault[],
    value: Json,
    root: string,
  ): readonly Problem[] {
    const found = new Map<string, Problem>();
    for (const { error } of faults.map(nearest)) {
      const path = placeOf(error).reduce(pathTo, root);
      const place = this.#places
        .get(error.parentSchema ?? {})
        ?.replace(/^\/\$defs\//, "");
      const isShared = place !== undefined && !place.startsWith("/");
      const told = error.propertyName ?? at(value, error.instancePath);
      const text = line(error, path, told);
      const says = isShared
        ? said(error)
        : `${path.replaceAll(/\[\d+\]/g, "[]")}: ${said(error)}`;
      found.set(text, { text, place: isShared ? place : undefined, says });
    }
    return [...found.values()];
  }

  /** What breaks the schema at a pointer, as a tree. */
  #faults(value: Json, pointer: string): readonly Fault[] {
    return this.#tree(this.#errors(value, pointer));
  }

  #errors(value: Json, pointer: string): readonly ErrorObject[] {
    const validate =
      this.#validators.get(pointer) ??
      this.#ajv.compile({ $ref: CONTRACT + fragment(pointer) });
    this.#validators.set(pointer, validate);
    return validate(value) ? [] : (validate.errors ?? []);
  }

  /**
   * ajv puts what is wrong with each alternative in front of the error that no alternative fits: each is tried once more,
   * to tell how many of the errors before it are its own.
   */
  #tree(errors: readonly ErrorObject[]): readonly Fault[] {
    const faults: Fault[] = [];
    let left = errors.filter(
      ({ keyword }) => keyword !== "if" && keyword !== "propertyNames",
    );
    for (let error = left.at(-1); error !== undefined; error = left.at(-1)) {
      const tried = this.#tried(error);
      const own = tried
        .flat()
        .filter(
          ({ keyword }) => keyword !== "if" && keyword !== "propertyNames",
        );
      left = left.slice(0, left.length - 1 - own.length);
      const context =
        error.keyword === "contains"
          ? []
          : tried.flatMap((branch) => this.#tree(branch));
      const isAmbiguous =
        error.keyword === "oneOf" &&
        tried.some((branch) => branch.length === 0);
      faults.unshift({ error, context: isAmbiguous ? [] : context });
    }
    return faults;
  }

  /** The errors of each alternative that ajv has tried, and of each item where one should have fitted. */
  #tried(error: ErrorObject): readonly (readonly ErrorObject[])[] {
    const { keyword, parentSchema = {}, data } = error;
    const pointer = `${this.#places.get(parentSchema) ?? ""}/${keyword}`;
    if (keyword === "contains") {
      return (data as readonly Json[]).map((item) =>
        this.#errors(item, pointer),
      );
    }
    if (keyword !== "anyOf" && keyword !== "oneOf") return [];
    const tried: (readonly ErrorObject[])[] = [];
    for (const index of (error.schema as readonly Schema[]).keys()) {
      const passing = tried.filter((branch) => branch.length === 0);
      if (passing.length > 1) break;
      tried.push(
        this.#errors(data, `${pointer}/${index}`).map((one) =>
          below(error, one),
        ),
      );
    }
    return tried;
  }

  /** The document without what this language cannot check, which is noted. */
  #usable(node: Json): Json {
    if (Array.isArray(node)) return node.map((item) => this.#usable(item));
    if (!isObject(node)) return node;
    const usable: Record<string, Json> = Object.fromEntries(
      Object.entries(node).map(([name, item]) => [
        name,
        name === "const" || name === "enum" ? item : this.#usable(item),
      ]),
    );
    if (typeof usable.pattern === "string" && !this.#canRead(usable.pattern))
      delete usable.pattern;
    // ajv does not say where a schema of `false` is broken.
    if (isObject(usable.properties)) {
      usable.properties = Object.fromEntries(
        Object.entries(usable.properties).map(([name, schema]) => [
          name,
          schema === false ? { not: {} } : schema,
        ]),
      );
    }
    if (isObject(usable.patternProperties)) {
      const all = Object.entries(usable.patternProperties);
      const read = all.filter(([pattern]) => this.#canRead(pattern));
      usable.patternProperties = Object.fromEntries(read);
      if (read.length < all.length) {
        delete usable.additionalProperties;
        delete usable.unevaluatedProperties;
      }
    }
    return usable;
  }

  #note(node: Json, place: string): void {
    if (typeof node !== "object" || node === null) return;
    if (!this.#places.has(node)) this.#places.set(node, place);
    for (const [name, member] of Object.entries(node))
      this.#note(member, `${place}/${escaped(name)}`);
  }

  #canRead(pattern: string): boolean {
    try {
      new RegExp(pattern);
      return true;
    } catch (error) {
      this.unreadPatterns.set(
        pattern,
        error instanceof Error ? error.message : String(error),
      );
      return false;
    }
  }
}

/** Decimal arithmetic: 19.99 is a multiple of 0.01. */
function isMultiple(factor: number, value: number): boolean {
  const places = Math.max(decimals(factor), decimals(value));
  const scaled = (number: number) => BigInt(plain(number, places));
  return factor === 0 || scaled(value) % scaled(factor) === 0n;
}

function decimals(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
}

/** The digits of a number that is shifted by some places. */
function plain(value: number, places: number): string {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  return (
    whole + fraction + "0".repeat(places + Number(exponent) - fraction.length)
  );
}

/** An error, and what each alternative has found where it says that none fits. */
interface Fault {
  readonly error: ErrorObject;
  readonly context: readonly Fault[];
}

/** The error that tells most: of alternatives, that of the one which comes nearest; the whole where none does. */
function nearest(fault: Fault): Fault {
  let best = fault;
  while (best.context.length > 0) {
    const [first, second] = [...best.context].sort(byNearness);
    if (
      first === undefined ||
      (second !== undefined && byNearness(first, second) === 0)
    )
      return best;
    best = first;
  }
  return best;
}

/** The deepest first, and then what is no alternative again, and what has the right type. */
function byNearness(left: Fault, right: Fault): number {
  const [a, b] = [left, right].map(({ error }) => ({
    way: placeOf(error),
    ranks: [
      Number(!["anyOf", "oneOf"].includes(error.keyword)),
      Number(!hasType(error)),
    ],
  }));
  if (a === undefined || b === undefined) return 0;
  const byPath =
    a.way.join("\0") < b.way.join("\0")
      ? -1
      : Number(a.way.join("\0") !== b.way.join("\0"));
  const byRank =
    a.ranks
      .map((rank, index) => rank - (b.ranks[index] ?? 0))
      .find((by) => by !== 0) ?? 0;
  return b.way.length - a.way.length || byPath || byRank;
}

function hasType({ parentSchema = {}, data }: ErrorObject): boolean {
  const { type } = parentSchema as { readonly type?: unknown };
  const isInteger = type === "integer" && Number.isInteger(data);
  const kind = Array.isArray(data)
    ? "array"
    : data === null
      ? "null"
      : typeof data;
  return isInteger || type === kind;
}

/** An error of an alternative, told from where the alternatives were told. */
function below(whole: ErrorObject, error: ErrorObject): ErrorObject {
  return { ...error, instancePath: whole.instancePath + error.instancePath };
}

function wantsStructure({ error, context }: Fault): boolean {
  if (error.keyword === "anyOf" || error.keyword === "oneOf")
    return context.length > 0 && context.every(wantsStructure);
  const types: readonly unknown[] = [error.schema].flat();
  return (
    error.keyword === "type" &&
    types.every((type) => type === "object" || type === "array")
  );
}

function escaped(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

function pointerOf(way: readonly string[]): string {
  return way.map((part) => `/${escaped(part)}`).join("");
}

/** A pointer as the fragment of a URI. */
function fragment(pointer: string): string {
  return `#${pointer.split("/").map(encodeURIComponent).join("/")}`;
}

/** The error of a missing member lies where the member should be. */
function placeOf(error: ErrorObject): readonly string[] {
  const way = error.instancePath.split("/").slice(1).map(unescaped);
  return error.keyword === "required"
    ? [...way, String(error.params.missingProperty)]
    : way;
}

function unescaped(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

function pathTo(path: string, part: string): string {
  return /^\d+$/.test(part) ? `${path}[${part}]` : memberPath(path, part);
}

/** What is wrong, without the value that is. */
function said(error: ErrorObject): string {
  const { keyword, schema, data, params } = error;
  if (keyword === "required")
    return `${String(params.missingProperty)} is missing`;
  if (keyword === "not" && isObject(schema) && Object.keys(schema).length === 0)
    return "not allowed in an answer";
  if (keyword === "additionalProperties" && schema === false)
    return `${undeclared(error).join(", ")} is not declared`;
  if (WHOLE.includes(keyword)) return `breaks ${keyword}`;
  return `${data === null ? "null, " : ""}expected ${keyword} ${shown(schema)}`;
}

function line(error: ErrorObject, path: string, value: Json): string {
  const { keyword, schema } = error;
  if (keyword === "required") return `${path} is missing`;
  const told = isSecretName(path) ? "***" : shown(value);
  if (keyword === "not" && isObject(schema) && Object.keys(schema).length === 0)
    return `${path} is ${told}, but the contract does not allow it in an answer`;
  if (keyword === "additionalProperties" && schema === false)
    return `${path} has ${undeclared(error).join(", ")}, which the contract does not declare`;
  if (WHOLE.includes(keyword))
    return `${path} is ${told}, which breaks ${keyword}`;
  return `${path} is ${told}, expected ${keyword} ${shown(schema)}`;
}

function undeclared({
  data,
  parentSchema = {},
}: ErrorObject): readonly string[] {
  const patterns = Object.keys(parentSchema.patternProperties ?? {});
  return Object.keys(data as object).filter(
    (name) =>
      !Object.hasOwn(parentSchema.properties ?? {}, name) &&
      !patterns.some((pattern) => new RegExp(pattern).test(name)),
  );
}
