import type { Method } from '../../src/api/api.ts';
import type { Json } from '../../src/api/json.ts';
import type { CarriedCredentials } from '../../src/model/callers.ts';
import type { Acceptance, Check, Expectation, Relation, Statuses } from '../../src/model/expectation.ts';
import type { Body, Call, Fixture, NextPage, Step, Walk } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';
import { code } from '../../src/print/code.ts';
import { bracketed, concat, exploded, flat, type Doc } from '../../src/print/document.ts';
import { call, literal, text } from './go.ts';
import { actors } from './module.ts';
import { printFields, printValue, type Sight } from './values.ts';

/** One link of a chain of calls: `Conforms(201)`. */
interface Link {
  readonly name: string;
  readonly args: readonly Doc[];
}

/** What is done with the answer. */
export interface Frame {
  /** What stands in front of the call: `created := `, `return `, or nothing. */
  readonly start: string;
  /** Columns of a line. */
  readonly room: number;
}

/** One exchange: `created := api(t).Post("/books", JSON(newBook(author))).Conforms(201)` */
export function printExchange(step: Step, frame: Frame, sight: Sight): Doc {
  const { call: made, expect, makes, walk, atOnce, until } = step;
  if (atOnce !== undefined) return printRace(made, { expect, atOnce, frame }, sight);
  const links = [
    ...(makes === undefined
      ? printConforms(expect, sight)
      : printAccepted({ status: expect.status, ...makes })),
    ...(expect.checks ?? []).map((check) => printCheck(check, sight)),
  ];
  const request = walk === undefined ? printRequest(made, sight) : printWalk(made, walk, sight);
  return printChain(until === undefined ? request : patiently(request, until), links, frame);
}

/** `api(t).Again(Patience{Times: 3, Seconds: 1}).Get("/orders/{orderId}")` */
function patiently({ name, args }: Link, { times, seconds, on }: NonNullable<Step['until']>): Link {
  const [actor, ...verb] = name.split('.');
  const said = [
    `Times: ${times}`,
    ...(seconds === 0 ? [] : [`Seconds: ${seconds}`]),
    ...(on === undefined ? [] : [`On: []Status{${on.map(printStatus).join(', ')}}`]),
  ];
  return { name: [actor, `Again(Patience{${said.join(', ')}})`, ...verb].join('.'), args };
}

interface Race {
  readonly expect: Expectation;
  readonly atOnce: NonNullable<Step['atOnce']>;
  readonly frame: Frame;
}

/**
 * `api(t).AtOnce(2, "POST", "/books", JSON(twin)).Others(409).Conform(201)`; with bodies of their own,
 * `api(t).AtOnce(2, "PUT", …, Each{JSON(one), JSON(other)})`.
 */
function printRace(made: Call, { expect, atOnce, frame }: Race, sight: Sight): Doc {
  const { body, ...bare } = made;
  const parts =
    atOnce.bodies === undefined
      ? partsOf(made, sight)
      : [...partsOf(bare, sight), printEach(atOnce.bodies, body, sight)];
  const request = {
    name: `${actors[made.as]}(t).AtOnce`,
    args: [String(atOnce.times), text(made.method), text(made.path), ...parts],
  };
  const links = [
    { name: 'Others', args: printStatuses(atOnce.others) },
    { name: 'Conform', args: printStatuses(expect.status) },
  ];
  return printChain(request, links, frame);
}

function printEach(bodies: readonly Value[], body: Body | undefined, sight: Sight): Doc {
  const mediaType = body?.kind === 'json' ? body.mediaType : 'application/json';
  const printed = bodies.map((value) => concat(...printBody({ kind: 'json', mediaType, value }, sight)));
  return bracketed('Each{', printed, '}');
}

/** What makes a thing: `return api(t).Post("/books", JSON(newBook(author))).Having("/id").Accepted(201)` */
export function printCreation({ call: made, expect }: Fixture, frame: Frame, sight: Sight): Doc {
  return printChain(printRequest(made, sight), printAccepted(expect), frame);
}

