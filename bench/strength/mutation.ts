/** Every way in which a proxy makes an answer wrong; the order is that of the report. */
export const kinds = [
  'required member dropped',
  'type changed',
  'null put in',
  'outside its enum',
  'format broken',
  'pattern broken',
  'out of bounds',
  'surprise in a closed object',
  'writeOnly member leaked',
  'value altered',
  'list emptied',
  'last item missing',
  'body dropped',
  'media type changed',
  'required header dropped',
  'status swapped',
  'answered with 500',
  'refusal made a 500',
  'refusal made a success',
  'query parameter ignored',
] as const;

export type MutationKind = (typeof kinds)[number];

/** A way into a JSON value: names of members, and `0` for the first item of an array. */
export type Way = readonly (string | 0)[];

/** One thing that is wrong with the answers of one operation. */
export interface Mutation {
  readonly kind: MutationKind;
  /** `GET /books/{bookId}` */
  readonly operation: string;
  /** Of which answers: the operation's refusals, or what it answers else. */
  readonly of: 'success' | 'refusal';
  /** What is wrong, for a reader: `/items/0/title`, a header, a parameter; `''` where the kind says it all. */
  readonly place: string;
  /** What is done. */
  readonly change: Change;
}

export type Change =
  | { readonly what: 'remove'; readonly way: Way }
  | { readonly what: 'put'; readonly way: Way; readonly value: unknown }
  /** Makes another text of a text. */
  | { readonly what: 'alter'; readonly way: Way }
  | { readonly what: 'shorten'; readonly way: Way; readonly by: 'one' | 'all' }
  | { readonly what: 'status'; readonly status: number }
  | { readonly what: 'header'; readonly name: string; readonly value?: string }
  | { readonly what: 'no body' }
  /** The answer is the one that the request would have had without the parameter. */
  | { readonly what: 'ignore'; readonly parameter: string };

/** `bookshop GET /books: list emptied at /items`: a mutation's name in reports. */
export function nameOf(api: string, { operation, kind, place }: Mutation): string {
  return `${api} ${operation}: ${kind}${place === '' ? '' : ` at ${place}`}`;
}
