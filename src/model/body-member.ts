import { envelopeIn } from '../api/envelopes.ts';
import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { memberAt, members, parts, pointerTokens } from '../api/schema-shape.ts';
import { kebab, type Words } from '../api/words.ts';
import { escapeToken } from '../source/place.ts';
import { literal, type Value } from './value.ts';
import type { GoodRequest, Requests } from './requests.ts';
import { withMember } from './with-member.ts';

/** A member of a body that a caller may choose, and what a good request has there. */
export interface BodyMember {
  /** JSON Pointer without its leading slash: `title`, `article/title`. */
  readonly pointer: string;
  readonly schema: JsonSchema;
  /** What the request sends there, with its run-time parts; absent where it sends nothing. */
  readonly value?: Value;
  /** Whether the body with another value there is one that its schema accepts. */
  accepts(json: Json): boolean;
}

/** The member of that name of a JSON body or form, directly or in the envelope of the thing; undefined: there is none to choose. */
export function bodyMember(
  { body }: GoodRequest,
  { name, thing, requests }: { readonly name: string; readonly thing: Words; readonly requests: Requests },
): BodyMember | undefined {
  const { schemas, validator } = requests.context.sent;
  const schema = body?.schema;
  if (body === undefined || schema === undefined || body.kind === 'text') return undefined;
  const envelope = members(schema, schemas).has(name) ? '' : envelopeIn(schema, thing, schemas);
  if (envelope === undefined) return undefined;
  const at = `${envelope}/${escapeToken(name)}`;
  const member = memberAt(schema, at, schemas);
  if (member === undefined || member === false) return undefined;
  if (parts(member, schemas).some(({ readOnly }) => readOnly === true)) return undefined;
  const value = valueIn(body.value, pointerTokens(at), requests);
  return {
    pointer: at.slice(1),
    schema: member,
    ...(value && { value }),
    accepts(json) {
      const changed = withMember(body.made, at, { value: json, isAdded: true });
      return changed !== undefined && validator.isValid(schema, changed);
    },
  };
}

/** What a value has at a place, as far as it says what it is made of. */
function valueIn(value: Value, [token, ...rest]: readonly string[], requests: Requests): Value | undefined {
  const meant = value.kind === 'example' ? requests.examples.get(kebab(value.name))!.value : value;
  if (token === undefined) return meant;
  if (meant.kind === 'object')
    return Object.hasOwn(meant.members, token) ? valueIn(meant.members[token]!, rest, requests) : undefined;
  if (meant.kind !== 'literal' || !isObject(meant.json) || isArray(meant.json)) return undefined;
  const json = meant.json[token];
  return json === undefined ? undefined : valueIn(literal(json), rest, requests);
}
