import type { Api, Operation } from './api.ts';
import { answerSchema } from './resources.ts';
import { members, types } from './schema-shape.ts';
import { wordsOf } from './words.ts';
import { escapeToken } from '../source/place.ts';

/** Words of parameters that cut a list into pages. */
const paging = new Set([
  'limit',
  'offset',
  'page',
  'cursor',
  'size',
  'count',
  'top',
  'skip',
  'start',
  'after',
  'before',
  'token',
]);

/** Whether an operation answers its list in pages. */
export function isPaged({ parameters }: Operation): boolean {
  return parameters.some(
    ({ name, in: location }) => location === 'query' && wordsOf(name).some((word) => paging.has(word)),
  );
}

/**
 * Where the answer of an unpaged list keeps its items: `''` for an array, the pointer of its only array member
 * (`/items`) for an object. Undefined: nobody says so, or there are pages.
 */
export function listedAt(list: Operation, api: Api): string | undefined {
  const schema = isPaged(list) ? undefined : answerSchema(list);
  if (schema === undefined) return undefined;
  const isList = (shape: typeof schema) => types(shape, api.schemas).join() === 'array';
  if (isList(schema)) return '';
  const lists = [...members(schema, api.schemas)].filter(([, member]) => isList(member));
  return lists.length === 1 ? `/${escapeToken(lists[0]![0])}` : undefined;
}
