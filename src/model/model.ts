/**
 * The test model: everything that a suite tests, before any language spells it. Plain, read-only JSON.
 * An emitter needs nothing else; no language's spelling is in it. Published as schemas/model.schema.json.
 */
import type { Method, OperationKey, SecurityAlternative, SecurityScheme } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import type { Words } from '../api/words.ts';

export type { Json, JsonSchema, Method, OperationKey, Words };

export interface TestModel {
  readonly format: 1;
  readonly title: string;
  /** The contract's document, as it is shown to people. */
  readonly spec: string;
  readonly contract: Contract;
  /** Things that cases of any suite need to be there, in an order in which each needs only earlier ones. */
  readonly fixtures: readonly Fixture[];
  /** The examples that fixtures send. A suite may use them too. */
  readonly examples: readonly Example[];
  readonly suites: readonly Suite[];
  readonly gaps: readonly Gap[];
}

/** `create-book/required/body/title`: a case's name for good, the same in every language. */
export type CaseId = string;

/** `openapi.yaml:66:9`: where the contract says so. */
export type At = string;

/** How strong an expectation is: the contract says so, an RFC says so, or everybody does so. */
export type Strength = 'contract' | 'http' | 'convention';

// --- The contract, as emitted suites check it: contract.json, the same bytes for every language. -------------------

export interface Contract {
  /** By `METHOD /path`, as the contract writes the path. */
  readonly operations: Readonly<Record<string, Promises>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** Schemas as an answer must meet them (writeOnly members are forbidden); `$ref` is `#/$defs/<name>`. */
  readonly $defs: Schemas;
}

/** What one operation promises. */
export interface Promises {
  readonly key: OperationKey;
  readonly at: At;
  readonly security: readonly SecurityAlternative[];
  /** By `201`, `2XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponsePromise>>;
  /** How to remove what a 2xx of this operation has created. */
  readonly cleanup?: Cleanup;
}

export interface ResponsePromise {
  readonly at: At;
  /** By media type or range; `{}`: the contract promises no body. A schema of `true` promises nothing of the value. */
  readonly content: Readonly<Record<string, JsonSchema>>;
  readonly headers: Readonly<Record<string, HeaderPromise>>;
}

