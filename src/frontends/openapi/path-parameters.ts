import type { Parameter } from '../../api/api.ts';
import { textOf, type Node, type ObjectNode } from './node.ts';
import type { Found } from './paths.ts';
import type { Reading } from './reading.ts';

/**
 * The Parameter Objects of an operation: those of its path, overridden by its own with the same name and place (OpenAPI
 * 3.1 §4.8.9.1). A body (2.0) overrides a body, whatever its name.
 */
export function overridden(
  ofPath: readonly Node[],
  own: readonly Node[],
  reading: Reading,
): readonly ObjectNode[] {
  const declared = new Map<string, ObjectNode>();
  for (const node of [...ofPath, ...own]) {
    const parameter = reading.followToObject(node, 'This parameter');
    if (parameter) declared.set(identityOf(parameter), parameter);
  }
  return [...declared.values()];
}

function identityOf(parameter: ObjectNode): string {
  const location = textOf(parameter, 'in');
  return location === 'body' ? 'body' : `${location} ${textOf(parameter, 'name')}`;
}

/**
 * The parameters of an operation, as its path template wants them: one that the template names and nobody declares is
 * taken for text; one that is declared for another path is left out. Both are reported.
 */
export function completeParameters(
  { method, node, path }: Found,
  declared: readonly Parameter[],
  { report }: Reading,
): readonly Parameter[] {
  const operation = `${method} ${path}`;
  const inTemplate = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
  const used = declared.filter(({ in: location, name, place }) => {
    const isUsed = location !== 'path' || inTemplate.has(name);
    if (!isUsed) report.add('openapi/unused-path-parameter', place, { operation, name });
    return isUsed;
  });
  const known = new Set(declared.filter((parameter) => parameter.in === 'path').map(({ name }) => name));
  const undeclared = [...inTemplate].filter((name) => !known.has(name));
  for (const name of undeclared)
    report.add('openapi/undeclared-path-parameter', node.place, { operation, name });
  return [...used, ...undeclared.map((name) => asText(name, node))];
}

function asText(name: string, { place }: Node): Parameter {
  return {
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    style: 'simple',
    explode: false,
    deprecated: false,
    examples: [],
    place,
  };
}
