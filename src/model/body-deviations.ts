import type { Operation } from '../api/api.ts';
import { groupBy } from '../api/group-by.ts';
import { isObject, type Json } from '../api/json.ts';
import type { Place } from '../source/place.ts';
import {
  deviationBase,
  nameOf,
  wayName,
  type Deviation,
  type Deviations as Found,
  type Known,
  type Omission,
} from '../values/deviate.ts';
import { observedInForm } from '../values/observe.ts';
import { observedInText } from '../values/observe-text.ts';
import { isHeeded, kindOf, type SentBody } from './bodies.ts';
import { flatField, flatForm, textAround } from './form-fields.ts';
import { withoutMissingBodies } from './missing-body.ts';

import { isMade, type GoodRequest } from './requests.ts';
import type { Direction, Subject } from './subject.ts';
import { at, changed, literal, type Value } from './value.ts';
import { variationsOf, type BodyWay } from './variations.ts';

/** A good request, and what can be wrong with its body in exactly one way. */
export interface BodyDeviations {
  readonly request: GoodRequest;
  /** `full`: of the maximal request, for members that the good one does not have. */
  readonly base: 'good' | 'full';
  readonly deviations: readonly Deviation[];
}

/** The same of a body that has taken another alternative at one place, or is of another media type. */
export interface OtherDeviations extends Pick<BodyDeviations, 'request' | 'deviations'> {
  /** Part of an id: `payment/InvoicePayment`, `application/xml`. */
  readonly name: string;
  /** Ends a title: `when payment is InvoicePayment`. */
  readonly label: string;
  /** Stands in the ids of rows, where their own do not say it. */
  readonly inRows?: string;
}

/** What can be wrong with the bodies of one operation. */
export interface OfBodies {
  readonly bodies: readonly BodyDeviations[];
  readonly others: readonly OtherDeviations[];
  /** What is not tried, by the place of the body's content. */
  readonly omitted: readonly { readonly around: Place; readonly omissions: readonly Omission[] }[];
}

/**
 * Of the good request; of the maximal one, what the good one does not have; of each alternative that neither has taken;
 * and of each other media type whose schema is another one.
 */
export function bodyDeviationsOf(operation: Operation, subject: Subject): OfBodies {
  const good = subject.requests.good(operation);
  if (!isMade(good) || !isHeeded(operation.body)) return { bodies: [], others: [], omitted: [] };
  const maximal = subject.requests.maximal(operation);
  const first = look(good, { operation, subject, base: 'good', names: new Set() });
  const known = new Set(first?.found.deviations.map(nameOf));
  const second = first && maximal && look(maximal, { operation, subject, base: 'full', names: known });
  const looks = [first, second].filter((one) => one !== undefined);
  const media = otherSchemas(operation, good, subject).flatMap((request) => {
    const found = look(request, { operation, subject, base: 'good', names: new Set() });
    return found ? [found] : [];
  });
  return {
    bodies: looks.flatMap(({ request, base, found }) => {
      const own = found.deviations.filter(({ way }) => way === undefined);
      const known = base === 'good' ? second?.found.known : undefined;
      return own.length === 0 ? [] : [{ request, base, deviations: own.map((one) => withAlso(one, known)) }];
    }),
    others: [
      ...looks.flatMap((one) => waysOf(one, operation, subject)),
      ...media.flatMap((one) => ofMediaType(one)),
    ],
    omitted: [...looks, ...media].map(({ request, found }, index) => ({
      around: request.body!.content.place,
      omissions: index === 1 && second ? onlyNew(found.omissions, first!.found.omissions) : found.omissions,
    })),
  };
}

interface Looking {
  readonly operation: Operation;
  readonly subject: Subject;
  readonly base: BodyDeviations['base'];
  /** Of deviations that are known. */
  readonly names: ReadonlySet<string>;
}

interface Look {
  readonly request: GoodRequest;
  readonly base: BodyDeviations['base'];
  readonly ways: readonly BodyWay[];
  readonly found: Found;
}

function look(request: GoodRequest, { operation, subject, base, names }: Looking): Look | undefined {
  const varied = variationsOf(operation, subject).bodies;
  const ways = varied.find((one) => one.request === request)?.ways ?? [];
  const about = { name: 'the body', names, ways: ways.map(({ way }) => way) };
  const found = deviationsIn(request, subject.sent, about);
  return found && { request, base, ways, found: withoutMissingBodies(found, operation, request.body!) };
}

/** The deviations of a body that are not known and that a server can see: in a form, and in a text, all is text. */
function deviationsIn({ body }: GoodRequest, sent: Direction, about: Known): Found | undefined {
  if (body?.schema === undefined) return undefined;
  const { schema, made, kind } = body;
  const find = () => sent.deviator.further(schema, made, about);
  switch (kind) {
    case 'json':
      return find();
    case 'text':
      return typeof made === 'object' ? undefined : observedInText(find(), schema, sent.validator);
    case 'form':
    case 'multipart':
      return isObject(made) ? observedInForm(find(), { schema, good: made, means: sent }) : undefined;
  }
}

/** With the places at which the schema says the same of the fuller request. */
function withAlso(deviation: Deviation, known: Found['known']): Deviation {
  const more = known?.get(nameOf(deviation)) ?? [];
  return more.length === 0 ? deviation : { ...deviation, also: [...(deviation.also ?? []), ...more] };
}

function onlyNew(omissions: readonly Omission[], known: readonly Omission[]): readonly Omission[] {
  const told = new Set(known.map(({ reason }) => reason));
  return omissions.filter(({ reason }) => !told.has(reason));
}

/** The good request in each media type that says something else of the body than the one that it is sent in. */
function otherSchemas(
  operation: Operation,
  good: GoodRequest,
  { requests }: Subject,
): readonly GoodRequest[] {
  const seen = new Set([JSON.stringify(good.body?.content.schema)]);
  return (operation.body?.contents ?? []).flatMap((content) => {
    const print = JSON.stringify(content.schema);
    if (content === good.body?.content || kindOf(content.mediaType) === undefined || seen.has(print))
      return [];
    seen.add(print);
    const request = requests.inMediaType(operation, content);
    return isMade(request) ? [request] : [];
  });
}

function ofMediaType({ request, found }: Look): readonly OtherDeviations[] {
  const { mediaType } = request.body!.content;
  const { deviations } = found;
  if (deviations.length === 0) return [];
  return [{ request, deviations, name: mediaType, inRows: mediaType, label: `sent as ${mediaType}` }];
}

function waysOf(
  { request, ways, found }: Look,
  operation: Operation,
  subject: Subject,
): readonly OtherDeviations[] {
  const ofWay = groupBy(found.deviations, ({ way }) => way);
  return ways.flatMap(({ way, spelled }) => {
    const deviations = ofWay.get(way);
    if (deviations === undefined) return [];
    const body = request.body!;
    const made = deviationBase(body.made, { way });
    const value = subject.requests.variant(operation, way.variant, wholeOf(body, { way, spelled, made }));
    return [
      {
        request: { ...request, body: { ...body, made, value } },
        deviations,
        name: wayName(way),
        label: `when ${way.label}`,
      },
    ];
  });
}

/** The body that has gone another way at one place. */
function wholeOf(
  { kind, value }: SentBody,
  { way: { pointer }, spelled, made }: BodyWay & { readonly made: Json },
): Value {
  if (kind === 'json') return pointer === '' ? spelled : changed(value, at(pointer), spelled);
  if (pointer === '') return flatForm(spelled);
  const around = textAround(made, pointer);
  return around
    ? changed(value, at(around.field), literal(around.value))
    : changed(value, at(pointer), flatField(spelled));
}
