/**
 * The test model: everything that a suite tests, before any language spells it. Plain, read-only JSON.
 * An emitter needs nothing else; no language's spelling is in it. Published as schemas/model.schema.json.
 */
import type {
  Method,
  OperationKey,
  ParameterLocation,
  SecurityAlternative,
  SecurityScheme,
} from '../api/api.ts';
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
  /** Which operation gives what another one needs, in the contract's order: of the tested operations, and of those that these need. */
  readonly dependencies: readonly Dependency[];
  /** Who needs which credential, and where it comes from: for the setup file. Users first, each security scheme once. */
  readonly credentials: readonly Credential[];
  /** The log-ins that credentials come from. */
  readonly logIns: readonly LogIn[];
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
  readonly parameters: Readonly<Record<string, IdentitySource>>;
}

/** Where a creating call has what tells the created thing from others: in its own path, or in its answer. */
export type IdentitySource =
  | { readonly from: 'path'; readonly name: string }
  | { readonly from: 'body'; readonly pointer: string }
  /** The header Location leads to the created thing (RFC 9110 §10.2.2): the parameter of this path template. */
  | { readonly from: 'location'; readonly path: string; readonly name: string };

// --- What produces what. -----------------------------------------------------------------------------------------------

/** A value that one operation needs and another one gives, as far as the contract tells. */
export interface Dependency {
  readonly operation: OperationKey;
  readonly need: DependencyNeed;
  readonly producer: OperationKey;
  readonly identity: IdentitySource;
  /** The rule that found it: a workflow, an OpenAPI Link, what the owner says, the container of the path, the name, the answer's schema. */
  readonly by: 'workflow' | 'link' | 'configuration' | 'container' | 'name' | 'schema';
  readonly confidence: 'certain' | 'likely';
}

export type DependencyNeed =
  | { readonly in: ParameterLocation; readonly name: string }
  /** A member of the body: where it stands (the first item of an array for all), and what one such value is called. */
  | { readonly in: 'body'; readonly name: string; readonly pointer: string };

// --- Who calls. --------------------------------------------------------------------------------------------------------

/**
 * Who calls. `user` may do all that good requests need. The others have
 * - `anonymous`: no credential;
 * - `malformed`: one that nobody ever got;
 * - `wrong-scheme`: the user's, under the name of another HTTP authentication scheme (RFC 9110 §11.1);
 * - `expired`: one that was good once;
 * - `stranger`: one of another user of the same standing;
 * - `lesser`: one of somebody who lacks the scope or role that the operation needs.
 */
export type Actor = 'user' | 'anonymous' | 'malformed' | 'wrong-scheme' | 'expired' | 'stranger' | 'lesser';

/** A credential that the setup file is asked for. */
export interface Credential {
  readonly actor: Extract<Actor, 'user' | 'expired' | 'stranger' | 'lesser'>;
  /** A key of `Contract.securitySchemes`. */
  readonly scheme: string;
  /** What it is, in words: `a bearer credential`, `somebody without the scope admin`. */
  readonly summary: string;
  /** Of several credentials for one scheme: the scopes that this one is good for. */
  readonly scopes?: readonly string[];
  /**
   * An environment variable that holds it; or a log-in, with what the environment says of a person. `scopes`: fewer than
   * the log-in asks for by itself.
   */
  readonly source:
    | { readonly kind: 'variable'; readonly name: string }
    | {
        readonly kind: 'log-in';
        readonly logIn: Words;
        readonly person: string;
        readonly scopes?: readonly string[];
      };
}

/**
 * How somebody comes by a credential. A `seed` in it is what the environment says of the person who logs in: for the
 * person `STRANGER`, `email` is the variable `STRANGER_EMAIL`.
 */
export type LogIn = { readonly name: Words; readonly summary: string } & (CallLogIn | GrantLogIn);

/** An operation of the API, or a call elsewhere, whose answer has the credential. */
export interface CallLogIn {
  readonly kind: 'call';
  readonly method: Method;
  /** A path of the API, or the URL of another server. */
  readonly url: string;
  readonly headers?: Value;
  readonly body?: Body;
  readonly credential: {
    readonly in: 'body' | 'header' | 'cookie';
    /** A JSON Pointer, or the name of a header or cookie. */
    readonly at: string;
  };
  /** What is sent in later requests: `Token {token}`. Absent: the credential as it is. */
  readonly template?: string;
  /** How the credential is ended: path parameters are parts of the answer to the log-in, by JSON Pointer. */
  readonly logOut?: {
    readonly method: Method;
    readonly path: string;
    readonly parameters: Readonly<Record<string, string>>;
  };
}

