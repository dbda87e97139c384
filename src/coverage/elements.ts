import { whyUnprovoked } from '../model/unprovoked.ts';
import { isOfClient } from '../model/known-headers.ts';
import { isOpaque } from '../model/parameters.ts';
import { kindOf } from '../model/bodies.ts';
import type { Content, Operation, Parameter, Response } from '../api/api.ts';
import type { Subject } from '../model/subject.ts';
import { groupBy } from '../api/group-by.ts';
import { isJson } from '../api/resources.ts';
import { below, type Place } from '../source/place.ts';
import { keywordsOf } from './keywords.ts';
import { about, accepted, called, carried, expected, type Mark, sent } from './marks.ts';
import { securityElements } from './security-elements.ts';

/** Something that a contract says of an operation, and that can be tested. */
export interface Element {
  readonly kind:
    | 'operation'
    | 'status'
    | 'answered'
    | 'header'
    | 'link'
    | 'sent'
    | 'parameter'
    | 'keyword'
    | 'security'
    | 'scope';
  readonly name: string;
  /** What it is about, in the operation; `''` for the operation itself. */
  readonly of: string;
  readonly place: Place;
  /** Cases of the operation that bear one of these test it. */
  readonly marks: readonly Mark[];
  /** Why none does, where none does. */
  readonly excuse?: Excuse;
  /** The status that it is part of: the excuse holds where no case brings that about, and this one where some do. */
  readonly status?: { readonly mark: Mark; readonly excuse?: Excuse };
  /** Of a keyword: the schema object that says it. */
  readonly schema?: Place;
  /** The alternatives and media types that it stands in: where none of them can be made, nothing in them can be wrong. */
  readonly within?: readonly Place[];
}

export interface Excuse {
  /** Machine-readable: `not-demanded`. */
  readonly code: string;
  /** A sentence. */
  readonly reason: string;
}

/** Everything that a contract says of an operation, in the order in which people look for it. */
export function elementsOf(operation: Operation, subject: Subject): readonly Element[] {
  const { method, path, place, parameters, responses } = operation;
  return [
    { kind: 'operation', name: `${method} ${path}`, of: '', place, marks: [called] },
    ...securityElements(operation, subject.api),
    ...parameters.flatMap((parameter) => parameterElements(parameter, subject)),
    ...bodyElements(operation, subject),
    ...responses.flatMap((response) => responseElements(response, operation)),
  ];
}

function parameterElements(parameter: Parameter, subject: Subject): readonly Element[] {
  const { name, in: location, required, place, schema, style } = parameter;
  const of = `${location} ${name}`;
  const unsent = excuseOf(parameter);
  const never = isOfClient(parameter) && { excuse: ofClient };
  return [
    {
      kind: 'parameter',
      name,
      of: location,
      place,
      marks: [carried(location, name)],
      ...(unsent && { excuse: unsent }),
    },
    ...(required
      ? [
          {
            kind: 'keyword',
            name: 'required',
            of,
            place: below(place, 'required'),
            marks: [about(below(place, 'required'))],
            ...(location === 'path' && { excuse: anotherPath }),
            ...never,
          } as const,
        ]
      : []),
    ...keywordsOf({ schema, place, name: of, isText: style !== 'content', ...never }, subject),
  ];
}

const anotherPath: Excuse = { code: 'another-path', reason: 'Without it the request has another path.' };

const ofClient: Excuse = {
  code: 'of-client',
  reason: 'HTTP clients send it of their own accord, as the message wants it (RFC 9110 §7.2, §8.6).',
};

function excuseOf(parameter: Parameter): Excuse | undefined {
  const { required, deprecated, in: location, schema } = parameter;
  if (isOfClient(parameter)) return ofClient;
  if (required) return undefined;
  if (isOpaque(parameter)) {
    const reason =
      location === 'header'
        ? 'It changes what a success is (RFC 9110 §12, §13, §14).'
        : 'Only the server knows a good value of it.';
    return { code: 'opaque', reason };
  }
  if (deprecated || (typeof schema === 'object' && schema.deprecated === true))
    return { code: 'deprecated', reason: 'It is deprecated and need not be sent.' };
  return { code: 'seed', reason: 'It need not be sent, and only you know a thing that it could name.' };
}

