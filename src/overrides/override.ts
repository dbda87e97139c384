import type { Json } from '../api/json.ts';
import type { SaidStatuses } from '../api/owner.ts';
import type { Place } from '../source/place.ts';

/** One statement of the owner, whether it stands in itc.yaml or in the contract. */
export type Override = {
  readonly place: Place;
  /** Where the operation is named, where that is not the same. */
  readonly named?: Place;
} & (
  | { readonly says: 'status'; readonly operation: Selector; readonly kind: string; readonly codes: Codes }
  | { readonly says: 'unsafe'; readonly operation: Selector; readonly is: boolean }
  /** Of what creates things: whether they belong to their creator. */
  | { readonly says: 'owned'; readonly operation: Selector; readonly is: boolean }
  | { readonly says: 'skip'; readonly match: SkipMatch; readonly reason: string }
  /** Without an operation: wherever a parameter has the name. */
  | { readonly says: 'parameter'; readonly operation?: Selector; readonly name: string; readonly value: Json }
  /** A member of a body, by its JSON Pointer. */
  | { readonly says: 'member'; readonly operation: Selector; readonly pointer: string; readonly value: Json }
  /** A whole body; `''`: the good one. */
  | { readonly says: 'body'; readonly operation: Selector; readonly name: string; readonly value: Json }
  /** Without an operation: wherever a parameter or a body's member has the name. */
  | { readonly says: 'seed'; readonly operation?: Selector; readonly name: string; readonly value?: Json }
  | {
      readonly says: 'produces';
      readonly operation: Selector;
      readonly name: string;
      readonly pointer: string;
    }
  /** `updatedAt`, wherever it stands, or a member of a named schema: `Book/views`. */
  | { readonly says: 'volatile'; readonly member: string; readonly is: boolean }
);

/** Exactly one operation: its key, its operationId, or `POST /books`. */
export type Selector = string;

export type Codes = SaidStatuses['codes'];

/** Cases that have all of this; at least one member is there. */
export interface SkipMatch {
  /** A case id, or what case ids begin with: `create-book/bounds`. */
  readonly case?: string;
  readonly operation?: Selector;
  readonly kind?: string;
  readonly tag?: string;
}
