import type { Api, Operation, Parameter, RequestBody, Response } from '../../api/api.ts';
import type { JsonObject } from '../../api/json.ts';
import { answeredOnce } from '../../api/remembered.ts';
import type { AuthorizationParameters } from './authorization.ts';
import { withMeaning } from './body-meaning.ts';
import { isMembers, isTrue, items, member, textOf, type Node, type ObjectNode } from './node.ts';
import { completeParameters, overridden } from './path-parameters.ts';
import type { Found } from './paths.ts';
import type { Reading } from './reading.ts';
import { readSecurity } from './security.ts';

/** How one version of OpenAPI says what goes in and what comes back. */
export interface Dialect {
  /** Of these Parameter Objects those that are parameters of their own. */
  parameters(declared: readonly ObjectNode[]): readonly Parameter[];
  body(operation: ObjectNode, declared: readonly ObjectNode[]): RequestBody | undefined;
  responses(operation: ObjectNode): readonly Response[];
}

/** What the operations of one description share. */
export interface Surroundings {
  readonly root: Node;
  readonly reading: Reading;
  readonly securitySchemes: Api['securitySchemes'];
  /** Those that parameters stand for. */
  readonly authorization: AuthorizationParameters;
  readonly dialect: Dialect;
}

/** Reads one operation. Undefined, and a gap, where a part that it cannot do without cannot be read. */
export function readOperation(found: Found, surroundings: Surroundings): Operation | undefined {
  const { reading } = surroundings;
  const { result, losses } = reading.attempt(() => assemble(found, surroundings));
  if (losses.length === 0) return result;
  const { method, node, path } = found;
  const reasons = [...new Set(losses)].join('; ');
  reading.gap('unreadable-operation', `${method} ${path} is not tested: ${reasons}.`, node.place);
  return undefined;
}

function assemble(
  found: Found,
  { authorization, dialect, reading, root, securitySchemes }: Surroundings,
): Operation {
  const { item, key, method, name, node, operationId, path } = found;
  const declared = overridden(parametersOf(item), parametersOf(node), reading);
  return {
    key,
    name,
    ...(operationId !== undefined && { operationId }),
    method,
    path,
    tags: reading.itemsOf(member(node, 'tags'), 'tags').map(String),
    summary: textOf(node, 'summary') ?? textOf(item, 'summary'),
    description: textOf(node, 'description') ?? textOf(item, 'description'),
    deprecated: isTrue(node, 'deprecated'),
    parameters: completeParameters(found, dialect.parameters(declared), reading),
    body: withMeaning(dialect.body(node, declared), found, reading),
    responses: dialect.responses(node),
    security: authorization.opening(
      readSecurity(member(node, 'security') ?? member(root, 'security'), securitySchemes, reading),
      declared,
    ),
    extensions: extensionsOf(node),
    place: node.place,
  };
}

/** What a path declares is declared once, for all operations on it. */
const parametersOf = answeredOnce((owner: ObjectNode) => items(member(owner, 'parameters')));

/** The specification extensions of an object (`x-…`), as data. */
function extensionsOf({ value }: Node): JsonObject {
  if (!isMembers(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([key]) => key.startsWith('x-'))) as JsonObject;
}
