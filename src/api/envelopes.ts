import type { JsonSchema, Schemas } from './json-schema.ts';
import { members, types } from './schema-shape.ts';
import { singular } from './singular.ts';
import { kebab, wordsOf, type Words } from './words.ts';
import { escapeToken } from '../source/place.ts';

/** What the members are called that wrap what an answer is about; `results` and `_embedded` count, too. */
const wrappers: ReadonlySet<string> = new Set(['data', 'result', 'payload', 'item', 'embedded']);

/** Whether a member wraps what an answer is about: by one of the usual words, or by the resource's own name. */
export function isWrapper(member: string, resource: Words): boolean {
  return [kebab(wordsOf(member)), kebab(singular(member))].some(
    (name) => wrappers.has(name) || name === kebab(resource) || name === resource.at(-1),
  );
}

/** The pointer of the object that wraps the one thing or the list that an answer is about: `/data`; undefined: there is none. */
export function envelopeIn(answer: JsonSchema, resource: Words, schemas: Schemas): string | undefined {
  const wrapper = [...members(answer, schemas)].find(
    ([member, shape]) => isWrapper(member, resource) && types(shape, schemas).includes('object'),
  );
  return wrapper && `/${escapeToken(wrapper[0])}`;
}
