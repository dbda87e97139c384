import type { Dependency } from '../../model/promises.ts';
import type { Plan } from './plan.ts';

/** `GET /books/{bookId} takes path bookId from POST /books (container, certain)` */
export function dependencyWords(
  { operation, need, producer, by, confidence }: Dependency,
  names: ReadonlyMap<string, string>,
): string {
  const what = need.in === 'body' ? `body ${need.pointer}` : `${need.in} ${need.name}`;
  const from = names.get(producer) ?? producer;
  return `${names.get(operation) ?? operation} takes ${what} from ${from} (${by}, ${confidence})`;
}

/** `POST /books` by an operation's key. */
export function operationNames({ operations }: Pick<Plan, 'operations'>): ReadonlyMap<string, string> {
  return new Map(operations.map(({ key, name }) => [key, name]));
}