function bodyElements({ body }: Operation, subject: Subject): readonly Element[] {
  if (body === undefined) return [];
  const { required, place, contents, isIgnored } = body;
  const asked = below(place, 'required');
  const never = isIgnored && { excuse: ignoredBody };
  const all = contents.flatMap((content) => contentElements(content, subject, isIgnored && ignoredBody));
  // Two media types often share their schema: then it is tried in the one that values can be made for.
  const byPlace = groupBy(all, ({ place: { document, pointer } }) => `${document}#${pointer}`);
  return [
    ...(required
      ? [
          {
            kind: 'keyword',
            name: 'required',
            of: 'body',
            place: asked,
            marks: [about(asked)],
            ...never,
          } as const,
        ]
      : []),
    ...[...byPlace.values()].map(
      (same) => same.find(({ excuse }) => excuse?.code !== noMediaType) ?? same[0]!,
    ),
  ];
}

const ignoredBody: Excuse = {
  code: 'ignored-body',
  reason: 'OpenAPI 3.0 ignores the body of such a method: a server need not mind a wrong one.',
};

/** `never`: why none of its values is sent wrong. */
function contentElements(
  { mediaType, schema, place }: Content,
  subject: Subject,
  never: Excuse | undefined,
): readonly Element[] {
  const kind = kindOf(mediaType);
  const excuse = kind === undefined ? unmakeable(mediaType) : never;
  const travels = kind === undefined ? mediaType : mediaTypeSent(mediaType, kind);
  return [
    {
      kind: 'sent',
      name: mediaType,
      of: 'body',
      place,
      marks: [sent(travels)],
      ...(excuse && { excuse }),
    },
    ...(schema === undefined
      ? []
      : keywordsOf(
          { schema, place, name: 'body', isText: kind !== 'json', ...(excuse && { excuse }) },
          subject,
        )),
  ];
}

const noMediaType = 'media-type';

function unmakeable(mediaType: string): Excuse {
  return { code: noMediaType, reason: `No value can be made for a body of ${mediaType}.` };
}

/** A range is sent as its best known member. */
function mediaTypeSent(mediaType: string, kind: NonNullable<ReturnType<typeof kindOf>>): string {
  if (!mediaType.includes('*')) return mediaType;
  return kind === 'json' ? 'application/json' : 'text/plain';
}

function responseElements(
  { status, place, contents, headers, links }: Response,
  operation: Operation,
): readonly Element[] {
  const more = { excuse: statusExcuse(status, operation) };
  const arrives = expected(status);
  // Where nobody asks for a media type, a server is taken to answer with the first JSON one, else the first.
  const usual = contents.find(({ mediaType }) => isJson(mediaType)) ?? contents[0];
  return [
    { kind: 'status', name: status, of: '', place, marks: [arrives], ...more },
    ...contents.map((content): Element => ({
      kind: 'answered',
      name: content.mediaType,
      of: status,
      place: content.place,
      marks: [accepted(content.mediaType), ...(content === usual ? [arrives] : [])],
      status: { mark: arrives, excuse: notAsked },
      ...more,
    })),
    ...headers.map((header): Element => ({
      kind: 'header',
      name: header.name,
      of: status,
      place: header.place,
      marks: [about(header.place), arrives],
      ...more,
    })),
    ...links.map((link): Element => ({
      kind: 'link',
      name: link.name,
      of: status,
      place: link.place,
      marks: [about(link.place)],
      status: { mark: arrives },
      ...more,
    })),
  ];
}

const notAsked: Excuse = {
  code: 'not-asked',
  reason: 'A server chooses among the media types that it has, and no case asks for this one.',
};

/** Why nothing of a status is tested, where no case expects it. */
function statusExcuse(status: string, operation: Operation): Excuse {
  if (status === 'default') {
    return {
      code: 'not-demanded',
      reason:
        'It stands for whatever is not declared: nobody can bring it about. What comes is held against it.',
    };
  }
  const isForbidden = status.startsWith('5') || status === '429';
  return {
    code: isForbidden ? 'not-demanded' : 'status-not-provoked',
    reason: whyUnprovoked(operation, status),
  };
}
