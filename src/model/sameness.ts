import type { Operation } from '../api/api.ts';
import { envelopeIn } from '../api/envelopes.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { answerSchema, identityPointer, type Resource } from '../api/resources.ts';
import { memberAt, members, parts, types } from '../api/schema-shape.ts';
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

/**
 * The same where something was written in between, if only what was there already: without objects that the contract leaves
 * open, for a server that counts its writes may count them there. Undefined where the answer is all open.
 */
export function sameAfterWrite(saved: Words, read: Operation, schemas: Schemas): Value | undefined {
  const answer = answerSchema(read);
  const same = sameAs(saved, read, schemas);
  if (answer === undefined || same === undefined || isOpen(answer, schemas)) return undefined;
  return [...members(answer, schemas)]
    .filter(([, schema]) => types(schema, schemas).includes('object') && isOpen(schema, schemas))
    .reduce<Value>((value, [name]) => without(value, at(escapeToken(name))), same);
}

/** Whether it says that there may be anything, or says nothing of what there is. */
function isOpen(schema: JsonSchema, schemas: Schemas): boolean {
  const others = parts(schema, schemas).map(({ additionalProperties }) => additionalProperties);
  const isSaid = others.some(
    (other) => other === true || (typeof other === 'object' && Object.keys(other).length === 0),
  );
  return (
    isSaid || (members(schema, schemas).size === 0 && others.every((other) => typeof other !== 'object'))
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
