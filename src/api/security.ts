import type { Operation } from './api.ts';

/** Whether an operation lets nobody in without a credential: it has alternatives, and none of them is empty. */
export function isSecured({ security }: Operation): boolean {
  return security.length > 0 && security.every((alternative) => alternative.length > 0);
}
