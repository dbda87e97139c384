import type { Operation } from '../api/api.ts';
import { needsOf } from '../api/dependencies.ts';
import { identitySource } from './identity-source.ts';
import type { Dependency } from './promises.ts';
import type { Subject } from './subject.ts';

/**
 * Which operation gives what another one needs, and how that is known: for the tested operations, and for those that
 * give them something. In the contract's order: of operations, and of the parameters and then the body's members of each.
 */
export function dependenciesOf(subject: Subject): readonly Dependency[] {
  const found = new Map<Operation, readonly Dependency[]>();
  const byKey = new Map(subject.api.operations.map((operation) => [operation.key, operation]));
  const waiting = [...subject.operations];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    const own = dependenciesOn(next, subject);
    found.set(next, own);
    waiting.push(...own.map(({ producer }) => byKey.get(producer)!));
  }
  return subject.api.operations.flatMap((operation) => found.get(operation) ?? []);
}

function dependenciesOn(operation: Operation, { api, dependencies }: Subject): readonly Dependency[] {
  return needsOf(operation, api).flatMap((need): readonly Dependency[] => {
    const given = dependencies.producerOf(operation, need);
    if (given === undefined) return [];
    const { name } = need;
    return [
      {
        operation: operation.key,
        need: need.in === 'body' ? { in: 'body', name, pointer: need.pointer } : { in: need.in, name },
        producer: given.resource.create!.key,
        identity: identitySource(given.resource),
        by: given.by,
        confidence: given.confidence,
      },
    ];
  });
}