/**
 * A request and what is asked of its answer: on one line, or one link per line. Where the request alone is too long, its
 * parts have lines of their own.
 */
function printChain(request: Link, links: readonly Link[], { start, room }: Frame): Doc {
  const chain = links.map(({ name, args }) => call(name, args));
  const whole = concat(start, printLink(request), ...chain.flatMap((link) => ['.', link]));
  if (flat(whole, room) !== undefined) return whole;
  const isShort = flat(concat(start, printLink(request), '.'), room) !== undefined;
  const head = isShort ? printLink(request) : exploded(`${request.name}(`, request.args, ')');
  const rest = flat(
    concat(').', ...chain.flatMap((link, index) => (index === 0 ? [link] : ['.', link]))),
    room,
  );
  if (!isShort && rest !== undefined) return concat(start, head, rest.slice(1));
  const last = chain.length - 1;
  return code`
    ${concat(start, head, '.')}
      ${chain.map((link, index) => (index === last ? link : concat(link, '.')))}
  `;
}

function printLink({ name, args }: Link): Doc {
  return call(name, args);
}

/** `api(t).Walk("/books", Pages{Items: "/items", Key: "/id", Size: "limit", Offset: "offset"}, Query{{"limit", 2}})` */
function printWalk(made: Call, { items, key, size, next }: Walk, sight: Sight): Link {
  const pages = [
    ...(items === '' ? [] : [`Items: ${text(items)}`]),
    ...(key === undefined ? [] : [`Key: ${text(key)}`]),
    ...(size === undefined ? [] : [`Size: ${text(size.parameter)}`]),
    ...(size?.most === undefined ? [] : [`Most: ${size.most}`]),
    ...(next === undefined ? [] : printNext(next)),
  ];
  return {
    name: `${actors[made.as]}(t).Walk`,
    args: [text(made.path), `Pages{${pages.join(', ')}}`, ...partsOf(made, sight)],
  };
}

function printNext(next: NextPage): readonly string[] {
  switch (next.by) {
    case 'offset':
      return [`Offset: ${text(next.parameter)}`];
    case 'page':
      return [`Page: ${text(next.parameter)}`, `First: ${next.first}`];
    case 'cursor':
      return [`Cursor: ${text(next.parameter)}`, `At: ${text(next.pointer)}`];
    case 'last-item':
      return [`After: ${text(next.parameter)}`];
    case 'link':
      return ['Link: true'];
  }
}

function printRequest(made: Call, sight: Sight): Link {
  const verb = verbs[made.method];
  return {
    name: `${actors[made.as]}(t).${verb ?? 'Request'}`,
    args: [...(verb === undefined ? [text(made.method)] : []), text(made.path), ...partsOf(made, sight)],
  };
}

function partsOf({ credentials, follows, body, ...made }: Call, sight: Sight): readonly Doc[] {
  const fields = [
    ['Path', made.pathParameters],
    ['Query', made.query],
    ['Headers', made.headers],
    ['Cookies', made.cookies],
  ] as const;
  return [
    ...fields.flatMap(([type, value]) => (value === undefined ? [] : [printTyped(type, value, sight)])),
    ...printBody(body, sight),
    ...printCredentials(credentials, sight),
    ...(follows === undefined ? [] : [`URL(${sight.local({ of: 'answer', name: follows })}.Location())`]),
  ];
}

function printTyped(type: string, value: Value, sight: Sight): Doc {
  return printFields(value, { type, made: `${type.toLowerCase()}Of` }, sight);
}

/** `Schemes{"key"}`, or `Holding{{"bearer", session.At("/token")}}` */
function printCredentials(carried: CarriedCredentials | undefined, sight: Sight): readonly Doc[] {
  switch (carried?.kind) {
    case undefined:
      return [];
    case 'only':
      return [bracketed('Schemes{', carried.schemes.map(text), '}')];
    case 'held':
      return [printTyped('Holding', { kind: 'object', members: carried.values }, sight)];
  }
}

