import type { Method } from '../../src/api/api.ts';
import type { Json } from '../../src/api/json.ts';
import type { CarriedCredentials } from '../../src/model/callers.ts';
import type { Acceptance, Check, Expectation, Relation, Statuses } from '../../src/model/expectation.ts';
import type { Body, Call, Fixture, NextPage, Step, Walk } from '../../src/model/model.ts';
import { bracketed, concat, exploded, flat, gathered, type Doc, wrapped } from '../../src/print/document.ts';
import { code } from '../../src/print/code.ts';
import { support } from './reserved.ts';
import { actors } from './module.ts';
import { call, dict, list, literal, text, tuple } from './python.ts';
import { printValue, type Sight } from './values.ts';

/** One link of a chain of calls: `.conforms(201)`. */
interface Link {
  readonly name: string;
  readonly args: readonly Doc[];
  /** Whether its arguments are statuses alone. */
  readonly says?: 'statuses' | 'more';
}

/** What is done with the answer: nothing, or it is kept or returned, or its body alone. */
export interface Frame {
  /** What stands in front of the call: `created = `, `return `, or nothing. */
  readonly start: string;
  readonly tail?: '.body';
  /** Columns of a line. */
  readonly room: number;
}

/** One exchange: `created = api.post("/books", json=new_book()).conforms(201).body` */
export function printExchange(step: Step, frame: Frame, sight: Sight): Doc {
  const { call: made, expect, makes, walk, atOnce, until } = step;
  if (atOnce !== undefined) return printRace(made, { expect, atOnce, frame }, sight);
  const links = [
    makes === undefined
      ? printConforms(expect, sight)
      : printAccepted({ status: expect.status, ...makes }, sight),
    ...(expect.checks ?? []).map((check) => printCheck(check, sight)),
  ];
  const request = walk === undefined ? printRequest(made, sight) : printWalk(made, walk, sight);
  return printChain(until === undefined ? request : patiently(request, until), { ...frame, links });
}

/** `api.again(3, seconds=1).get("/orders/{orderId}")` */
function patiently({ name, args }: Link, { times, seconds, on }: NonNullable<Step['until']>): Link {
  const [actor, ...verb] = name.split('.');
  const said = [
    String(times),
    ...(seconds === 0 ? [] : [`seconds=${seconds}`]),
    ...(on === undefined
      ? []
      : [`on=[${on.map((code) => (typeof code === 'number' ? code : text(code))).join(', ')}]`]),
  ];
  return { name: [actor, `again(${said.join(', ')})`, ...verb].join('.'), args };
}

interface Race {
  readonly expect: Expectation;
  readonly atOnce: NonNullable<Step['atOnce']>;
  readonly frame: Frame;
}

/**
 * `api.at_once(2, "POST", "/books", json=twin).conform(201, others=[409])`; with bodies of their own,
 * `api.at_once(2, "PUT", …, each=[one, other])`.
 */
function printRace(made: Call, { expect, atOnce, frame }: Race, sight: Sight): Doc {
  const { bodies } = atOnce;
  const { body, ...bare } = made;
  const { name, args } = printRequest({ ...(bodies ? bare : made), method: 'TRACE' }, sight);
  const each = bodies && concat('each=', list(bodies.map((value) => printValue(value, sight))));
  const request = {
    name: name.replace(/\.request$/, '.at_once'),
    args: [
      String(atOnce.times),
      text(made.method),
      ...args.slice(1),
      ...(each ? [each, ...printMediaType(body)] : []),
    ],
  };
  const { args: others } = printJudgement('others', { status: atOnce.others, member: [] }, sight);
  const judged = printJudgement(
    'conform',
    { status: expect.status, member: [concat('others=', list(others))] },
    sight,
  );
  return printChain(request, { ...frame, links: [judged] });
}

/** What makes a thing: `return api.post("/books", json=new_book()).accepted(201, having="/id").body` */
export function printCreation({ call: made, expect }: Fixture, frame: Frame, sight: Sight): Doc {
  return printChain(printRequest(made, sight), { ...frame, links: [printAccepted(expect, sight)] });
}

