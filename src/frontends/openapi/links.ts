import type { Link, OperationKey } from '../../api/api.ts';
import type { Json, JsonObject } from '../../api/json.ts';
import type { Place } from '../../source/place.ts';
import { member, members, textOf, type Node, type ObjectNode } from './node.ts';
import type { Reading } from './reading.ts';

/** The operations that links can lead to. */
export interface LinkTargets {
  readonly byId: ReadonlyMap<string, OperationKey>;
  /** By the place of an operation: `openapi.yaml#/paths/~1books/get`. */
  readonly byPlace: ReadonlyMap<string, OperationKey>;
}

/** The key of a place in `LinkTargets.byPlace`. */
export function targetKey({ document, pointer }: Place): string {
  return `${document}#${pointer}`;
}

/** The links of an answer (OpenAPI 3.1 §4.8.20). One that leads to no operation is reported, and left out. */
export function readLinks(node: Node | undefined, reading: Reading, targets: LinkTargets): readonly Link[] {
  return members(node).flatMap(([name, said]) => {
    const { result: link } = reading.attempt(() => reading.followToObject(said, `The link ${name}`));
    const operation = link && targetOf(link, reading, targets);
    if (!link || !operation) return [];
    if ('reason' in operation) {
      reading.report.add('openapi/broken-link', link.place, { name, reason: operation.reason });
      return [];
    }
    const body = member(link, 'requestBody')?.value as Json | undefined;
    const parameters = (member(link, 'parameters')?.value ?? {}) as JsonObject;
    return [
      { name, operation: operation.key, parameters, ...(body !== undefined && { body }), place: link.place },
    ];
  });
}

function targetOf(
  link: ObjectNode,
  reading: Reading,
  targets: LinkTargets,
): { readonly key: OperationKey } | { readonly reason: string } {
  const id = textOf(link, 'operationId');
  if (id !== undefined) {
    const key = targets.byId.get(id);
    return key === undefined
      ? { reason: `no operation, or more than one, has the operationId ${id}` }
      : { key };
  }
  const reference = textOf(link, 'operationRef');
  if (reference === undefined) return { reason: 'it has neither operationId nor operationRef' };
  const resolved = reading.documents.resolve(reference, link.place);
  if (resolved.kind === 'problem') return { reason: resolved.reason };
  const key = targets.byPlace.get(targetKey(resolved.node.place));
  return key === undefined ? { reason: `there is no operation at ${reference}` } : { key };
}
