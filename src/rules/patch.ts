import type { Content, Operation } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import { isJson, type Resource } from '../api/resources.ts';
import { pointerTokens } from '../api/schema-shape.ts';
import { alterationOf, type Alteration } from '../model/alteration.ts';
import { gap, noRequest, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import { makeThing, type MadeThing } from '../model/made-thing.ts';
import type { Call } from '../model/model.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { sameButDerived } from '../model/sameness.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { thingIn } from '../model/thing-in.ts';
import { at, changed, literal, replaced } from '../model/value.ts';
import type { Rule } from './rule.ts';

/**
 * A patch changes what it names and nothing else (RFC 7396 for a merge patch, RFC 6902 for a JSON Patch): read, one member
 * changed, read again. Where the media type says which patch it is, a matter of HTTP; for plain JSON a convention.
 *
 * One member that nothing else hangs on: a text or a number that the answer shows as it was sent, of a thing that has all
 * that it may have. What changes by itself, and what the server makes of other members, is left out of the comparison. A PATCH that demands other members beside it
 * is no patch of one of them, and a POST to a thing promises nothing of the kind: gaps.
 */
export const patch: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

const before = ['before'];

interface Patched {
  readonly resource: Resource;
  readonly create: Operation;
  readonly update: Operation;
  readonly read: Operation;
  readonly look: GoodRequest;
  readonly subject: Subject;
}

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { update, read, create } = resource;
  if (!subject.isTested(update) || !subject.isTested(read) || create === undefined) return [];
  const path = `${update.method} ${update.path}`;
  const untold = (code: string, reason: string) => [gap(update, code, reason)];
  if (update.method !== 'PATCH')
    return untold('no-patch', `Nobody says that ${path} changes only what is sent to it.`);
  const contents = (update.body?.contents ?? []).filter(({ mediaType }) => isJson(mediaType));
  if (contents.length === 0)
    return untold('media-type', `What ${path} sends cannot be compared with what is read afterwards.`);
  const look = subject.requests.good(read);
  if (!isMade(look) || subject.requests.fixture(resource) === undefined) return [noRequest(update)];
  return contents.flatMap((content, index) =>
    patched(content, index === 0, { resource, create, update, read, look, subject }),
  );
}

function patched(content: Content, isFirst: boolean, thing: Patched): readonly Draft[] {
  const { resource, create, update, read, look, subject } = thing;
  const path = `${update.method} ${update.path}`;
  const untold = (code: string, reason: string) => [gap(update, code, reason, content.place)];
  const good = subject.requests.inMediaType(update, content);
  if (!isMade(good)) return [noRequest(update, { at: content.place })];
  const isJsonPatch = /json-patch/.test(content.mediaType);
  // A JSON Patch speaks of the members of the thing, which its creation shows.
  const shows = isJsonPatch ? subject.requests.good(create) : fullest(good, content, thing);
  const alteration = isMade(shows) ? alterationOf(shows, thing) : undefined;
  const same = sameButDerived(before, { resource, read, schemas: subject.api.schemas });
  if (alteration === undefined || same === undefined)
    return untold('no-echo', `Of what ${path} may change the answer of a read shows nothing as it was sent.`);
  const call = isJsonPatch ? operations(good, alteration, thing) : alone(good, alteration, subject);
  if (call === undefined)
    return untold('no-patch', `${path} demands more than one member: it cannot name one alone.`);
  const seen = successOf(read).status;
  const whole = wholeThing(thing);
  const of = ({ call: aimed }: Pick<GoodRequest, 'call'>) =>
    whole === undefined ? aimed : aimedAt(aimed, resource, whole);
  return [
    {
      draft: 'case',
      operation: create,
      story: lifeOf(resource),
      ...(whole && whole.given.length > 0 && { given: whole.given }),
      kind: 'patch',
      subject: isFirst ? '' : content.mediaType.replaceAll(/^application\/|\+json.*$/g, ''),
      title: `changes in what a ${isJsonPatch ? 'JSON Patch' : 'patch'} names and in nothing else`,
      strength: /patch\+json/.test(content.mediaType) ? 'http' : 'convention',
      steps: [
        ...(whole ? [whole.step] : []),
        { call: of(look), expect: { status: seen }, makes: {}, save: before },
        { call: of({ call }), expect: { status: successOf(update).status } },
        {
          call: of(look),
          expect: {
            status: seen,
            containing: changed(same, at(alteration.shown), literal(alteration.value)),
          },
        },
      ],
      place: isFirst ? update.place : content.place,
    },
  ];
}

/** A thing with all that it may have, where the one of the fixture has less: what it lacks, no patch could lose. */
function wholeThing({ resource, create, subject }: Patched): MadeThing | undefined {
  const body = subject.requests.maximal(create)?.body?.value;
  return body && makeThing(['whole'], resource, { subject, body });
}

function aimedAt(call: Call, { parameter }: Resource, whole: MadeThing): Call {
  const pathParameters = replaced(call.pathParameters ?? literal({}), parameter, whole.nameAs(undefined));
  return { ...call, pathParameters };
}

/** The request with all that it may have, where it is of that media type. */
function fullest(good: GoodRequest, content: Content, { update, subject }: Patched): GoodRequest {
  const full = subject.requests.maximal(update);
  return full?.body?.content.mediaType === content.mediaType ? full : good;
}

/** The member alone; undefined where the schema demands others beside it. */
function alone({ call, body }: GoodRequest, alteration: Alteration, { sent }: Subject): Call | undefined {
  const { pointer, value } = alteration;
  const json = pointerTokens(`/${pointer}`).reduceRight<Json>((inner, name) => ({ [name]: inner }), value);
  if (body === undefined || !sent.validator.isValid(body.schema ?? true, json)) return undefined;
  return { ...call, body: body.wrap(literal(json)) };
}

/** The member as an operation of a JSON Patch: `replace` wants it to be there (RFC 6902 §4.3), `add` does not (§4.1). */
function operations(
  { call, body }: GoodRequest,
  { pointer, value }: Alteration,
  thing: Patched,
): Call | undefined {
  const created = thing.subject.requests.good(thing.create);
  if (body === undefined || !isMade(created) || pointer.includes('/')) return undefined;
  const isThere = Object.hasOwn(thingIn(created, thing.resource, thing.subject), pointer);
  const patch = [{ op: isThere ? 'replace' : 'add', path: `/${pointer}`, value }];
  return { ...call, body: body.wrap(literal(patch)) };
}
