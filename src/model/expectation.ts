/** What must come back. */
import type { Method } from '../api/api.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import type { Value } from './value.ts';

export interface Expectation {
  readonly status: Statuses;
  /** Members that the answer's body has, at least (objects: a subset, recursively; arrays: every item, in any order). */
  readonly containing?: Value;
  /**
   * JSON Pointers of what the answer's body must have, because a later step speaks of it and the contract does not promise
   * it. A list that is too short leaves the case pending: that others have put nothing there is no fault.
   */
  readonly having?: readonly string[];
  readonly checks?: readonly Check[];
}

/** That a request was accepted, whatever else the contract promises. */
export interface Acceptance {
  readonly status: Statuses;
  /** JSON Pointers of what the answer's body must have, whatever it is: what tells the thing from others. */
  readonly having?: readonly string[];
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
  /** The body contains all of one of the values. */
  | { readonly kind: 'either'; readonly values: readonly Value[] }
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
  /** The body meets a JSON Schema: what the contract does not say of every answer. It has no references. */
  | { readonly kind: 'meets'; readonly of: 'body'; readonly schema: JsonSchema }
  /** The header is there, and its text, or the number that it stands for, meets a JSON Schema that says of which type it speaks. */
  | { readonly kind: 'meets'; readonly of: 'header'; readonly header: string; readonly schema: JsonSchema }
  /** The header Allow, where the answer must have it or has it, names these methods. */
  | { readonly kind: 'allows'; readonly methods: readonly Method[] };

/** `equals`: as text, in upper or lower case; `contains`: it has the text in it, likewise. */
export type Relation = 'equals' | 'at-least' | 'at-most' | 'contains';
