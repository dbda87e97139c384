import type { Operation } from './api.ts';
import { isSecured } from './security.ts';

/** What a credential is good for: some scopes (or roles) of one security scheme. */
export interface Grant {
  readonly scheme: string;
  readonly scopes: readonly string[];
}

/** Who is refused where others are let in. */
export type Lesser =
  /** Whoever has one of these grants, and no more: other operations ask for them, and they do not open this one. */
  | { readonly kind: 'grants'; readonly grants: readonly Grant[] }
  /** Whoever lacks the scopes that all operations ask for alike. */
  | { readonly kind: 'without'; readonly scopes: readonly string[] }
  /** Whoever is refused with the 403 that some secured operations declare and others do not; no scopes tell more. */
  | { readonly kind: 'declared' }
  /** A 403 is declared, and nothing tells for whom. */
  | { readonly kind: 'unknown' };

/** Every grant that some operation asks for, each once, in the order of the operations. */
export function grantsOf(operations: readonly Operation[]): readonly Grant[] {
  const found = known.get(operations) ?? find(operations);
  known.set(operations, found);
  return found;
}

/** The same operations are asked about once for each of them. */
const known = new WeakMap<readonly Operation[], readonly Grant[]>();

function find(operations: readonly Operation[]): readonly Grant[] {
  const grants = operations
    .flatMap(({ security }) => security.flat())
    .filter(({ scopes }) => scopes.length > 0)
    .map(({ scheme, scopes }): Grant => ({ scheme, scopes: scopes.toSorted() }));
  return [...new Map(grants.map((grant) => [JSON.stringify(grant), grant])).values()];
}

/** Whether a grant is enough for an operation: it satisfies one of its alternatives, alone. */
export function opens({ scheme, scopes }: Grant, { security }: Operation): boolean {
  return security.some((alternative) =>
    alternative.every((one) => one.scheme === scheme && one.scopes.every((scope) => scopes.includes(scope))),
  );
}

/**
 * Who may do less than an operation asks for, as far as the contract tells; undefined where it promises nothing of the
 * kind. Scopes are those of OAuth 2 (RFC 6749 §3.3); of other schemes, roles (OpenAPI 3.1 §4.8.30).
 *
 * @param operations all of the API
 */
export function lesserOf(operation: Operation, operations: readonly Operation[]): Lesser | undefined {
  if (!isSecured(operation)) return undefined;
  const all = grantsOf(operations);
  const known = new Set(operation.security.flat().map(({ scheme }) => scheme));
  const grants = all.filter((grant) => known.has(grant.scheme) && !opens(grant, operation));
  if (grants.length > 0) return { kind: 'grants', grants };
  if (!declares403(operation)) return undefined;
  const [only] = all;
  if (only !== undefined) {
    const isAlike =
      all.length === 1 &&
      operations.every((one) => !isSecured(one) || !declares403(one) || asksFor(only, one));
    return isAlike ? { kind: 'without', scopes: only.scopes } : { kind: 'unknown' };
  }
  const tells = operations.some((other) => isSecured(other) && !declares403(other));
  return { kind: tells ? 'declared' : 'unknown' };
}

function asksFor(grant: Grant, { security }: Operation): boolean {
  return security.flat().some(({ scheme, scopes }) => scheme === grant.scheme && scopes.length > 0);
}

function declares403({ responses }: Operation): boolean {
  return responses.some(({ status }) => status === '403');
}
