import type { Operation } from '../../api/api.ts';
import type { Condition, Operand, Unread } from '../../api/conditions.ts';
import type { JsonSchema, Schemas } from '../../api/json-schema.ts';
import { isJson, successes } from '../../api/resources.ts';
import { memberAt, parts, pointerTokens, types } from '../../api/schema-shape.ts';
import type { Criterion } from '../../api/workflows.ts';
import type { Check, Statuses } from '../../model/expectation.ts';
import { literal, object, type Value } from '../../model/value.ts';
import { narrowed } from './narrowed.ts';
import { hasCases, schemaOf } from './schema-of.ts';
import { codesOf, statusesOf } from './statuses.ts';

/** What the criteria of a step promise of its answer, as far as a suite can check it. */
export interface Promised {
  /** Absent: nothing is said of the status. */
  readonly codes?: Statuses['codes'];
  readonly containing: readonly Value[];
  readonly checks: readonly Check[];
  /** The criteria that are not checked, and why. */
  readonly unread: readonly (Criterion & Unread)[];
}

/** Where criteria stand. */
export interface Around {
  readonly operation: Operation;
  readonly schemas: Schemas;
  /** What an expression on an earlier step means; undefined: a suite cannot know. */
  meaning(expression: string): Value | undefined;
}

/**
 * What criteria ask of an answer (Arazzo 1.0 §4.6.11), all of them together: a status; members of its body that equal
 * something; and whatever else a JSON Schema says of its body or of one of its headers.
 */
export function readCriteria(criteria: readonly Criterion[], around: Around): Promised {
  const { statuses, others, unread } = sortCriteria(criteria);
  // No story goes on with the fault of a server.
  const left = statuses && codesOf(statuses, around.operation).filter(isNoFault);
  const codes = left?.length === 0 ? undefined : left;
  if (left?.length === 0)
    unread.push({ ...criteria[0]!, unread: 'leaves no status with which a story goes on' });
  const isSuccess = codes === undefined || codes.some((code) => String(code).startsWith('2'));
  const answer = isSuccess ? onlyAnswer(around.operation) : undefined;
  const containing: Value[] = [];
  const checks: Check[] = [];
  for (const { criterion, part } of others) {
    const found = memberOf(part, { ...around, answer }) ?? checkOf(part, { ...around, answer });
    if (typeof found === 'string') unread.push({ ...criterion, unread: found });
    else if ('check' in found) checks.push(found.check);
    else containing.push(found.member);
  }
  return { ...(codes && { codes }), containing, checks, unread };
}

/** What every success has in its body, where there is one thing only that it may have. */
function onlyAnswer(operation: Operation): JsonSchema | undefined {
  const contents = successes(operation).flatMap((response) => response.contents);
  return contents.length === 1 && isJson(contents[0]!.mediaType) ? contents[0]!.schema : undefined;
}

function isNoFault(code: number | '2XX' | '4XX' | '5XX'): code is number | '2XX' | '4XX' {
  return code !== '5XX' && !(typeof code === 'number' && code >= 500);
}

/** The statuses that criteria leave, and what else they ask. */
export interface Sorted {
  readonly statuses: ReadonlySet<number> | undefined;
  readonly others: readonly { readonly criterion: Criterion; readonly part: Condition }[];
  readonly unread: (Criterion & Unread)[];
}

export function sortCriteria(criteria: readonly Criterion[]): Sorted {
  let statuses: ReadonlySet<number> | undefined;
  const others: { readonly criterion: Criterion; readonly part: Condition }[] = [];
  const unread: (Criterion & Unread)[] = [];
  for (const criterion of criteria) {
    const { asks } = criterion;
    if ('unread' in asks) {
      unread.push({ ...criterion, ...asks });
      continue;
    }
    for (const part of asks.kind === 'all' ? asks.of : [asks]) {
      const own = statusesOf(part);
      const before = statuses;
      const left = own && before ? new Set([...own].filter((code) => before.has(code))) : own;
      if (left === undefined) others.push({ criterion, part });
      else if (left.size === 0) unread.push({ ...criterion, unread: 'leaves no status' });
      else statuses = left;
    }
  }
  return { statuses, others, unread };
}

interface Answered extends Around {
  /** What the contract promises of the body. */
  readonly answer: JsonSchema | undefined;
}

/** `$response.body#/status == 'paid'`: a member that the body contains. */
function memberOf(condition: Condition, around: Answered): { readonly member: Value } | undefined {
  if (condition.kind !== 'compares' || condition.by !== '==') return undefined;
  const { left, right } = condition;
  return equalMember(left, right, around) ?? equalMember(right, left, around);
}

function equalMember(
  side: Operand,
  other: Operand,
  around: Answered,
): { readonly member: Value } | undefined {
  if (side.kind !== 'expression') return undefined;
  const pointer = /^\$response\.body#(\/.*)$/s.exec(side.expression)?.[1];
  if (pointer === undefined || /\/\d+(\/|$)/.test(pointer)) return undefined;
  const isLoose =
    other.kind === 'literal' &&
    typeof other.json === 'string' &&
    hasCases(other.json) &&
    !isNamed(other.json, pointer, around);
  if (isLoose) return undefined;
  const value = other.kind === 'literal' ? literal(other.json) : around.meaning(other.expression);
  return (
    value && {
      member: pointerTokens(pointer).reduceRight<Value>((inner, name) => object({ [name]: inner }), value),
    }
  );
}

/** Whether the contract itself writes a text so, at this place of the answer: then a right answer has it no other way. */
function isNamed(text: string, pointer: string, { answer, schemas }: Answered): boolean {
  const shapes = parts(answer && memberAt(answer, pointer, schemas), schemas);
  const named = shapes.flatMap(({ enum: choices = [], const: only }) => [
    ...choices,
    ...(only === undefined ? [] : [only]),
  ]);
  const alike = named.filter((one) => typeof one === 'string' && one.toLowerCase() === text.toLowerCase());
  return alike.length === 1 && alike[0] === text;
}

function checkOf(
  condition: Condition,
  { operation, answer, schemas }: Answered,
): { readonly check: Check } | string {
  const asked = schemaOf(condition);
  if (typeof asked === 'string') return asked;
  const astray = notText(condition, { operation, answer, schemas });
  if (astray !== undefined) return astray;
  if (asked.of !== 'body')
    return { check: { kind: 'meets', of: 'header', header: asked.of, schema: asked.schema } };
  const schema = narrowed(asked.schema, answer, schemas);
  return { check: { kind: 'meets', of: 'body', schema } };
}

/** Why a regular expression can't be held against what it looks at: it is no text. */
function notText(condition: Condition, at: Omit<Answered, 'meaning'>): string | undefined {
  const { operation, answer, schemas } = at;
  switch (condition.kind) {
    case 'not':
      return notText(condition.of, at);
    case 'all':
    case 'any':
      return condition.of.map((part) => notText(part, at)).find((reason) => reason !== undefined);
    case 'matches': {
      const [, pointer] = /^\$response\.body(?:#(\/.*))?$/s.exec(condition.expression) ?? [];
      if (!condition.expression.startsWith('$response.body')) return undefined;
      const isText =
        pointer === undefined
          ? !operation.responses.some(({ contents }) => contents.some(({ mediaType }) => isJson(mediaType)))
          : types(answer && memberAt(answer, pointer, schemas), schemas).join() === 'string';
      return isText ? undefined : `looks at ${condition.expression}, which is no text by the contract`;
    }
    case 'compares':
    case 'meets':
      return undefined;
  }
}
