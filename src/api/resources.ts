import type { Operation, OperationKey } from './api.ts';
import type { Words } from './words.ts';

/** One kind of thing that an API keeps, and the operations of its life. */
export interface Resource {
  /** Singular: `['book']`. */
  readonly name: Words;
  /** `/books`, the path of the collection. */
  readonly collection: string;
  /** `/books/{bookId}`, the path of one thing. */
  readonly item: string;
  /** The path parameter that tells things apart: `bookId`. */
  readonly parameter: string;
  /** Where a created thing's answer says its identity: a JSON Pointer into the body of a 2xx of `create`. */
  readonly identity?: string;
  readonly create?: OperationKey;
  readonly list?: OperationKey;
  readonly read?: OperationKey;
  /** PUT of one thing. */
  readonly replace?: OperationKey;
  /** PATCH (or POST) of one thing. */
  readonly update?: OperationKey;
  readonly remove?: OperationKey;
}

export type { Operation };