/** A token endpoint of OAuth 2 (RFC 6749 §4.3, §4.4), or of what OpenID Connect Discovery tells. */
export interface GrantLogIn {
  readonly kind: 'grant';
  readonly grant: 'password' | 'client-credentials';
  /** A path of the API, the URL of another server, or the URL of a discovery document. */
  readonly endpoint: { readonly kind: 'token' | 'discovery'; readonly url: string };
  readonly scopes: readonly string[];
}

/** Which credentials a call carries where it is not what its actor has for the operation. */
export type CarriedCredentials =
  /** The actor's own for these security schemes, and no others. */
  | { readonly kind: 'only'; readonly schemes: readonly string[] }
  /** These, by security scheme. */
  | { readonly kind: 'held'; readonly values: Readonly<Record<string, Value>> };

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
  | 'happy'
  | 'required'
  | 'type'
  | 'bounds'
  | 'value'
  | 'shape'
  | 'dependency'
  | 'syntax'
  | 'method'
  | 'upload'
  | 'auth'
  | 'not-found'
  | 'lifecycle'
  | 'paging'
  | 'filtering'
  | 'sorting'
  | 'search'
  | 'ownership'
  | 'log-in'
  | 'location'
  | 'replace'
  | 'patch'
  | 'failed-write'
  | 'duplicate'
  | 'race'
  | 'conflict'
  | 'hierarchy'
  | 'conditional'
  | 'idempotency-key'
  | 'links'
  | 'workflow';

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
  /**
   * No more than what its cases need. All that the contract promises of this answer is for the happy case to judge: one
   * fault there must not stop whatever needs the thing.
   */
  readonly expect: Acceptance;
  /** Keeps the answer under this name, for `value`. */
  readonly save?: Words;
  /** What cases see of it. Absent: the body of the answer. */
  readonly value?: Value;
}

/** That a request was accepted, whatever else the contract promises. */
export interface Acceptance {
  readonly status: Statuses;
  /** JSON Pointer of what the answer's body must have, whatever it is: what tells the thing from others. */
  readonly having?: string;
}

/** One exchange: a call and what must come back. */
export interface Step {
  readonly call: Call;
  readonly expect: Expectation;
  /**
   * It only makes what later steps speak of: it must be accepted, as a fixture must (see `Acceptance`), and nothing else
   * of its answer is judged.
   */
  readonly makes?: Pick<Acceptance, 'having'>;
  /** The call is made once for each page of a list; every page must be as expected, and checks are of the items of all. */
  readonly walk?: Walk;
  /** Keeps the answer under this name, for later steps. */
  readonly save?: Words;
  /**
   * Sends the call that many times at the same moment: one answer is as expected, and each of the others has one of these
   * statuses. Nothing is saved then.
   */
  readonly atOnce?: { readonly times: number; readonly others: Statuses };
}