/** A request and what is asked of its answer, as `ruff format` lays it out. */
function printChain(
  request: Link,
  {
    links,
    start,
    tail = '',
    room,
  }: Omit<Frame, 'tail'> & { readonly tail?: string; readonly links: readonly Link[] },
): Doc {
  const chain = concat(printLink(request), ...links.map((link) => printLink(link, '.')), tail);
  const line = flat(concat(start, chain), room);
  if (line !== undefined) return line;
  const inside = start === '' ? undefined : flat(chain, room - 4);
  if (inside !== undefined) return concat(start, wrapped('(', inside, ')'));
  const [first, ...more] = links;
  if (first === undefined || more.length > 0 || tail !== '') return fluent(start, request, { links, tail });
  return concat(start, single(request, first, room - start.length));
}

function printLink({ name, args }: Link, dot = ''): Doc {
  return call(dot + name, args);
}

/** The layout of a chain of three and more: in parentheses, one link per line. */
function fluent(
  start: string,
  request: Link,
  { links, tail }: { readonly links: readonly Link[]; readonly tail: string },
): Doc {
  return code`
    ${start}(
      ${printLink(request)}
      ${links.map((link) => printLink(link, '.'))}
      ${tail}
    )
  `;
}

/**
 * The layout of a request and one link. Statuses stay together: only a link that says more than them breaks, and only
 * behind a request that fits on its line.
 */
function single(request: Link, link: Link, room: number): Doc {
  const isShort = flat(printLink(request), room - link.name.length - 2) !== undefined;
  const start =
    isShort && link.says === 'more' ? printLink(request) : exploded(`${request.name}(`, request.args, ')');
  return concat(start, printLink(link, '.'));
}

/** `api.walk("/books", query={"limit": 2}, items="/items", key="/id", size="limit", offset="offset")` */
function printWalk(made: Call, { items, key, size, next }: Walk, sight: Sight): Link {
  const { args } = printRequest(made, sight);
  const named = [
    ...(items === '' ? [] : [`items=${text(items)}`]),
    ...(key === undefined ? [] : [`key=${text(key)}`]),
    ...(size === undefined ? [] : [`size=${text(size.parameter)}`]),
    ...(size?.most === undefined ? [] : [`most=${size.most}`]),
    ...(next === undefined ? [] : printNext(next)),
  ];
  return { name: `${actors[made.as]}.walk`, args: [...args, ...named] };
}

function printNext(next: NextPage): readonly string[] {
  switch (next.by) {
    case 'offset':
      return [`offset=${text(next.parameter)}`];
    case 'page':
      return [`page=${text(next.parameter)}`, ...(next.first === 1 ? [] : [`first=${next.first}`])];
    case 'cursor':
      return [`cursor=${text(next.parameter)}`, `at=${text(next.pointer)}`];
    case 'last-item':
      return [`after=${text(next.parameter)}`];
    case 'link':
      return ['link=True'];
  }
}

function printRequest({ as, credentials, follows, method, path, body, ...call }: Call, sight: Sight): Link {
  const verb = verbs[method];
  const parts = [
    ['path', call.pathParameters],
    ['query', call.query],
    ['headers', call.headers],
    ['cookies', call.cookies],
  ] as const;
  const named = parts.flatMap(([name, value]) =>
    value === undefined ? [] : [concat(`${name}=`, printValue(value, sight))],
  );
  return {
    name: `${actors[as]}.${verb ?? 'request'}`,
    args: [
      ...(verb === undefined ? [text(method)] : []),
      text(path),
      ...named,
      ...printBody(body, sight),
      ...printCredentials(credentials, sight),
      ...(follows === undefined
        ? []
        : [concat('url=', sight.local({ of: 'answer', name: follows }), '.location')]),
    ],
  };
}

