import type { Operation } from '../../api/api.ts';
import type { Condition, Operand } from '../../api/conditions.ts';
import { holds } from './holds.ts';

/** The statuses of which a condition is true that speaks of nothing else. */
export function statusesOf(condition: Condition): ReadonlySet<number> | undefined {
  const all = Array.from({ length: 500 }, (_, index) => index + 100);
  const found = new Set<number>();
  for (const status of all) {
    const isMet = judged(condition, status);
    if (isMet === undefined) return undefined;
    if (isMet) found.add(status);
  }
  return found;
}

function judged(condition: Condition, status: number): boolean | undefined {
  switch (condition.kind) {
    case 'compares': {
      const [left, right] = [condition.left, condition.right].map((side) => valueOf(side, status));
      return left === undefined || right === undefined ? undefined : holds(left, condition.by, right);
    }
    case 'matches':
      return condition.expression === '$statusCode' ? matched(condition.pattern, status) : undefined;
    case 'meets':
      return undefined;
    case 'not': {
      const inside = judged(condition.of, status);
      return inside === undefined ? undefined : !inside;
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => judged(part, status));
      if (parts.includes(undefined)) return undefined;
      return condition.kind === 'all' ? !parts.includes(false) : parts.includes(true);
    }
  }
}

function valueOf(side: Operand, status: number) {
  if (side.kind === 'literal') return side.json;
  return side.expression === '$statusCode' ? status : undefined;
}

function matched(pattern: string, status: number): boolean | undefined {
  try {
    return new RegExp(pattern).test(String(status));
  } catch {
    return undefined; // not this language's regular expressions: the criterion is told as unread
  }
}

/** A status, or a class of them. */
type Code = number | '2XX' | '4XX' | '5XX';

/**
 * Statuses as a suite names them: whole classes as classes, one by one what is left; of a class of which much is left, those
 * that the operation declares.
 */
export function codesOf(statuses: ReadonlySet<number>, { responses }: Operation): readonly Code[] {
  const declared = new Set(responses.map(({ status }) => Number(status)));
  return [200, 300, 400, 500].flatMap((first): readonly Code[] => {
    const left = [...statuses].filter((code) => Math.floor(code / 100) * 100 === first);
    if (left.length === 100 && first !== 300) return [`${first / 100}XX` as '2XX'];
    return left.length > mostCodes ? left.filter((code) => declared.has(code)) : left;
  });
}

/** Of one class, where not all of it is meant. */
const mostCodes = 12;
