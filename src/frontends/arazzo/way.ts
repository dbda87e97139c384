import type { Workflow } from '../../api/workflows.ts';
import { items, member, textOf, type Node } from '../openapi/node.ts';
import { readActions, type Actions } from './actions.ts';
import type { Components } from './components.ts';

/** The steps of a workflow in the order in which they are done where all goes well. */
export interface Way {
  readonly steps: readonly { readonly node: Node; readonly actions: Actions }[];
  readonly untold: Workflow['untold'];
}

/**
 * Follows a workflow from its first step to its end: `goto` and `end` without criteria are part of the way. It ends where it
 * would come to a step for the second time, and what it never comes to is told, too.
 */
export function wayThrough(workflow: Node, components: Components): Way | { readonly reason: string } {
  const written = items(member(workflow, 'steps'));
  const done = new Map<Node, Actions>();
  const untold: Workflow['untold'][number][] = [];
  for (let node = written[0]; node !== undefined;) {
    const actions = readActions(node, components);
    done.set(node, actions);
    untold.push(...actions.untold);
    const { follows } = actions;
    if (follows.kind === 'end') break;
    const isStraight = follows.kind === 'next';
    const next: Node | undefined = isStraight
      ? written[written.indexOf(node) + 1]
      : written.find((one) => textOf(one, 'stepId') === follows.id);
    if (next === undefined && !isStraight) return { reason: `there is no step ${follows.id}` };
    if (next !== undefined && done.has(next)) {
      const reason = `The step ${nameOf(node)} goes back to ${nameOf(next)}: a story does not go round.`;
      untold.push({ reason, place: node.place });
      break;
    }
    node = next;
  }
  for (const node of written.filter((one) => !done.has(one)))
    untold.push({ reason: `The step ${nameOf(node)} is not on the straight way.`, place: node.place });
  return { steps: [...done].map(([node, actions]) => ({ node, actions })), untold };
}

function nameOf(step: Node): string {
  return textOf(step, 'stepId') ?? 'without a name';
}
