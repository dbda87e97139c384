import type { Api } from './api.ts';
import { identityPointer, type Resource } from './resources.ts';

/**
 * The resources whose creation gives its identity to a parameter of a later step of a workflow, by
 * `operation parameter`: `$steps.create.outputs.bookId`, an output that is `$response.body#/id`.
 */
export function workflowProducers(
  { workflows = [] }: Api,
  resources: readonly Resource[],
): ReadonlyMap<string, Resource> {
  const creator = new Map(resources.map((resource) => [resource.create!.key, resource]));
  const found = new Map<string, Resource>();
  for (const { steps } of workflows) {
    for (const { operation, parameters } of steps) {
      for (const { name, value } of parameters) {
        const [, id, output] = /^\{?\$steps\.([^.]+)\.outputs\.([^.}]+)\}?$/.exec(String(value)) ?? [];
        const step = steps.find((one) => one.id === id);
        const resource = step && creator.get(step.operation);
        const isIdentity =
          resource && step.outputs[output!] === `$response.body#${identityPointer(resource)}`;
        if (isIdentity) found.set(`${operation} ${name}`, resource);
      }
    }
  }
  return found;
}
