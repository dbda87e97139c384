import type { Json } from '../../api/json.ts';
import { pointerTokens } from '../../api/schema-shape.ts';
import type { Criterion } from '../../api/workflows.ts';
import type { Statuses } from '../../model/expectation.ts';
import { literal, object, type Value } from '../../model/value.ts';

/** What the criteria of a step promise of its answer, as far as a suite can check it. */
export interface Promised {
  readonly codes: Statuses['codes'];
  readonly containing: readonly Value[];
  /** The criteria that are not checked. */
  readonly unread: readonly Criterion[];
}

/**
 * Reads success criteria (Arazzo 1.0 §4.6.11): the status, alone, in alternatives or by a regular expression, and members
 * of the body that equal something. What else may be said is handed back.
 *
 * @param meaning what an expression on an earlier step means; undefined: a suite cannot know
 */
export function readCriteria(
  criteria: readonly Criterion[],
  meaning: (expression: string) => Value | undefined,
): Promised {
  const codes: Statuses['codes'][number][] = [];
  const containing: Value[] = [];
  const unread: Criterion[] = [];
  for (const criterion of criteria) {
    const statuses = statusesOf(criterion);
    const members = statuses === undefined ? membersOf(criterion, meaning) : [];
    codes.push(...(statuses ?? []));
    containing.push(...(members ?? []));
    if (members === undefined) unread.push(criterion);
  }
  return { codes, containing, unread };
}

const status = /^\$statusCode\s*==\s*(\d{3})$/;

function statusesOf({ type, condition, context }: Criterion): Statuses['codes'] | undefined {
  if (type === 'regex' && context === '$statusCode') return matching(condition);
  if (type !== 'simple') return undefined;
  if (/^\$statusCode\s*>=\s*200\s*&&\s*\$statusCode\s*<(\s*300|=\s*299)$/.test(condition.trim()))
    return ['2XX'];
  const alternatives = bare(condition)
    .split('||')
    .map((part) => status.exec(bare(part))?.[1]);
  return alternatives.every((code) => code !== undefined) ? alternatives.map(Number) : undefined;
}

/** The statuses that a regular expression accepts; all of a class are the class. */
function matching(pattern: string): Statuses['codes'] | undefined {
  let accepts: RegExp;
  try {
    accepts = new RegExp(pattern);
  } catch {
    return undefined; // not this language's regular expressions: it is handed back, and so told
  }
  const codes = Array.from({ length: 500 }, (_, index) => index + 100).filter((code) =>
    accepts.test(String(code)),
  );
  if (codes.length === 100 && codes[0] === 200 && codes[99] === 299) return ['2XX'];
  return codes.length > 0 && codes.length <= 10 ? codes : undefined;
}

/** `$response.body#/status == 'paid'`, several of them joined by `&&`. */
function membersOf(
  { type, condition }: Criterion,
  meaning: (expression: string) => Value | undefined,
): readonly Value[] | undefined {
  if (type !== 'simple') return undefined;
  const found = condition.split('&&').map((part) => {
    const [, pointer, said] = /^\$response\.body#(\/\S+)\s*==\s*(.+)$/s.exec(bare(part)) ?? [];
    if (pointer === undefined || /\/\d+(\/|$)/.test(pointer)) return undefined;
    const value = said!.startsWith('$') ? meaning(said!) : constant(said!);
    return value === undefined
      ? undefined
      : pointerTokens(pointer).reduceRight<Value>((inner, name) => object({ [name]: inner }), value);
  });
  return found.every((value) => value !== undefined) ? found : undefined;
}

/** A literal of a condition (§4.6.11.1): a boolean, null, a number, or a text in single quotes, which doubles them inside. */
function constant(said: string): Value | undefined {
  const text = /^'((?:[^']|'')*)'$/s.exec(said)?.[1];
  if (text !== undefined) return literal(text.replaceAll("''", "'"));
  try {
    const json = JSON.parse(said) as Json;
    return typeof json === 'object' && json !== null ? undefined : literal(json);
  } catch {
    return undefined; // no literal: the criterion is handed back, and so told
  }
}

function bare(text: string): string {
  const trimmed = text.trim();
  return /^\([^()]*\)$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}
