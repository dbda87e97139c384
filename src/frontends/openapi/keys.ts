import type { Method, OperationKey } from '../../api/api.ts';
import { kebab, wordsOf, type Words } from '../../api/words.ts';
import { shortHash } from './short-hash.ts';

/** What an operation's key is made of. */
export interface Identity {
  readonly method: Method;
  readonly path: string;
  readonly operationId?: string;
}

export interface Keyed {
  readonly key: OperationKey;
  /** What tests and fixtures call it: mostly the words of the key. */
  readonly name: Words;
  /** It has an operationId, and cannot be called by it, because another operation is called the same. */
  readonly isDuplicate: boolean;
}

/**
 * One key per operation, unique, independent of their order: the words of the operationId (`getBook` → `get-book`).
 * Without one, and for all operations that would share a key, the words of method and path (`GET /books/{id}` →
 * `get-books-by-id`); where these are the same, too, with a fingerprint of method and path behind them.
 *
 * Of an operationId that FastAPI made, the name is the function's alone, where no other operation is called so. The key
 * keeps all of it: functions are often called alike (`create` in each module), and case ids are for good, so a function
 * that is added elsewhere must not change them. It may change names.
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
  const short = operations.map((operation, index) => functionWords(operation) ?? called[index]!);
  const isShortShared = sharedIn(short);
  return operations.map((operation, index) => {
    const isFree = !isShared(wished[index]!);
    // The owner of an operationId keeps its key when another one's path reads the same.
    const keeps = isFree && wordsOf(operation.operationId ?? '').length > 0;
    const words = called[index]!;
    const long = isStillShared(words) && !keeps ? [...words, fingerprint(operation)] : words;
    const name = isShortShared(short[index]!) ? long : short[index]!;
    return { key: kebab(long), name, isDuplicate: !isFree && operation.operationId !== undefined };
  });
}

function sharedIn(names: readonly Words[]): (name: Words) => boolean {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(kebab(name), (counts.get(kebab(name)) ?? 0) + 1);
  return (name) => (counts.get(kebab(name)) ?? 0) > 1;
}

/**
 * The words of the function in an operationId as FastAPI makes it (`generate_unique_id`: the function's name, the path
 * and the method, with an underscore for each character that is none of a word): `read_item_items__item_id__get` of
 * `GET /items/{item_id}` → `read item`. Undefined where it ends in anything else.
 */
function functionWords({ method, path, operationId = '' }: Identity): Words | undefined {
  const suffix = `${path.replaceAll(/[^\p{L}\p{N}_]/gu, '_')}_${method.toLowerCase()}`;
  const words = operationId.endsWith(suffix) ? wordsOf(operationId.slice(0, -suffix.length)) : [];
  return words.length > 0 ? words : undefined;
}

/** `GET /books/{bookId}` → `get books by book id`. */
function pathWords({ method, path }: Identity): Words {
  return wordsOf(`${method.toLowerCase()} ${path.replaceAll('{', ' by ').replaceAll('}', ' ')}`);
}

function fingerprint({ method, path }: Identity): string {
  return shortHash(`${method} ${path}`);
}
