import type { Operation } from '../api/api.ts';
import type { Resource } from '../api/resources.ts';
import { gap, type GapDraft } from './draft.ts';

interface Sorted {
  readonly safe: readonly Operation[];
  /** Why each of the others is left alone. */
  readonly gaps: readonly GapDraft[];
}

/**
 * Leaves alone what would harm others: operations that their owner marks as unsafe (`x-itc-unsafe: true`, or `unsafe` in
 * itc.yaml), and those that empty a whole collection (DELETE of `/books`), unless they are marked as safe.
 */
export function sortBySafety(operations: readonly Operation[], resources: readonly Resource[]): Sorted {
  // What stands above the only thing below a parent (`/phones/{phoneId}/alarm`) is that parent, and no collection.
  const collections = new Set(
    resources.filter(({ item }) => item.endsWith('}')).map(({ collection }) => collection),
  );
  const reasonOf = ({ method, path, owner }: Operation): string | undefined => {
    if (owner?.unsafe === true) return 'Its owner marks it as unsafe (x-itc-unsafe, or unsafe in itc.yaml).';
    if (owner?.unsafe === false || method !== 'DELETE' || !collections.has(path.replace(/\/$/, '')))
      return undefined;
    return `It empties ${path}, with what others have put there. Mark it with x-itc-unsafe: false to have it tested all the same.`;
  };
  return {
    safe: operations.filter((operation) => reasonOf(operation) === undefined),
    gaps: operations.flatMap((operation) => {
      const reason = reasonOf(operation);
      return reason === undefined ? [] : [gap(operation, 'unsafe', reason)];
    }),
  };
}