const verbs: Readonly<Record<Method, string | undefined>> = {
  GET: 'Get',
  PUT: 'Put',
  POST: 'Post',
  DELETE: 'Delete',
  OPTIONS: 'Options',
  HEAD: 'Head',
  PATCH: 'Patch',
  TRACE: undefined,
};

function printBody(body: Body | undefined, sight: Sight): readonly Doc[] {
  switch (body?.kind) {
    case undefined:
      return [];
    case 'json':
      return body.mediaType === 'application/json'
        ? [hugging('JSON(', printValue(body.value, sight))]
        : [hugging(`JSONAs(${text(body.mediaType)}, `, printValue(body.value, sight))];
    case 'form':
      return [printTyped('Form', body.value, sight)];
    case 'multipart':
      return [printTyped('Multipart', body.value, sight)];
    case 'text':
      return [call('Text', [text(body.mediaType), printValue(body.value, sight)])];
  }
}

/** A call whose last argument breaks where it doesn't fit, and not the call. */
function hugging(start: string, value: Doc): Doc {
  return concat(start, value, ')');
}

function printConforms({ status, containing, having }: Expectation, sight: Sight): readonly Link[] {
  return [
    ...(containing === undefined ? [] : [{ name: 'Containing', args: [printValue(containing, sight)] }]),
    ...printHaving(having),
    { name: 'Conforms', args: printStatuses(status) },
  ];
}

function printAccepted({ status, having }: Acceptance): readonly Link[] {
  return [...printHaving(having), { name: 'Accepted', args: printStatuses(status) }];
}

/** `Having("/id")` */
function printHaving(pointers: readonly string[] = []): readonly Link[] {
  return pointers.length === 0 ? [] : [{ name: 'Having', args: pointers.map(text) }];
}

const families: Readonly<Record<NonNullable<Statuses['family']>, string>> = {
  forbidden: 'Forbidden',
  invalid: 'Invalid',
  missing: 'Missing',
  unauthenticated: 'Unauthenticated',
};

function printStatuses({ codes, family }: Statuses): readonly string[] {
  if (family !== undefined) return [`${families[family]}...`];
  return codes.map(printStatus);
}

function printStatus(code: number | string): string {
  return typeof code === 'number' ? String(code) : `Any${code}`;
}

const relations: Readonly<Record<Relation, string>> = {
  equals: 'Equals',
  'at-least': 'AtLeast',
  'at-most': 'AtMost',
  contains: 'Contains',
};

function printIn(pointer: string): readonly string[] {
  return pointer === '' ? [] : [`In(${text(pointer)})`];
}

function printCheck(check: Check, sight: Sight): Link {
  switch (check.kind) {
    case 'lists':
      return { name: 'Lists', args: [printValue(check.item, sight), ...printIn(check.pointer)] };
    case 'lacks':
      return { name: 'Lacks', args: [printValue(check.item, sight), ...printIn(check.pointer)] };
    case 'either':
      return { name: 'IsEither', args: check.values.map((value) => printValue(value, sight)) };
    case 'forgets':
      return { name: 'Forgets', args: [printValue(check.members, sight), ...printIn(check.pointer)] };
    case 'every': {
      const relation = call(relations[check.relation], [printValue(check.value, sight)]);
      return { name: 'Every', args: [text(check.member), relation, ...printIn(check.pointer)] };
    }
    case 'sorted': {
      const order = { ascending: 'Ascending', descending: 'Descending' }[check.order];
      return { name: 'SortedBy', args: [text(check.member), order, ...printIn(check.pointer)] };
    }
    case 'empty':
      return { name: 'IsEmpty', args: printIn(check.pointer) };
    case 'meets': {
      const schema = literal(check.schema as Json, sight.imports);
      return check.of === 'header'
        ? { name: 'HeaderMeets', args: [text(check.header), schema] }
        : { name: 'Meets', args: [schema] };
    }
    case 'allows':
      return { name: 'Allows', args: check.methods.map(text) };
  }
}
