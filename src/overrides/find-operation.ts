import type { Operation } from '../api/api.ts';
import type { Selector } from './override.ts';

/** The one operation that a key (`create-book`), an operationId (`createBook`) or `POST /books` names. */
export function findOperation(operations: readonly Operation[], selector: Selector): Operation | undefined {
  const [, method, path] = /^([a-z]+)\s+(\/.*)$/i.exec(selector.trim()) ?? [];
  if (method !== undefined)
    return operations.find((one) => one.method === method.toUpperCase() && one.path === path);
  return (
    operations.find(({ key }) => key === selector) ??
    operations.find(({ operationId }) => operationId === selector)
  );
}

/** Every way to name an operation, for a suggestion. */
export function selectorsOf(operations: readonly Operation[]): readonly Selector[] {
  return operations.flatMap(({ key, operationId, method, path }) => [
    key,
    ...(operationId === undefined ? [] : [operationId]),
    `${method} ${path}`,
  ]);
}
