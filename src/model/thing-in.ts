import { envelopeIn } from '../api/envelopes.ts';
import { isObject, type Json, type JsonObject } from '../api/json.ts';
import type { Resource } from '../api/resources.ts';
import { pointerTokens } from '../api/schema-shape.ts';
import type { GoodRequest } from './requests.ts';
import type { Subject } from './subject.ts';

/** What a body has of the thing: all of it, or what stands in its envelope. */
export function thingIn(
  { body }: GoodRequest,
  { name }: Resource,
  { sent }: Pick<Subject, 'sent'>,
): JsonObject {
  const envelope = (body?.schema !== undefined && envelopeIn(body.schema, name, sent.schemas)) || '';
  const inside = pointerTokens(envelope).reduce<Json | undefined>(
    (json, token) => (isObject(json) ? json[token] : undefined),
    body?.made,
  );
  return isObject(inside) ? inside : {};
}
