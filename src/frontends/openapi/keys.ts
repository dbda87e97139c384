import { createHash } from 'node:crypto';
import type { Method, OperationKey } from '../../api/api.ts';
import { kebab, wordsOf, type Words } from '../../api/words.ts';

/** What an operation's key is made of. */
export interface Identity {
  readonly method: Method;
  readonly path: string;
  readonly operationId?: string;
}

export interface Keyed {
  readonly key: OperationKey;
  readonly name: Words;
  /** It has an operationId, and cannot be called by it, because another operation is called the same. */
  readonly isDuplicate: boolean;
}

/**
 * One key per operation, unique, independent of their order: the words of the operationId (`getBook` → `get-book`).
 * Without one, and for all operations that would share a key, the words of method and path (`GET /books/{id}` →
 * `get-books-by-id`); where these are the same, too, with a fingerprint of method and path behind them.
 */
export function keysOf(operations: readonly Identity[]): readonly Keyed[] {
  const wished = operations.map((operation) => {
    const words = wordsOf(operation.operationId ?? '');
    return words.length > 0 ? words : pathWords(operation);
  });
  const isShared = sharedIn(wished);
  const called = operations.map((operation, index) =>
    isShared(wished[index]!) ? pathWords(operation) : wished[index]!,
  );
  const isStillShared = sharedIn(called);
  return operations.map((operation, index) => {
    const isFree = !isShared(wished[index]!);
    // The owner of an operationId keeps its key when another one's path reads the same.
    const keeps = isFree && wordsOf(operation.operationId ?? '').length > 0;
    const words = called[index]!;
    const name = isStillShared(words) && !keeps ? [...words, fingerprint(operation)] : words;
    return { key: kebab(name), name, isDuplicate: !isFree && operation.operationId !== undefined };
  });
}

function sharedIn(names: readonly Words[]): (name: Words) => boolean {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(kebab(name), (counts.get(kebab(name)) ?? 0) + 1);
  return (name) => (counts.get(kebab(name)) ?? 0) > 1;
}

/** `GET /books/{bookId}` → `get books by book id`. */
function pathWords({ method, path }: Identity): Words {
  return wordsOf(`${method.toLowerCase()} ${path.replaceAll('{', ' by ').replaceAll('}', ' ')}`);
}

function fingerprint({ method, path }: Identity): string {
  return createHash('sha256').update(`${method} ${path}`).digest('hex').slice(0, 6);
}
