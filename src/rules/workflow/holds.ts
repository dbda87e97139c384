import type { Comparison } from '../../api/conditions.ts';
import type { Json } from '../../api/json.ts';

/** Whether a comparison is true. Texts are compared without regard to case (Arazzo 1.0 §4.6.11.1). */
export function holds(left: Json, by: Comparison, right: Json): boolean {
  switch (by) {
    case '==':
      return isEqual(left, right);
    case '!=':
      return !isEqual(left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return typeof left === 'number' && typeof right === 'number' && isOrdered(left, by, right);
  }
}

function isEqual(left: Json, right: Json): boolean {
  return typeof left === 'string' && typeof right === 'string'
    ? left.toLowerCase() === right.toLowerCase()
    : left === right;
}

function isOrdered(left: number, by: Exclude<Comparison, '==' | '!='>, right: number): boolean {
  return { '<': left < right, '<=': left <= right, '>': left > right, '>=': left >= right }[by];
}
