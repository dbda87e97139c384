import type { Retry, Workflow } from '../../api/workflows.ts';
import { items, member, textOf, type Node } from '../openapi/node.ts';
import type { Components } from './components.ts';
import { readCriterion } from './criterion.ts';

type Untold = Workflow['untold'][number];

/** What happens after a step, as far as a straight story can tell it. */
export interface Actions {
  /** After a success: the next step in the document, another one, or none. */
  readonly follows:
    { readonly kind: 'next' } | { readonly kind: 'end' } | { readonly kind: 'step'; readonly id: string };
  /** After a failure: the step is tried again. */
  readonly retry?: Retry;
  /** What may happen besides. */
  readonly untold: readonly Untold[];
}

/**
 * What the actions of a step say (Arazzo 1.0 §4.6.7, §4.6.8): the first whose criteria are met is done, so that one without
 * criteria is what always happens. An end after a failure is how every test ends.
 */
export function readActions(step: Node, components: Components): Actions {
  const untold: Untold[] = [];
  let follows: Actions['follows'] | undefined;
  for (const action of actionsOf(step, 'onSuccess', components)) {
    if (follows !== undefined) break; // what stands behind an action without criteria is never done
    const isSure = items(member(action, 'criteria')).length === 0;
    const [type, id] = [textOf(action, 'type'), textOf(action, 'stepId')];
    if (isSure && type === 'end') follows = { kind: 'end' };
    else if (isSure && type === 'goto' && id !== undefined) follows = { kind: 'step', id };
    else untold.push(turn('onSuccess', action));
  }
  let retry: Retry | undefined;
  for (const action of actionsOf(step, 'onFailure', components)) {
    const type = textOf(action, 'type');
    const isElsewhere = textOf(action, 'stepId') !== undefined || textOf(action, 'workflowId') !== undefined;
    if (type === 'end') continue;
    if (type === 'retry' && !isElsewhere && retry === undefined) retry = readRetry(action);
    else untold.push(turn('onFailure', action));
  }
  return { follows: follows ?? { kind: 'next' }, ...(retry && { retry }), untold };
}

/** The actions that all steps of a workflow share: which of them is done, only a run can say. */
export function sharedActions(workflow: Node, components: Components): readonly Untold[] {
  return ['successActions', 'failureActions'].flatMap((key) =>
    actionsOf(workflow, key, components)
      .filter((action) => !(key === 'failureActions' && textOf(action, 'type') === 'end'))
      .map((action) => turn(key, action)),
  );
}

function actionsOf(owner: Node, key: string, components: Components): readonly Node[] {
  return items(member(owner, key)).flatMap((node) => components.resolve(node) ?? []);
}

/** A retry says nothing of how often: once (§4.6.8). */
function readRetry(action: Node): Retry {
  const number = (key: string) => {
    const value = member(action, key)?.value;
    return typeof value === 'number' && value >= 0 ? value : undefined;
  };
  return {
    most: Math.floor(number('retryLimit') ?? 1),
    seconds: number('retryAfter') ?? 0,
    criteria: items(member(action, 'criteria')).flatMap(readCriterion),
    place: action.place,
  };
}

function turn(key: string, action: Node): Untold {
  const name = textOf(action, 'name');
  const does = textOf(action, 'type') ?? 'turn';
  const words = [key, ...(name === undefined ? [] : [name]), 'may', does].join(' ');
  return { reason: `${words}: a story goes straight on.`, place: action.place };
}
