import type { MutationKind } from './mutation.ts';

/** Why a fault is not found, and what would find it. The first that fits is the one. */
export interface SurvivalReason {
  readonly kinds: readonly MutationKind[];
  /** Part of the mutation's name (`bookshop GET /books: list emptied at /items`); absent: any. */
  readonly name?: RegExp;
  readonly because: string;
}

const values: readonly MutationKind[] = ['value altered', 'list emptied', 'last item missing'];

export const reasons: readonly SurvivalReason[] = [
  {
    kinds: values,
    name: / (POST|PUT|PATCH) /,
    because:
      'The story of the thing does not send it, or what is answered is a deed and no thing: then the answer is judged by its schema alone.',
  },
  {
    kinds: values,
    name: / DELETE /,
    because: 'What a DELETE says of the thing that is gone is compared with nothing.',
  },
  {
    kinds: ['value altered'],
    name: / at (\/\w+)*\/0\//,
    because: 'In a list a thing is known by its identity; its members are compared where it is read alone.',
  },
  {
    kinds: ['last item missing'],
    because: 'The thing that a case has made need not be the last of its list.',
  },
  {
    kinds: ['body dropped'],
    name: /\/cover/,
    because: 'Bytes have no schema: an empty image is an answer of the promised media type.',
  },
  {
    kinds: ['query parameter ignored'],
    name: /GET \/books: .* at inStock$/,
    because: 'No item says whether it is in stock (gap no-member).',
  },
  {
    kinds: ['query parameter ignored'],
    name: /GET \/orders: .* at status$/,
    because:
      'All orders that the case makes are in the same state, so that the filter has nothing to leave out.',
  },
];

/** Undefined: nobody has looked at it yet. */
export function whySurvived(kind: MutationKind, name: string): string | undefined {
  return reasons.find((reason) => reason.kinds.includes(kind) && (reason.name?.test(name) ?? true))?.because;
}
