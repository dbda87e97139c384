import type { Method } from '../../api/api.ts';
import { keysOf, type Keyed } from './keys.ts';
import { targetKey, type LinkTargets } from './links.ts';
import {
  isObjectNode,
  member,
  members,
  put,
  referenceOf,
  textOf,
  type Node,
  type ObjectNode,
} from './node.ts';
import type { Reading } from './reading.ts';

/** An operation that was found and not read yet. */
export interface Found extends Keyed {
  readonly method: Method;
  readonly path: string;
  readonly operationId?: string;
  /** The Path Item Object that it stands in. */
  readonly item: ObjectNode;
  readonly node: ObjectNode;
}

const methods = new Map<string, Method>([
  ['get', 'GET'],
  ['put', 'PUT'],
  ['post', 'POST'],
  ['delete', 'DELETE'],
  ['options', 'OPTIONS'],
  ['head', 'HEAD'],
  ['patch', 'PATCH'],
  ['trace', 'TRACE'],
]);

/** Every operation of a description, in its order, with its key. What is none, or cannot be compiled, becomes a gap. */
export function findOperations(root: Node, reading: Reading): readonly Found[] {
  const paths = reading.followToObject(member(root, 'paths'), 'paths');
  const found = members(paths).flatMap(([path, node]) => {
    if (path.startsWith('x-')) return [];
    if (!path.startsWith('/') || path.includes('#')) {
      reading.misplaced(node, `The path ${path}`, 'a path that begins with a slash, and has no fragment');
      reading.gap('misplaced-path', `${path} is no path that a request can have.`, node.place);
      return [];
    }
    return operationsAt(path, node, reading);
  });
  const keys = keysOf(found);
  return found.map((operation, index) => {
    const keyed = keys[index]!;
    if (keyed.isDuplicate) {
      const { method, node, operationId = '', path } = operation;
      const place = member(node, 'operationId')?.place ?? node.place;
      reading.report.add('openapi/duplicate-operation-id', place, {
        operation: `${method} ${path}`,
        id: operationId,
      });
    }
    return { ...operation, ...keyed };
  });
}

/** What links can lead to: operationIds that one operation has, and places. */
export function linkTargets(found: readonly Found[]): LinkTargets {
  const unique = found.filter(({ isDuplicate, operationId }) => operationId !== undefined && !isDuplicate);
  return {
    byId: new Map(unique.map(({ key, operationId = '' }) => [operationId, key])),
    byPlace: new Map(found.map(({ key, node }) => [targetKey(node.place), key])),
  };
}

type Unkeyed = Omit<Found, keyof Keyed>;

function operationsAt(path: string, node: Node, reading: Reading): readonly Unkeyed[] {
  const { result: item, losses } = reading.attempt(() => pathItem(node, reading));
  if (!item) {
    const reason = losses[0] ?? 'it is no object';
    reading.gap('unreadable-path', `The operations of ${path} cannot be read: ${reason}.`, node.place);
    return [];
  }
  reportUncompiled(path, item, reading);
  return members(item).flatMap(([key, said]) => {
    const method = methods.get(key);
    if (method === undefined || said.value === null) return [];
    if (!isObjectNode(said)) {
      reading.misplaced(said, `${method} ${path}`, 'an object');
      reading.gap('unreadable-operation', `${method} ${path} is no object.`, said.place);
      return [];
    }
    return [{ method, path, operationId: textOf(said, 'operationId'), item, node: said }];
  });
}

/** A Path Item Object, or the one that it refers to, with what stands beside its reference (OpenAPI 3.1 §4.8.9.1). */
function pathItem(node: Node, reading: Reading): ObjectNode | undefined {
  if (node.value === null) return { value: {}, place: node.place };
  const target = reading.followToObject(node, 'This path');
  if (!target || !isObjectNode(node) || referenceOf(node) === undefined) return target;
  const beside: Record<string, unknown> = {};
  for (const [key, said] of members(node)) if (key !== '$ref') put(beside, key, said.value);
  if (Object.keys(beside).length === 0) return target;
  return { value: { ...target.value, ...beside }, place: target.place };
}

/** Methods of OpenAPI 3.2 that the compiler does not have. */
function reportUncompiled(path: string, item: ObjectNode, reading: Reading): void {
  const others = [
    member(item, 'query'),
    ...members(member(item, 'additionalOperations')).map(([, node]) => node),
  ];
  for (const node of others) {
    if (!isObjectNode(node)) continue;
    const method = node.place.pointer.slice(node.place.pointer.lastIndexOf('/') + 1).toUpperCase();
    const reason = `suites do not send ${method}`;
    reading.report.add('openapi/not-compiled', node.place, { what: `${method} ${path}`, reason });
    reading.gap('method-not-compiled', `${method} ${path} is not tested: ${reason}.`, node.place);
  }
}
