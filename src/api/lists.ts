import type { Operation } from './api.ts';
import { envelopeIn, isWrapper } from './envelopes.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import { answerSchema } from './resources.ts';
import { memberAt, members, types } from './schema-shape.ts';
import type { Words } from './words.ts';
import { escapeToken } from '../source/place.ts';

/**
 * Where the answer of a list keeps its items: `''` for an array; of an object the pointer of its only array (`/books`), or
 * of the one with the name of a wrapper or of the resource (`/items` beside `/tags`); inside its envelope, where the
 * arrays are there (`/data/items`). Undefined: nobody says so.
 */
export function listedAt(list: Operation, resource: Words, schemas: Schemas): string | undefined {
  const schema = answerSchema(list);
  if (schema === undefined) return undefined;
  if (isList(schema, schemas)) return '';
  const direct = arrayIn(schema, resource, schemas);
  if (direct !== undefined) return direct;
  const envelope = envelopeIn(schema, resource, schemas);
  const inside = envelope && arrayIn(memberAt(schema, envelope, schemas)!, resource, schemas);
  return inside && envelope + inside;
}

function arrayIn(schema: JsonSchema, resource: Words, schemas: Schemas): string | undefined {
  const names = [...members(schema, schemas)]
    .filter(([, member]) => isList(member, schemas))
    .map(([name]) => name);
  const found = names.length === 1 ? names : names.filter((name) => isWrapper(name, resource));
  return found.length === 1 ? `/${escapeToken(found[0]!)}` : undefined;
}

function isList(schema: JsonSchema, schemas: Schemas): boolean {
  return types(schema, schemas).join() === 'array';
}
