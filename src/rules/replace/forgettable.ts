import type { Operation } from '../../api/api.ts';
import { envelopeIn } from '../../api/envelopes.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../api/json.ts';
import type { JsonSchema } from '../../api/json-schema.ts';
import { answerSchema, identityPointer, type Resource } from '../../api/resources.ts';
import { memberAt, members, parts } from '../../api/schema-shape.ts';
import { kebab, wordsOf } from '../../api/words.ts';
import { bodyMember } from '../../model/body-member.ts';
import type { GoodRequest } from '../../model/requests.ts';
import type { Subject } from '../../model/subject.ts';
import { thingIn } from '../../model/thing-in.ts';
import { isVolatile } from '../../model/volatile.ts';
import { escapeToken } from '../../source/place.ts';

interface Sent {
  readonly full: GoodRequest;
  readonly few: GoodRequest;
}

interface Context {
  readonly resource: Resource;
  readonly read: Operation;
  readonly subject: Subject;
}

/**
 * Members of a full request that a minimal one does not have, with their values, which no right server shows once the
 * minimal one has replaced it.
 *
 * Left out is what a server may keep: its identity, what is read-only, write-only, volatile, or called fixed; what the
 * answer does not declare; and what it may have made again: a value that is the default, or may well be one that nobody
 * declares (a choice, a flag, an empty value, the ends of a range, a language or currency), or that follows from another
 * member (a slug from a title).
 */
export function forgettable({ full, few }: Sent, { resource, read, subject }: Context): JsonObject {
  const { schemas } = subject.api;
  const answer = answerSchema(read);
  if (answer === undefined) return {};
  const shown = members(memberAt(answer, envelopeIn(answer, resource.name, schemas) ?? '', schemas), schemas);
  const kept = thingIn(few, resource, subject);
  return Object.fromEntries(
    Object.entries(thingIn(full, resource, subject)).filter(([name, value]) => {
      const schema = shown.get(name);
      if (schema === undefined || Object.hasOwn(kept, name) || isVolatile(name, schema, schemas))
        return false;
      if (identityPointer(resource).endsWith(`/${escapeToken(name)}`)) return false;
      const sent = bodyMember(full, { name, thing: resource.name, requests: subject.requests });
      if (sent?.value?.kind !== 'literal') return false;
      return (
        ![schema, sent.schema].some((one) => mayStay(one, value, subject)) &&
        !usual.test(kebab(wordsOf(name))) &&
        !follows(value, kept)
      );
    }),
  );
}

/** What servers have a default for that they do not declare. */
const usual = /(^|-)(id|currency|country|locale|lang|language|time-?zone|time-zone|unit|slug|version)$/;

const fixed = /\b(immutable|cannot be changed|can't be changed|never changes|once set|read-?only)\b/i;

function mayStay(schema: JsonSchema, value: Json, { api }: Subject): boolean {
  if (value === null || typeof value === 'boolean' || value === '' || value === 0 || value === 1) return true;
  if (isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0) return true;
  return parts(schema, api.schemas).some(
    (part) =>
      part.readOnly === true ||
      part.writeOnly === true ||
      part.const !== undefined ||
      part.enum !== undefined ||
      value === part.minimum ||
      value === part.maximum ||
      fixed.test(part.description ?? '') ||
      (part.default !== undefined && JSON.stringify(part.default) === JSON.stringify(value)),
  );
}

/** Whether a text may be made of one that stays. */
function follows(value: Json, kept: JsonObject): boolean {
  if (typeof value !== 'string') return false;
  const own = kebab(wordsOf(value));
  return Object.values(kept).some((other) => {
    const words = typeof other === 'string' ? kebab(wordsOf(other)) : '';
    return words !== '' && own !== '' && (own.includes(words) || words.includes(own));
  });
}
