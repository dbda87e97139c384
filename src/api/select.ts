import type { Operation } from './api.ts';
import { pathMatcher } from './path-pattern.ts';

export interface Selection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * The operations that are included (nothing said: all) and not excluded. A selector is `tag:NAME`, a path pattern that
 * begins with `/` (`*`: within a segment, `**`: across segments), or an operationId or operation key.
 */
export function selectOperations(
  operations: readonly Operation[],
  { include, exclude }: Selection,
): readonly Operation[] {
  const included = include.map(matcher);
  const excluded = exclude.map(matcher);
  return operations.filter(
    (operation) =>
      (included.length === 0 || included.some((matches) => matches(operation))) &&
      !excluded.some((matches) => matches(operation)),
  );
}

/** All that `--include` could name: what a typing error may have meant. */
export function selectorsOf(operations: readonly Operation[]): readonly string[] {
  const names = operations.flatMap(({ operationId, key, tags }) => [
    ...(operationId === undefined ? [] : [operationId]),
    key,
    ...tags.map((tag) => `tag:${tag}`),
  ]);
  return [...new Set(names)];
}

/** The selectors that no operation answers to: typing errors, or what the contract has no longer. */
export function idleSelectors(
  operations: readonly Operation[],
  { include, exclude }: Selection,
): readonly string[] {
  return [...include, ...exclude].filter((selector) => !operations.some(matcher(selector)));
}

function matcher(selector: string): (operation: Operation) => boolean {
  if (selector.startsWith('tag:')) {
    const tag = selector.slice('tag:'.length);
    return ({ tags }) => tags.includes(tag);
  }
  if (selector.startsWith('/')) {
    const matches = pathMatcher(selector);
    return ({ path }) => matches(path);
  }
  return ({ operationId, key }) => operationId === selector || key === selector;
}
