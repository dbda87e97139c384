/**
 * The test model: everything that a suite tests, before any language spells it. Plain, read-only JSON.
 * An emitter needs nothing else; no language's spelling is in it. Published as schemas/model.schema.json.
 */
import type { Method, OperationKey } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import type { Words } from '../api/words.ts';
import type { Actor, CarriedCredentials, Credential, LogIn } from './callers.ts';
import type { CaseKind } from './case-kind.ts';
import type { Acceptance, Expectation, Statuses } from './expectation.ts';
import type { Contract, Dependency } from './promises.ts';
import type { Value } from './value.ts';

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

/** One exchange: a call and what must come back. */
export interface Step {
  readonly call: Call;
  readonly expect: Expectation;
  /**
   * It only makes what later steps speak of: it must be accepted, as a fixture must (see `Acceptance`), and nothing else
   * of its answer is judged. Planning says what it must have.
   */
  readonly makes?: Pick<Acceptance, 'having'>;
  /** The call is made once for each page of a list; every page must be as expected, and checks are of the items of all. */
  readonly walk?: Walk;
  /**
   * The answer may take a while: where it is not as expected, the call is made again, so many `seconds` later and so many
   * `times` at most. `on`: only after an answer with one of these statuses.
   */
  readonly until?: {
    readonly times: number;
    readonly seconds: number;
    readonly on?: readonly (number | '2XX' | '4XX' | '5XX')[];
  };
  /** Keeps the answer under this name, for later steps. */
  readonly save?: Words;
  /**
   * Sends the call that many times at the same moment: one answer is as expected, and each of the others has one of these
   * statuses. Nothing is saved then. `bodies`: what each of the calls sends in its JSON body in place of the call's own.
   */
  readonly atOnce?: {
    readonly times: number;
    readonly others: Statuses;
    readonly bodies?: readonly Value[];
  };
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

// --- What is not tested. ----------------------------------------------------------------------------------------------

/** A part of the contract that no case covers, and why. A gap is a result; silence is the only defect. */
export interface Gap {
  /** Machine-readable: `no-promise`, `contradiction`, `not-observable` … */
  readonly code: string;
  readonly reason: string;
  readonly operation?: OperationKey;
  readonly at: At;
}
