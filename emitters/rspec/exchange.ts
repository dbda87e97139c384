import type { Method } from '../../src/api/api.ts';
import type { CarriedCredentials } from '../../src/model/callers.ts';
import type { Acceptance, Statuses } from '../../src/model/expectation.ts';
import type { Body, Call, Fixture, NextPage, Step, Walk } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { concat, flat, type Doc, wrapped } from '../../src/print/document.ts';
import { printCheck } from './checks.ts';
import { actors } from './module.ts';
import { array, call, hash, text } from './ruby.ts';
import { printValue, type Sight } from './values.ts';

/** Where an exchange is printed: the variable that keeps its answer, and the columns of a line. */
export interface Frame {
  readonly variable?: string | undefined;
  readonly room: number;
}

/** `expect(api.post('/books', json: new_book(author))).to conform(201)` */
export function printExchange(step: Step, { variable, room }: Frame, sight: Sight): Doc {
  const { call: made, expect, makes, walk, atOnce, until } = step;
  const links =
    makes === undefined
      ? [
          call('conform', printStatuses(expect.status)),
          ...(atOnce === undefined ? [] : [call('and_others', printStatuses(atOnce.others))]),
          ...(expect.containing === undefined
            ? []
            : [call('containing', withoutBraces(printValue(expect.containing, sight)))]),
          ...printHaving(expect.having),
          ...(expect.checks ?? []).map((check) => printCheck(check, sight)),
        ]
      : [call('be_accepted', printStatuses(expect.status)), ...printHaving(makes.having)];
  const caller = until === undefined ? actors[made.as] : concat(`${actors[made.as]}.`, printAgain(until));
  const request =
    atOnce !== undefined
      ? printAtOnce(made, atOnce, sight)
      : walk !== undefined
        ? printWalk(made, { walk, caller }, sight)
        : printRequest(made, sight, caller);
  if (variable === undefined) return printExpectation(request, links, room);
  return code`
    ${concat(`${variable} = `, request)}
    ${printExpectation(variable, links, room)}
  `;
}

/** `again(3, seconds: 1)` */
function printAgain({ times, seconds, on }: NonNullable<Step['until']>): Doc {
  return call('again', [
    String(times),
    ...(seconds === 0 ? [] : [`seconds: ${seconds}`]),
    ...(on === undefined ? [] : [concat('on: ', array(on.map(printStatus)))]),
  ]);
}

/** The members of a hash that is all of a method's arguments. */
function withoutBraces(value: Doc): readonly Doc[] {
  return typeof value !== 'string' && value.kind === 'brackets' && value.open === '{' ? value.items : [value];
}

/** `api.post('/books', json: new_book(author)).accepted(201, having: '/id')` */
export function printCreation({ call: made, expect }: Fixture, sight: Sight): Doc {
  return concat(printRequest(made, sight), '.', printAccepted(expect));
}

function printAccepted({ status, having = [] }: Acceptance): Doc {
  const [first = '', ...more] = having;
  return call('accepted', [
    ...printStatuses(status),
    ...(having.length === 0
      ? []
      : [concat('having: ', more.length === 0 ? text(first) : array(having.map(text)))]),
  ]);
}

/** On one line; or the matcher on a line of its own; or a request, or a matcher, that is longer than a line. */
function printExpectation(request: Doc, links: readonly Doc[], room: number): Doc {
  const matcher = concat(...links.flatMap((link, index) => (index === 0 ? [link] : ['.', link])));
  const line = concat('expect(', request, ').to ', matcher);
  if (flat(line, room) !== undefined) return line;
  const subject = flat(concat('expect(', request, ')'), room);
  const isShort = flat(concat('.to ', matcher), room - 2) !== undefined;
  if (subject !== undefined && isShort) {
    return code`
      ${subject}
        ${concat('.to ', matcher)}
    `;
  }
  const opened = subject ?? wrapped('expect(', request, ')');
  return concat(opened, isShort ? concat('.to ', matcher) : wrapped('.to(', printChain(links), ')'));
}

/** A link per line. */
function printChain([first = '', ...more]: readonly Doc[]): Doc {
  return code`
    ${first}
      ${more.map((link) => concat('.', link))}
  `;
}

/** `api.at_once(2, 'POST', '/books', json: twin)`; with bodies of their own, `api.at_once(2, 'PUT', …, each: [one, other])`. */
function printAtOnce(made: Call, { times, bodies }: NonNullable<Step['atOnce']>, sight: Sight): Doc {
  const { body, ...bare } = made;
  const parts =
    bodies === undefined
      ? printParts(made, sight)
      : [
          ...printParts(bare, sight),
          concat('each: ', array(bodies.map((value) => printValue(value, sight)))),
          ...printMediaType(body),
        ];
  return call(`${actors[made.as]}.at_once`, [String(times), text(made.method), ...parts]);
}