export interface HeaderPromise {
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The call that removes a created thing: each path parameter comes from the creating call's path or from its answer. */
export interface Cleanup {
  readonly method: Method;
  readonly path: string;
  readonly parameters: Readonly<
    Record<
      string,
      { readonly from: 'path'; readonly name: string } | { readonly from: 'body'; readonly pointer: string }
    >
  >;
}

// --- What is tested. ------------------------------------------------------------------------------------------------

/** One file of tests: one tag or resource. */
export interface Suite {
  /** Unique among the suites: `['books']`. */
  readonly name: Words;
  /** One line: what these tests are about, in the contract's words. */
  readonly heading: string;
  /** The good requests of this suite's cases, by name. */
  readonly examples: readonly Example[];
  readonly groups: readonly Group[];
}

/** An operation, or a story across several. */
export interface Group {
  /** Unique in the suite: `['create', 'book']`. */
  readonly name: Words;
  /** `POST /books`, or `The life of a book`. */
  readonly heading: string;
  readonly cases: readonly Case[];
}

export type CaseKind =
  'happy' | 'required' | 'type' | 'bounds' | 'value' | 'auth' | 'not-found' | 'lifecycle';

export interface Case {
  /** Of a case with rows: what the ids of its rows begin with. */
  readonly id: CaseId;
  /** A sentence without its subject, unique in the group: `answers 422 without a required field`. */
  readonly title: string;
  readonly kind: CaseKind;
  readonly strength: Strength;
  /** The same steps once per row. At least one row when there is a table. */
  readonly table?: Table;
  /** Values made once before the steps, because more than one step speaks of them: `book = new_book()`. */
  readonly given?: readonly Example[];
  /** In order; at least one. */
  readonly steps: readonly Step[];
  readonly at: At;
}

export interface Table {
  /** Names of the columns, which `row` values speak of: `[['field'], ['value']]`. */
  readonly columns: readonly Words[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly id: CaseId;
  /** Unique in its table, one line: `title is shorter than 1`. It is data: it may hold any character of the contract. */
  readonly label: string;
  /** One literal per column. */
  readonly values: readonly Json[];
  readonly at: At;
}

/** A named, good value, and all that it is made of. Without run-time parts it is a constant, with them a factory. */
export interface Example {
  /** Unique in the model: `['new', 'book']`. */
  readonly name: Words;
  readonly value: Value;
}

/** A thing that is created before a case and removed after it. */
export interface Fixture {
  /** Unique in the model: `['book']`. */
  readonly name: Words;
  /** `A book, created by POST /books.` */
  readonly summary: string;
  /** Values made once before the call: `id = unique("itc-########")`. */
  readonly given?: readonly Example[];
  readonly call: Call;
  readonly expect: Expectation;
  /** What cases see of it. Absent: the body of the answer. */
  readonly value?: Value;
}

/** One exchange: a call and what must come back. */
export interface Step {
  readonly call: Call;
  readonly expect: Expectation;
  /** Keeps the answer's body under this name, for later steps. */
  readonly save?: Words;
}

/** Who calls. `user` holds the credentials that the setup file gives. */
export type Actor = 'user' | 'anonymous' | 'malformed';

export interface Call {
  readonly operation: OperationKey;
  readonly method: Method;
  /** The template, as the contract writes it. */
  readonly path: string;
  readonly as: Actor;
  /**
   * Objects by parameter name. Values are as they go on the wire before percent-encoding: a scalar, or an array of
   * scalars for a repeated query parameter. Absent when nothing is sent there.
   */
  readonly pathParameters?: Value;
  readonly query?: Value;
  readonly headers?: Value;
  readonly cookies?: Value;
  readonly body?: Body;
}

export type Body =
  | { readonly kind: 'json'; readonly mediaType: string; readonly value: Value }
  /** application/x-www-form-urlencoded: an object of scalars and arrays of scalars. */
  | { readonly kind: 'form'; readonly value: Value }
  /** multipart/form-data: an object of scalars, arrays of scalars, and files. */
  | { readonly kind: 'multipart'; readonly value: Value }
  /** Any other media type: text as it is. */
  | { readonly kind: 'text'; readonly mediaType: string; readonly value: Value };

export interface Expectation {
  readonly status: Statuses;
  /** Members that the answer's body has, at least (objects: a subset, recursively; arrays: every item, in any order). */
  readonly containing?: Value;
  readonly checks?: readonly Check[];
}

/**
 * The statuses that pass. Beside them an undeclared 4xx passes where all of them are 4xx: the request was refused, and
 * the undeclared status is reported as a finding of its own. The answer's media type, headers and body must be what the
 * contract promises for its status. No 5xx ever conforms.
 */
export interface Statuses {
  /** Sorted; a code, or a class such as `2XX`. At least one. */
  readonly codes: readonly (number | '2XX' | '4XX')[];
  /** Set when the codes are a family that has a name in every support library. */
  readonly family?: Family;
}

/** `invalid`: 400, 404, 409, 415, 422. `unauthenticated`: 401, 403. `missing`: 404, 410. */
export type Family = 'invalid' | 'unauthenticated' | 'missing';

/** What a schema can't say of an answer. */
export type Check =
  /** The array at the pointer has an item that contains the value. */
  { readonly kind: 'lists'; readonly pointer: string; readonly item: Value };

// --- What values are made of. ----------------------------------------------------------------------------------------

export type Value =
  | { readonly kind: 'literal'; readonly json: Json }
  /** An object or array with a part that is not literal. */
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Value>> }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  /** An object with one member, whose name stands in a column of the case's table. */
  | { readonly kind: 'entry'; readonly column: Words; readonly value: Value }
  /** A named example, of the suite or of the model. */
  | { readonly kind: 'example'; readonly name: Words }
  /** The same without a member or item. */
  | { readonly kind: 'without'; readonly of: Value; readonly path: ValuePath }
  /** The same with one member or item changed or added. */
  | { readonly kind: 'with'; readonly of: Value; readonly path: ValuePath; readonly value: Value }
  /** A value of the case's `given`. */
  | { readonly kind: 'given'; readonly name: Words }
  /** A cell of the case's table. */
  | { readonly kind: 'row'; readonly column: Words }
  /** Of the body of a fixture or of a saved answer: what the JSON Pointer leads to (`''`: all of it). */
  | {
      readonly kind: 'part';
      readonly of: 'fixture' | 'saved';
      readonly name: Words;
      readonly pointer: string;
    }
  /** Text that no other run and no other case has: each `#` of the template becomes a digit. */
  | { readonly kind: 'unique'; readonly template: string }
  /**
   * A value that only the user knows, from the setup file; without it the case is pending. `example` is the contract's
   * own, a suggestion for the setup file. `type`: what a JSON body wants where it is no text, as an environment variable is.
   */
  | {
      readonly kind: 'seed';
      readonly name: string;
      readonly example?: Json;
      readonly type?: 'integer' | 'number';
    }
  /** A file of an upload. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly mediaType: string;
      readonly content: FileContent;
    };

export type FileContent =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'base64'; readonly base64: string };

/** A JSON Pointer without its leading slash (`title`, `address/city`), or the column of the table that holds it. */
export type ValuePath =
  { readonly kind: 'pointer'; readonly pointer: string } | { readonly kind: 'row'; readonly column: Words };

// --- What is not tested. ----------------------------------------------------------------------------------------------

/** A part of the contract that no case covers, and why. A gap is a result; silence is the only defect. */
export interface Gap {
  /** Machine-readable: `no-promise`, `contradiction`, `not-observable` … */
  readonly code: string;
  readonly reason: string;
  readonly operation?: OperationKey;
  readonly at: At;
}
