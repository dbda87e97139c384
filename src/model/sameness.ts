import type { Operation } from '../api/api.ts';
import { envelopeIn } from '../api/envelopes.ts';
import type { Schemas } from '../api/json-schema.ts';
import { answerSchema, identityPointer, type Resource } from '../api/resources.ts';
import { memberAt, members, parts } from '../api/schema-shape.ts';
import type { Words } from '../api/words.ts';
import { escapeToken } from '../source/place.ts';
import { at, savedPart, without, type Value } from './value.ts';
import { isOfTheBeginning, volatileMembers } from './volatile.ts';

/**
 * What an answer that was kept says of a thing, without what changes by itself: what a later answer of the same operation
 * contains where nothing was done in between. Undefined where the contract says nothing of the answer.
 */
export function sameAs(saved: Words, read: Operation, schemas: Schemas): Value | undefined {
  const answer = answerSchema(read);
  if (answer === undefined) return undefined;
  return volatileMembers(answer, schemas).reduce<Value>(
    (value, pointer) => without(value, at(pointer.slice(1))),
    savedPart(saved, ''),
  );
}

interface Kept {
  readonly resource: Resource;
  readonly read: Operation;
  readonly schemas: Schemas;
}

/**
 * The same without what the server makes of other members, too: a total, a slug, a rank. That is what is read-only and
 * neither tells the thing from others nor when it was made. What a later answer contains of what a change did not name.
 */
export function sameButDerived(saved: Words, { resource, read, schemas }: Kept): Value | undefined {
  const same = sameAs(saved, read, schemas);
  const answer = answerSchema(read);
  if (same === undefined || answer === undefined) return undefined;
  const envelope = envelopeIn(answer, resource.name, schemas) ?? '';
  const gone = new Set(volatileMembers(answer, schemas));
  return [...members(memberAt(answer, envelope, schemas), schemas)]
    .filter(([name, schema]) => {
      const isReadOnly = parts(schema, schemas).some(({ readOnly }) => readOnly === true);
      const isTold = identityPointer(resource).endsWith(`/${escapeToken(name)}`) || isOfTheBeginning(name);
      return (isReadOnly && !isTold) || /(^|[a-z_-])(slug|url|uri|href|links?)$/i.test(name);
    })
    .map(([name]) => `${envelope}/${escapeToken(name)}`)
    .filter((pointer) => !gone.has(pointer))
    .reduce<Value>((value, pointer) => without(value, at(pointer.slice(1))), same);
}