export interface Call {
  readonly operation: OperationKey;
  readonly method: Method;
  /** The template, as the contract writes it. */
  readonly path: string;
  readonly as: Actor;
  readonly credentials?: CarriedCredentials;
  /** Goes where the Location of this saved answer leads, instead of to the path: that says only what is promised there. */
  readonly follows?: Words;
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

/**
 * From one page of a list to the next, until one has nothing new. No page has more items than were asked for, and no two
 * pages have the same item. A list that others change meanwhile is walked again; the checks of the step hold in the end.
 * Pointers of these checks are `''`: what they speak of is one array of the items of all pages.
 */
export interface Walk {
  /** JSON Pointer of the array in each page. */
  readonly items: string;
  /** JSON Pointer of what tells an item from others. Absent: nobody says so, and no items are compared. */
  readonly key?: string;
  /** The query parameter that says how many items a page has at most: the call has it. `most`: the greatest it may be. */
  readonly size?: { readonly parameter: string; readonly most?: number };
  /** Absent: the list comes in one piece, or nobody says where the next page is. */
  readonly next?: NextPage;
}

/** How the next page is asked for. */
export type NextPage =
  /** By the number of items before it. */
  | { readonly by: 'offset'; readonly parameter: string }
  /** By its number, where the first page has the number `first`. */
  | { readonly by: 'page'; readonly parameter: string; readonly first: number }
  /** By what the page before it has at the JSON Pointer: a mark, or the URL of the next page; nothing on the last page. */
  | { readonly by: 'cursor'; readonly parameter: string; readonly pointer: string }
  /** By what tells the last item of the page before it from others. */
  | { readonly by: 'last-item'; readonly parameter: string }
  /** By the header Link with the relation `next`, which the last page does not have (RFC 8288 §3). */
  | { readonly by: 'link' };

export interface Expectation {
  readonly status: Statuses;
  /** Members that the answer's body has, at least (objects: a subset, recursively; arrays: every item, in any order). */
  readonly containing?: Value;
  readonly checks?: readonly Check[];
}

/**
 * The statuses that pass. Beside them an undeclared 4xx passes where all of them are 4xx: the request was refused, and
 * the undeclared status is reported as a finding of its own. The answer's media type, headers and body must be what the
 * contract promises for its status. No 5xx conforms, but a
 * 501 that is expected: it is how a server answers a method that it does not know (RFC 9110 §15.6.2).
 */
export interface Statuses {
  /** Sorted; a code, or a class such as `2XX`. At least one. */
  readonly codes: readonly (number | '2XX' | '3XX' | '4XX')[];
  /** Set when the codes are a family that has a name in every support library. */
  readonly family?: Family;
}

/** `invalid`: 400, 404, 409, 415, 422. `unauthenticated`: 401, 403. `forbidden`: 401, 403, 404. `missing`: 404, 410. */
export type Family = 'invalid' | 'unauthenticated' | 'forbidden' | 'missing';

/** What a schema can't say of an answer. */
export type Check =
  /** The array at the pointer has an item that contains the value. */
  | { readonly kind: 'lists'; readonly pointer: string; readonly item: Value }
  /** The array at the pointer has no item that contains the value. */
  | { readonly kind: 'lacks'; readonly pointer: string; readonly item: Value }
  /** No member of the object at the pointer has the value that it has here. */
  | { readonly kind: 'forgets'; readonly pointer: string; readonly members: Value }
  /** Of the items of the array at the pointer, every one that has the member (a JSON Pointer) has it in this relation to the value. */
  | {
      readonly kind: 'every';
      readonly pointer: string;
      readonly member: string;
      readonly relation: Relation;
      readonly value: Value;
    }
  /**
   * The items of the array at the pointer are in the order of a member (a JSON Pointer). Only what all collations agree on
   * is held against each other: numbers, points in time, and texts of the letters a to z alone.
   */
  | {
      readonly kind: 'sorted';
      readonly pointer: string;
      readonly member: string;
      readonly order: 'ascending' | 'descending';
    }
  /** Where the answer is a success, it has no array at the pointer but an empty one, or nothing at all: no body, null or `{}`. */
  | { readonly kind: 'empty'; readonly pointer: string }
  /** The header Allow, where the answer must have it or has it, names these methods. */
  | { readonly kind: 'allows'; readonly methods: readonly Method[] };

/** `equals`: as text, in upper or lower case; `contains`: it has the text in it, likewise. */
export type Relation = 'equals' | 'at-least' | 'at-most' | 'contains';

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
  /** Of the value of a fixture, or of the body of a saved answer: what the JSON Pointer leads to (`''`: all of it). */
  | {
      readonly kind: 'part';
      readonly of: 'fixture' | 'saved';
      readonly in: 'body';
      readonly name: Words;
      readonly pointer: string;
    }
  /** A header of a saved answer, as text: `ETag`. */
  | {
      readonly kind: 'part';
      readonly of: 'saved';
      readonly in: 'header';
      readonly name: Words;
      readonly header: string;
    }
  /**
   * The path parameters with which the header Location of a saved answer meets a path template, as an object by name;
   * with a pointer (`/bookId`) one of them. `type`: what the last of them is in a JSON body, where that is no text.
   */
  | {
      readonly kind: 'part';
      readonly of: 'saved';
      readonly in: 'location';
      readonly name: Words;
      readonly path: string;
      readonly pointer: string;
      readonly type?: 'integer' | 'number';
    }
  /**
   * What no other run and no other case has: each `#` of the template becomes a digit. `type`: a number that is written
   * so; absent: text.
   */
  | { readonly kind: 'unique'; readonly template: string; readonly type?: 'integer' }
  /**
   * A value that only the user knows, from the setup file; without it the case is pending. `example` is the contract's
   * own, a suggestion for the setup file; `default` is taken where the setup file gives none. `type`: what a JSON body wants where it is no text, as an environment variable is.
   */
  | {
      readonly kind: 'seed';
      readonly name: string;
      readonly example?: Json;
      readonly default?: Json;
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
