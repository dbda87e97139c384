import type { Body, Call, Check, Expectation, Method, Step } from '../../src/model/model.ts';
import { bracketed, concat, exploded, flat, gathered, type Doc, wrapped } from '../../src/print/document.ts';
import { code } from '../../src/print/code.ts';
import { support } from './reserved.ts';
import { call, text, tuple } from './python.ts';
import { printValue, type Sight } from './values.ts';

/** One link of a chain of calls: `.conforms(201)`. */
interface Link {
  readonly name: string;
  readonly args: readonly Doc[];
  /** Whether its arguments are statuses alone. */
  readonly says?: 'statuses' | 'more';
}

/** What is done with the answer's body: nothing, or it is kept or returned. */
export interface Frame {
  /** What stands in front of the call: `created = `, `return `, or nothing. */
  readonly start: string;
  /** Columns of a line. */
  readonly room: number;
}

/** One exchange: `created = api.post("/books", json=new_book()).conforms(201).body`, as `ruff format` lays it out. */
export function printExchange({ call: made, expect }: Step, { start, room }: Frame, sight: Sight): Doc {
  const request = printRequest(made, sight);
  const links = [
    printConforms(expect, sight),
    ...(expect.checks ?? []).map((check) => printCheck(check, sight)),
  ];
  const tail = start === '' ? '' : '.body';
  const chain = concat(printLink(request), ...links.map((link) => printLink(link, '.')), tail);
  const line = flat(concat(start, chain), room);
  if (line !== undefined) return line;
  const inside = start === '' ? undefined : flat(chain, room - 4);
  if (inside !== undefined) return concat(start, wrapped('(', inside, ')'));
  const [first, ...more] = links;
  if (first === undefined || more.length > 0 || tail !== '') return fluent(start, request, { links, tail });
  return single(request, first, room);
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

function printRequest({ as, method, path, body, ...call }: Call, sight: Sight): Link {
  const actor = { user: 'api', anonymous: 'anonymous', malformed: 'malformed' }[as];
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
    name: `${actor}.${verb ?? 'request'}`,
    args: [...(verb === undefined ? [text(method)] : []), text(path), ...named, ...printBody(body, sight)],
  };
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
        concat('json=', value),
        ...(body.mediaType === 'application/json' ? [] : [`media_type=${text(body.mediaType)}`]),
      ];
    case 'form':
    case 'multipart':
      return [concat(`${body.kind}=`, value)];
    case 'text':
      return [concat('text=', tuple([text(body.mediaType), value]))];
  }
}

function printConforms({ status, containing }: Expectation, sight: Sight): Link {
  const codes = status.codes.map((code) => (typeof code === 'number' ? String(code) : text(code)));
  const expected =
    status.family === undefined ? codes : [sight.imports.use('itc_support', support.families[status.family])];
  const member = containing === undefined ? [] : [concat('containing=', printValue(containing, sight))];
  const says = member.length === 0 ? 'statuses' : 'more';
  return { name: 'conforms', args: [...expected, ...member], says };
}

function printCheck(check: Check, sight: Sight): Link {
  switch (check.kind) {
    case 'lists':
      return {
        name: 'lists',
        args: [printValue(check.item, sight), ...(check.pointer === '' ? [] : [`at=${text(check.pointer)}`])],
      };
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
