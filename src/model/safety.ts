import type { Operation } from '../api/api.ts';
import type { Resource } from '../api/resources.ts';
import { gap, type GapDraft } from './draft.ts';

interface Sorted {
  readonly safe: readonly Operation[];
  /** Why each of the others is left alone. */
  readonly gaps: readonly GapDraft[];
}

/**
 * Leaves alone what would harm others: operations that the contract marks with `x-itc-unsafe: true`, and those that empty
 * a whole collection (DELETE of `/books`), unless it marks them with `x-itc-unsafe: false`.
 */
export function sortBySafety(operations: readonly Operation[], resources: readonly Resource[]): Sorted {
  const collections = new Set(resources.map(({ collection }) => collection));
  const reasonOf = ({ method, path, extensions }: Operation): string | undefined => {
    const mark = extensions['x-itc-unsafe'];
    if (mark === true) return 'The contract marks it with x-itc-unsafe.';
    if (mark === false || method !== 'DELETE' || !collections.has(path.replace(/\/$/, ''))) return undefined;
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