/** `schemes=["key"]`, or `credentials={"bearer": session["token"]}` */
function printCredentials(carried: CarriedCredentials | undefined, sight: Sight): readonly Doc[] {
  switch (carried?.kind) {
    case undefined:
      return [];
    case 'only':
      return [concat('schemes=', list(carried.schemes.map(text)))];
    case 'held': {
      const values = Object.entries(carried.values);
      return [
        concat('credentials=', dict(values.map(([scheme, value]) => [scheme, printValue(value, sight)]))),
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
      return [concat('json=', value), ...printMediaType(body)];
    case 'form':
    case 'multipart':
      return [concat(`${body.kind}=`, value)];
    case 'text':
      return [concat('text=', tuple([text(body.mediaType), value]))];
  }
}

/** Of JSON, where it is another one than usual. */
function printMediaType(body: Body | undefined): readonly string[] {
  const isUsual = body?.kind !== 'json' || body.mediaType === 'application/json';
  return isUsual ? [] : [`media_type=${text(body.mediaType)}`];
}

function printConforms({ status, containing, having }: Expectation, sight: Sight): Link {
  const member = containing === undefined ? [] : [concat('containing=', printValue(containing, sight))];
  return printJudgement('conforms', { status, member: [...member, ...printHaving(having)] }, sight);
}

function printAccepted({ status, having }: Acceptance, sight: Sight): Link {
  return printJudgement('accepted', { status, member: printHaving(having) }, sight);
}

/** `having="/id"` */
function printHaving(pointers: readonly string[] = []): readonly Doc[] {
  const [first, ...more] = pointers.map(text);
  if (first === undefined) return [];
  return [concat('having=', more.length === 0 ? first : tuple([first, ...more]))];
}

function printJudgement(
  name: string,
  { status: { codes, family }, member }: { readonly status: Statuses; readonly member: readonly Doc[] },
  sight: Sight,
): Link {
  const expected =
    family === undefined
      ? codes.map((code) => (typeof code === 'number' ? String(code) : text(code)))
      : [sight.imports.use('itc_support', support.families[family])];
  return { name, args: [...expected, ...member], says: member.length === 0 ? 'statuses' : 'more' };
}

const relations: Readonly<Record<Relation, string>> = {
  equals: 'equals',
  'at-least': 'at_least',
  'at-most': 'at_most',
  contains: 'contains',
};

function printAtPointer(pointer: string): readonly string[] {
  return pointer === '' ? [] : [`at=${text(pointer)}`];
}

function printCheck(check: Check, sight: Sight): Link {
  switch (check.kind) {
    case 'lists':
    case 'lacks':
      return {
        name: check.kind,
        args: [printValue(check.item, sight), ...printAtPointer(check.pointer)],
      };
    case 'either':
      return { name: 'is_either', args: check.values.map((value) => printValue(value, sight)) };
    case 'forgets':
      return { name: check.kind, args: [printValue(check.members, sight), ...printAtPointer(check.pointer)] };
    case 'every':
      return {
        name: check.kind,
        args: [
          text(check.member),
          concat(`${relations[check.relation]}=`, printValue(check.value, sight)),
          ...printAtPointer(check.pointer),
        ],
      };
    case 'sorted':
      return {
        name: check.kind,
        args: [
          text(check.member),
          ...(check.order === 'descending' ? ['descending=True'] : []),
          ...printAtPointer(check.pointer),
        ],
      };
    case 'empty':
      return { name: 'is_empty', args: printAtPointer(check.pointer) };
    case 'meets':
      return {
        name: check.kind,
        args: [
          literal(check.schema as Json),
          ...(check.of === 'header' ? [`header=${text(check.header)}`] : []),
        ],
      };
    case 'allows':
      return { name: check.kind, args: check.methods.map(text) };
  }
}

/**
 * `name = value` or `return value`; a text that is too long goes into parentheses where it then fits, and so does a call
 * whose very name is too long for the line.
 */
export function printAssigned(start: string, value: Doc, room: number): Doc {
  if (flat(concat(start, value), room) !== undefined) return concat(start, value);
  const isLongName =
    typeof value !== 'string' &&
    value.kind === 'brackets' &&
    value.open.length > 1 &&
    flat(start + value.open, room) === undefined &&
    flat(value.open, room - 4) !== undefined;
  const mayMove = isLongName || (typeof value === 'string' && flat(value, room - 4) !== undefined);
  return concat(start, mayMove ? wrapped('(', value, ')') : value);
}

/** `def name(a, b):`; the comma behind a single parameter that has a line of its own is Ruff's. */
export function signature(name: string, parameters: readonly string[]): Doc {
  const list = parameters.length === 1 ? bracketed : gathered;
  return concat(list(`def ${name}(`, parameters, ')'), ':');
}
