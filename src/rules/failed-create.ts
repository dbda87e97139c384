import type { Operation } from '../api/api.ts';
import { defaultFilter } from '../api/default-filter.ts';
import { findListings, type Listing } from '../api/listings.ts';
import type { Resource } from '../api/resources.ts';
import { parts, members, types } from '../api/schema-shape.ts';
import { bodyMember, type BodyMember } from '../model/body-member.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import type { Step } from '../model/model.ts';
import type { Value } from '../model/value.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { expecting, refusalOf, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { at, changed, literal, memberOf, object, replaced, without } from '../model/value.ts';
import { nextPageOf, walked } from '../model/walk.ts';
import { isFreeText } from '../values/free-text.ts';
import type { Deviation } from '../values/deviate.ts';
import type { Rule } from './rule.ts';

/**
 * A refused create leaves nothing behind: a request with one wrong member and a word that nothing else has; then no item of
 * the list has the word. Where the caller chooses the name of what it makes, there is nothing of that name. Nobody writes that
 * into a contract, and everybody relies on it: a convention.
 *
 * Only where a list would show it: one that leaves nothing out, to its last page, whose items have the member with the word.
 */
export const failedCreate: Rule = (subject) => {
  const listings = findListings(subject.operations, subject.api, subject.resources);
  return subject.resources.flatMap((resource): readonly Draft[] => {
    const { create } = resource;
    if (create?.body === undefined || !subject.operations.includes(create)) return [];
    const listing = listings.find((one) => one.resource === resource);
    const found =
      resource.identity?.from === 'path'
        ? unnamed(create, resource, subject)
        : unlisted(create, listing, { resource, subject });
    if (typeof found !== 'string') return [found];
    const path = `${create.method} ${create.path}`;
    return [gap(create, 'no-refusal', `What a refused ${path} leaves behind is not looked for: ${found}.`)];
  });
};

const word = ['word'];
const given: Value = { kind: 'given', name: word };

interface Context {
  readonly resource: Resource;
  readonly subject: Subject;
}

/** Under the name that the caller has chosen there is nothing. */
function unnamed(create: Operation, resource: Resource, subject: Subject): CaseDraft | string {
  const { read, parameter } = resource;
  const look = read && subject.operations.includes(read) ? subject.requests.good(read) : undefined;
  if (read === undefined || !isMade(look)) return 'nothing reads it';
  const found = wrongs(create, subject).at(0);
  if (found === undefined) return 'nothing of it can be wrong';
  const { request, deviation } = found;
  const { call, body } = request;
  const name = memberOf(call.pathParameters ?? literal({}), parameter);
  const aimed = (path: Value | undefined) => replaced(path ?? literal({}), parameter, given);
  return draft(create, resource, {
    value: name,
    steps: [
      {
        call: {
          ...call,
          pathParameters: aimed(call.pathParameters),
          body: body!.wrap(broken(body!.value, deviation)),
        },
        expect: { status: refusalOf(create, 'invalid').status },
      },
      {
        call: { ...look.call, pathParameters: aimed(look.call.pathParameters) },
        expect: expecting(refusalOf(read, 'missing')),
      },
    ],
  });
}

/** No item of the list has the word of the request. */
function unlisted(
  create: Operation,
  listing: Listing | undefined,
  { resource, subject }: Context,
): CaseDraft | string {
  if (listing === undefined) return 'no list would show it';
  const { list } = listing;
  const path = `${list.method} ${list.path}`;
  const filter = defaultFilter(list, subject.api.schemas);
  if (filter !== undefined) return `${path} may leave it out, as ${filter}`;
  const request = subject.requests.good(list);
  if (!isMade(request)) return `no good request for ${path} can be made`;
  const next = nextPageOf(listing, subject);
  if (listing.paging !== undefined && (next === undefined || 'code' in next))
    return `nothing leads to the last page of ${path}`;
  const all = wrongs(create, subject);
  if (all.length === 0) return 'nothing of it can be wrong';
  for (const { request: sent, deviation } of all) {
    const marker = markerOf(sent, listing, { resource, subject });
    if (marker === undefined) continue;
    const { name, place, template } = marker;
    if (`${deviation.pointer}/`.startsWith(`${place.pointer}/`)) continue;
    const item = object({ [name]: given });
    const marked = changed(sent.body!.value, at(place.pointer), given);
    const looked =
      next === undefined || 'code' in next
        ? { call: request.call }
        : walked(listing, { call: request.call, size: 'large', next, subject });
    const pointer = listing.paging === undefined ? listing.pointer : '';
    return draft(create, resource, {
      value: { kind: 'unique', template },
      steps: [
        {
          call: { ...sent.call, body: sent.body!.wrap(broken(marked, deviation)) },
          expect: { status: refusalOf(create, 'invalid').status },
        },
        {
          ...looked,
          expect: { status: successOf(list).status, checks: [{ kind: 'lacks', pointer, item }] },
        },
      ],
    });
  }
  return `no item of ${path} shows a text that it alone would have`;
}

interface Told {
  /** Of the word. */
  readonly value: Value;
  readonly steps: readonly Step[];
}

function draft(create: Operation, resource: Resource, { value, steps }: Told): CaseDraft {
  const { method, place } = create;
  return {
    draft: 'case',
    operation: create,
    story: lifeOf(resource),
    kind: 'failed-write',
    subject: 'create',
    title: `is not there after a refused ${method}`,
    strength: 'convention',
    given: [{ name: word, value }],
    steps,
    place,
  };
}

interface Wrong {
  readonly request: GoodRequest;
  readonly deviation: Deviation;
}

/** Requests with one wrong member, the best first: bounds (formats are what servers overlook most), the last member first. */
function wrongs(create: Operation, subject: Subject): readonly Wrong[] {
  const { bodies } = subject.deviations.of(create, subject);
  return (['bounds', 'value', 'type', 'required'] as const).flatMap((group) =>
    bodies.flatMap(({ request, deviations }) =>
      request.body?.kind === 'json'
        ? deviations
            .filter((one) => one.pointer !== '' && one.group === group)
            .toReversed()
            .map((deviation) => ({ request, deviation }))
        : [],
    ),
  );
}

function broken(value: Value, { pointer, change }: Deviation): Value {
  return change.kind === 'with'
    ? changed(value, at(pointer), literal(change.value))
    : without(value, at(pointer));
}

interface Marker {
  readonly name: string;
  readonly place: BodyMember;
  readonly template: string;
}

/** A text of the request that an item of the list would show, and a template of what no other run has there. */
function markerOf(
  request: GoodRequest,
  { item }: Listing,
  { resource, subject }: Context,
): Marker | undefined {
  const { schemas } = subject.api;
  const texts = [...members(item, schemas)].filter(
    ([, schema]) => types(schema, schemas).join() === 'string',
  );
  const found = texts.flatMap(([name, schema]): readonly Marker[] => {
    const place = bodyMember(request, { name, thing: resource.name, requests: subject.requests });
    if (place?.value === undefined) return [];
    if (place.value.kind === 'unique' && place.value.type === undefined)
      return [{ name, place, template: place.value.template }];
    const shapes = parts(schema, schemas).map((part) => ({ schema: part }));
    if (place.value.kind !== 'literal' || !isFreeText(shapes, name)) return [];
    return ['itcword########', 'itc######']
      .filter((template) => ['0', '9'].every((digit) => place.accepts(template.replaceAll('#', digit))))
      .slice(0, 1)
      .map((template) => ({ name, place, template }));
  });
  return found.find(({ place }) => place.value?.kind === 'unique') ?? found.at(0);
}
