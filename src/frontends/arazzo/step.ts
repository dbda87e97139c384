import type { Json } from '../../api/json.ts';
import type { StepBody, WorkflowStep } from '../../api/workflows.ts';
import { items, member, members, textOf, type Node } from '../openapi/node.ts';
import type { Components } from './components.ts';
import { readCriterion } from './criterion.ts';
import type { Targets } from './targets.ts';

/** What the steps of one workflow share. */
export interface Around {
  readonly components: Components;
  readonly targets: Targets;
  /** Parameters of the workflow: every step has them, unless it says its own. */
  readonly shared: readonly Node[];
}

/** One step that calls an operation, or why it cannot be told. */
export function readStep(
  step: Node,
  { components, targets, shared }: Around,
): WorkflowStep | { readonly reason: string } {
  const id = textOf(step, 'stepId');
  if (id === undefined) return { reason: 'a step has no stepId' };
  const target = targets.of(step);
  if ('reason' in target) return target;
  const own = items(member(step, 'parameters')).flatMap((node) => readParameter(node, components));
  const inherited = shared
    .flatMap((node) => readParameter(node, components))
    .filter(
      (parameter) =>
        !own.some(({ name, in: location }) => name === parameter.name && location === parameter.in),
    );
  const body = member(step, 'requestBody');
  return {
    id,
    operation: target.key,
    parameters: [...inherited, ...own],
    ...(body && { body: readBody(body) }),
    criteria: items(member(step, 'successCriteria')).flatMap(readCriterion),
    outputs: outputsOf(step),
    place: step.place,
  };
}

/** The outputs of a step or a workflow: expressions by name. */
export function outputsOf(node: Node): Readonly<Record<string, string>> {
  return Object.fromEntries(
    members(member(node, 'outputs')).flatMap(([name, { value }]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

/** A parameter, or a reusable one, whose value may be said anew (§4.6.10). */
function readParameter(node: Node, components: Components): WorkflowStep['parameters'] {
  const meant = components.resolve(node);
  const name = textOf(meant, 'name');
  const value = member(node, 'value') ?? member(meant, 'value');
  if (name === undefined || value === undefined) return [];
  const location = textOf(meant, 'in');
  return [
    { name, ...(location !== undefined && { in: location }), value: value.value as Json, place: node.place },
  ];
}

function readBody(node: Node): StepBody {
  const contentType = textOf(node, 'contentType');
  const payload = member(node, 'payload');
  return {
    ...(contentType !== undefined && { contentType }),
    ...(payload && { payload: payload.value as Json }),
    replacements: items(member(node, 'replacements')).flatMap((one) => {
      const target = textOf(one, 'target');
      return target === undefined ? [] : [{ target, value: (member(one, 'value')?.value ?? null) as Json }];
    }),
  };
}
