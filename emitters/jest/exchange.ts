import type {
  Acceptance,
  Body,
  Call,
  CarriedCredentials,
  Check,
  Expectation,
  Method,
  NextPage,
  Relation,
  Statuses,
  Step,
  Walk,
} from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { concat, flat, wrapped, type Doc } from '../../src/print/document.ts';
import { actors } from './module.ts';
import { support } from './reserved.ts';
import { array, call, object, text } from './typescript.ts';
import { printValue, type Sight } from './values.ts';

/** What is done with the answer: nothing, or it is kept. */
export interface Frame {
  /** What stands in front of the call: `const created = `, or nothing. */
  readonly start: string;
  /** Columns of a line. */
  readonly room: number;
}

/** One exchange: `await api.post('/books').send(newBook(author)).expect(conforms(201));` */
export function printExchange(step: Step, frame: Frame, sight: Sight): Doc {
  const { call: made, expect, makes, walk, atOnce } = step;
  const check =
    makes === undefined
      ? printConforms(expect, sight)
      : printAccepted({ status: expect.status, ...makes }, sight);
  const checks = [check, ...(expect.checks ?? []).map((one) => printCheck(one, sight))];
  const race =
    atOnce && call('.atOnce', [String(atOnce.times), object([['others', array(codesOf(atOnce.others))]])]);
  const links = [
    ...printRequest(made, sight),
    ...(walk === undefined ? [] : [printWalk(walk)]),
    ...(race === undefined ? [] : [race]),
    ...checks.map((one) => call('.expect', [one])),
  ];
  return printChain(sight.imports.use('itc', actors[made.as]), links, frame);
}

/** What makes a thing: `await api.post('/books').send(newBook).expect(accepted(201, { having: '/id' }));` */
export function printCreation(
  { call: made, expect }: { readonly call: Call; readonly expect: Acceptance },
  frame: Frame,
  sight: Sight,
): Doc {
  const links = [...printRequest(made, sight), call('.expect', [printAccepted(expect, sight)])];
  return printChain(sight.imports.use('itc', actors[made.as]), links, frame);
}

/** A chain of calls as Prettier lays it out: each has a line of its own where one does not do for all. */
function printChain(head: string, links: readonly Doc[], { start, room }: Frame): Doc {
  const chain = concat(`${start}await ${head}`, ...links, ';');
  const mayBeOne = links.length < 3 || links.every(isSimple);
  if (mayBeOne && flat(chain, room) !== undefined) return chain;
  const [first = '', last = ''] = links;
  // An object that breaks inside of the last link keeps the other one on its line; one that does not, does not.
  const breaksLast = flat(last, room - 4 + '.expect('.length) === undefined;
  const opened = concat(`${start}await ${head}`, first, '.expect(');
  if (links.length === 2 && breaksLast && flat(opened, room) !== undefined) return chain;
  return code`
    ${start}await ${head}
      ${links.slice(0, -1)}
      ${concat(links.at(-1) ?? '', ';')}
  `;
}

/** Whether Prettier counts the arguments of a link as simple: no sum, no template with more than names. */
function isSimple(link: Doc): boolean {
  return !(flat(link, Infinity) ?? '').includes('`');
}

/** `.walk({ items: '/items', key: '/id', size: 'limit', offset: 'offset' })` */
function printWalk({ items, key, size, next }: Walk): Doc {
  const options: (readonly [string, Doc])[] = [
    ...(items === '' ? [] : [['items', text(items)] as const]),
    ...(key === undefined ? [] : [['key', text(key)] as const]),
    ...(size === undefined ? [] : [['size', text(size.parameter)] as const]),
    ...(size?.most === undefined ? [] : [['most', String(size.most)] as const]),
    ...(next === undefined ? [] : printNext(next)),
  ];
  return call('.walk', options.length === 0 ? [] : [object(options)]);
}

function printNext(next: NextPage): readonly (readonly [string, Doc])[] {
  switch (next.by) {
    case 'offset':
      return [['offset', text(next.parameter)]];
    case 'page':
      return [
        ['page', text(next.parameter)],
        ...(next.first === 1 ? [] : [['first', String(next.first)] as const]),
      ];
    case 'cursor':
      return [
        ['cursor', text(next.parameter)],
        ['at', text(next.pointer)],
      ];
    case 'last-item':
      return [['after', text(next.parameter)]];
    case 'link':
      return [['link', 'true']];
  }
}