/** `api.walk('/books', query: { limit: 2 }, items: '/items', key: '/id', size: 'limit', offset: 'offset')` */
function printWalk(
  made: Call,
  { walk: { items, key, size, next }, caller }: { readonly walk: Walk; readonly caller: Doc },
  sight: Sight,
): Doc {
  return concat(
    caller,
    '.',
    call('walk', [
      ...printParts(made, sight),
      ...(items === '' ? [] : [`items: ${text(items)}`]),
      ...(key === undefined ? [] : [`key: ${text(key)}`]),
      ...(size === undefined ? [] : [`size: ${text(size.parameter)}`]),
      ...(size?.most === undefined ? [] : [`most: ${size.most}`]),
      ...(next === undefined ? [] : printNext(next)),
    ]),
  );
}

function printNext(next: NextPage): readonly string[] {
  switch (next.by) {
    case 'offset':
      return [`offset: ${text(next.parameter)}`];
    case 'page':
      return [`page: ${text(next.parameter)}`, ...(next.first === 1 ? [] : [`first: ${next.first}`])];
    case 'cursor':
      return [`cursor: ${text(next.parameter)}`, `at: ${text(next.pointer)}`];
    case 'last-item':
      return [`after: ${text(next.parameter)}`];
    case 'link':
      return ['link: true'];
  }
}

function printRequest(made: Call, sight: Sight, caller: Doc = actors[made.as]): Doc {
  const verb = verbs[made.method];
  const parts = printParts(made, sight);
  const sent = verb === undefined ? call('request', [text(made.method), ...parts]) : call(verb, parts);
  return concat(caller, '.', sent);
}

/** The path, and what is sent with it. */
function printParts({ path, body, credentials, follows, ...made }: Call, sight: Sight): readonly Doc[] {
  const parts = [
    ['path', made.pathParameters],
    ['query', made.query],
    ['headers', made.headers],
    ['cookies', made.cookies],
  ] as const;
  return [
    text(path),
    ...parts.flatMap(([name, value]) =>
      value === undefined ? [] : [concat(`${name}: `, printValue(value, sight))],
    ),
    ...printBody(body, sight),
    ...printCredentials(credentials, sight),
    ...(follows === undefined ? [] : [`url: ${sight.local({ of: 'answer', name: follows })}.location`]),
  ];
}

/** `schemes: ['key']`, or `credentials: { bearer: session['token'] }` */
function printCredentials(carried: CarriedCredentials | undefined, sight: Sight): readonly Doc[] {
  switch (carried?.kind) {
    case undefined:
      return [];
    case 'only':
      return [concat('schemes: ', array(carried.schemes.map(text)))];
    case 'held': {
      const values = Object.entries(carried.values);
      return [
        concat('credentials: ', hash(values.map(([scheme, value]) => [scheme, printValue(value, sight)]))),
      ];
    }
  }
}

const verbs: Readonly<Record<Method, string | undefined>> = {
  GET: 'get',
  PUT: 'put',
  POST: 'post',
  DELETE: 'delete',
  OPTIONS: 'options',
  HEAD: 'head',
  PATCH: 'patch',
  TRACE: undefined,
};

function printBody(body: Body | undefined, sight: Sight): readonly Doc[] {
  if (body === undefined) return [];
  const value = printValue(body.value, sight);
  switch (body.kind) {
    case 'json':
      return [concat('json: ', value), ...printMediaType(body)];
    case 'form':
    case 'multipart':
      return [concat(`${body.kind}: `, value)];
    case 'text':
      return [concat('text: ', array([text(body.mediaType), value]))];
  }
}

/** Of JSON, where it is another one than usual. */
function printMediaType(body: Body | undefined): readonly string[] {
  const isUsual = body?.kind !== 'json' || body.mediaType === 'application/json';
  return isUsual ? [] : [`media_type: ${text(body.mediaType)}`];
}

function printStatuses({ codes, family }: Statuses): readonly Doc[] {
  if (family !== undefined) return [`:${family}`];
  return codes.map(printStatus);
}

/** `404`, or `'2XX'` */
function printStatus(status: number | string): string {
  return typeof status === 'number' ? String(status) : text(status);
}

/** `having('/id')` */
function printHaving(pointers: readonly string[] = []): readonly Doc[] {
  return pointers.length === 0 ? [] : [call('having', pointers.map(text))];
}
