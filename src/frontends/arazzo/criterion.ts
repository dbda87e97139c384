import type { Condition, Unread } from '../../api/conditions.ts';
import type { Criterion } from '../../api/workflows.ts';
import { isMembers, member, textOf, type Node } from '../openapi/node.ts';
import { schemaOfQuery } from './json-path.ts';
import { readSimple } from './simple-condition.ts';

/** A criterion of success, or of an action (Arazzo 1.0 §4.6.11); none where it says nothing. */
export function readCriterion(node: Node): readonly Criterion[] {
  const condition = textOf(node, 'condition');
  if (condition === undefined) return [];
  return [{ condition, asks: meaningOf(condition, node), place: node.place }];
}

function meaningOf(condition: string, node: Node): Condition | Unread {
  const said = member(node, 'type')?.value;
  const type = isMembers(said) ? said['type'] : (said ?? 'simple');
  if (type === 'simple') return readSimple(condition);
  const expression = textOf(node, 'context');
  if (expression === undefined) return { unread: 'has no context' };
  switch (type) {
    case 'regex':
      return { kind: 'matches', expression, pattern: condition };
    case 'jsonpath': {
      const schema = schemaOfQuery(condition);
      return typeof schema === 'object' && 'unread' in schema
        ? schema
        : { kind: 'meets', expression, schema };
    }
    case 'xpath':
      return { unread: 'is XPath, and no answer is looked at as XML' };
    default:
      return { unread: `is of the type ${String(type)}, which Arazzo does not have` };
  }
}