function printRequest(made: Call, sight: Sight): readonly Doc[] {
  const { method, path, pathParameters, query, headers, cookies, body, credentials, follows } = made;
  const verb = verbs[method];
  const target = [text(path), ...(pathParameters === undefined ? [] : [printValue(pathParameters, sight)])];
  return [
    verb === undefined ? call('.request', [text(method), ...target]) : call(`.${verb}`, target),
    ...(follows === undefined
      ? []
      : [call('.at', [`${sight.local({ of: 'answer', name: follows })}.location`])]),
    ...(query === undefined ? [] : [call('.query', [printValue(query, sight)])]),
    ...(headers === undefined ? [] : [call('.set', [printValue(headers, sight)])]),
    ...(cookies === undefined ? [] : [call('.cookies', [printValue(cookies, sight)])]),
    ...printCredentials(credentials, sight),
    ...printBody(body, sight),
  ];
}

function printCredentials(carried: CarriedCredentials | undefined, sight: Sight): readonly Doc[] {
  switch (carried?.kind) {
    case undefined:
      return [];
    case 'only':
      return [call('.schemes', carried.schemes.map(text))];
    case 'held': {
      const values = Object.entries(carried.values);
      return [
        call('.credentials', [object(values.map(([scheme, value]) => [scheme, printValue(value, sight)]))]),
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
      return [
        ...(body.mediaType === 'application/json' ? [] : [call('.type', [text(body.mediaType)])]),
        call('.send', [value]),
      ];
    case 'form':
    case 'multipart':
      return [call(`.${body.kind}`, [value])];
    case 'text':
      return [call('.text', [text(body.mediaType), value])];
  }
}

function printConforms({ status, containing }: Expectation, sight: Sight): Doc {
  const options: readonly (readonly [string, Doc])[] =
    containing === undefined ? [] : [['containing', printValue(containing, sight)]];
  return printJudgement('conforms', { status, options }, sight);
}

function printAccepted({ status, having }: Acceptance, sight: Sight): Doc {
  const options: readonly (readonly [string, Doc])[] = having === undefined ? [] : [['having', text(having)]];
  return printJudgement('accepted', { status, options }, sight);
}

interface Judgement {
  readonly status: Statuses;
  readonly options: readonly (readonly [string, Doc])[];
}

function printJudgement(name: string, { status, options }: Judgement, sight: Sight): Doc {
  const expected =
    status.family === undefined
      ? codesOf(status)
      : [sight.imports.use('itc', support.families[status.family])];
  return call(sight.imports.use('itc', name), [
    ...expected,
    ...(options.length === 0 ? [] : [object(options)]),
  ]);
}

function codesOf({ codes }: Statuses): readonly string[] {
  return codes.map((one) => (typeof one === 'number' ? String(one) : text(one)));
}

const relations: Readonly<Record<Relation, string>> = {
  equals: 'equals',
  'at-least': 'atLeast',
  'at-most': 'atMost',
  contains: 'contains',
};

function printCheck(check: Check, sight: Sight): Doc {
  const use = (name: string, args: readonly Doc[]) => call(sight.imports.use('itc', name), args);
  const at: readonly (readonly [string, Doc])[] =
    !('pointer' in check) || check.pointer === '' ? [] : [['at', text(check.pointer)]];
  const place = at.length === 0 ? [] : [object(at)];
  switch (check.kind) {
    case 'lists':
    case 'lacks':
      return use(check.kind, [printValue(check.item, sight), ...place]);
    case 'forgets':
      return use(check.kind, [printValue(check.members, sight), ...place]);
    case 'every':
      return use(check.kind, [
        text(check.member),
        object([[relations[check.relation], printValue(check.value, sight)], ...at]),
      ]);
    case 'sorted': {
      const options = [...(check.order === 'descending' ? [['descending', 'true'] as const] : []), ...at];
      return use(check.kind, [text(check.member), ...(options.length === 0 ? [] : [object(options)])]);
    }
    case 'empty':
      return use('isEmpty', place);
    case 'allows':
      return use(check.kind, check.methods.map(text));
  }
}

/** `const name = value;`; a text that is too long goes onto the next line. */
export function printAssigned(start: string, value: Doc, room: number): Doc {
  const whole = concat(start, value, ';');
  const mayMove = typeof value === 'string' && /^['"]/.test(value) && flat(whole, room) === undefined;
  return mayMove ? concat(wrapped(start.trimEnd(), value, ''), ';') : whole;
}
