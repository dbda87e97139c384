import type { Api } from '../../api/api.ts';
import type { JsonSchema } from '../../api/json-schema.ts';
import type { CalledWorkflow, Workflow, WorkflowStep } from '../../api/workflows.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Source } from '../../source/source.ts';
import { items, member, members, textOf, type Node } from '../openapi/node.ts';
import { sharedActions } from './actions.ts';
import { Components } from './components.ts';
import { outputsOf, readStep } from './step.ts';
import { Targets } from './targets.ts';
import { wayThrough } from './way.ts';

/** A workflow as its document has it, before the steps of others are put in. */
interface Written {
  readonly node: Node;
  readonly document: Reader;
}

interface Reader {
  readonly components: Components;
  readonly targets: Targets;
}

/**
 * The workflows of Arazzo documents (1.0 and 1.1) on the operations of an API, in the order of the documents.
 *
 * What is wrong with a document is reported at its place, and costs as little as can be: a step that leads to no operation
 * takes its workflow away, and no other. Only a document that is no Arazzo description is an error.
 */
export function readWorkflows(sources: readonly Source[], api: Api, report: Report): readonly Workflow[] {
  const written = new Map<string, Written>();
  for (const source of sources) {
    const root: Node = { value: source.value, place: { document: source.document, pointer: '' } };
    if (!/^1\.[01]\b/.test(textOf(root, 'arazzo') ?? '')) {
      report.add('arazzo/not-arazzo', root.place, { document: source.document });
      continue;
    }
    const document = {
      components: new Components(member(root, 'components')),
      targets: new Targets(items(member(root, 'sourceDescriptions')), api),
    };
    for (const node of items(member(root, 'workflows'))) {
      const id = textOf(node, 'workflowId');
      if (id === undefined || written.has(id))
        report.add('arazzo/broken-workflow', node.place, {
          workflow: id ?? 'without a name',
          reason: id === undefined ? 'it has no workflowId' : 'another one has the same workflowId',
        });
      else written.set(id, { node, document });
    }
  }
  return [...written].flatMap(([id, { node }]) => {
    const made = new Assembly(written).workflow(id);
    if ('reason' in made) {
      report.add('arazzo/broken-workflow', made.place ?? node.place, { workflow: id, reason: made.reason });
      return [];
    }
    return [made];
  });
}

/** Why a workflow cannot be told. */
interface Broken {
  readonly reason: string;
  readonly place?: Node['place'];
}

/** Puts a workflow together, with the steps of those that it depends on or calls. */
class Assembly {
  readonly #written: ReadonlyMap<string, Written>;
  readonly #open = new Set<string>();

  constructor(written: ReadonlyMap<string, Written>) {
    this.#written = written;
  }

  workflow(id: string): Workflow | Broken {
    const found = this.#written.get(id);
    if (found === undefined) return { reason: `there is no workflow ${id}` };
    if (this.#open.has(id)) return { reason: `${id} calls itself, by way of ${[...this.#open].join(', ')}` };
    this.#open.add(id);
    const made = this.#assemble(id, found);
    this.#open.delete(id);
    return made;
  }

  #assemble(id: string, { node, document }: Written): Workflow | Broken {
    const steps: WorkflowStep[] = [];
    const untold: Workflow['untold'][number][] = [...sharedActions(node, document.components)];
    const inputs: Record<string, JsonSchema> = { ...inputsOf(node, document.components) };
    const called: Record<string, CalledWorkflow> = {};
    const takeOver = (other: Workflow, as: string) => {
      Object.assign(called, other.called, { [as]: { id: other.id, outputs: other.outputs } });
      steps.push(...other.steps.map((step) => ({ ...step, id: `${other.id}/${step.id}` })));
      untold.push(...other.untold);
      Object.assign(inputs, { ...other.inputs, ...inputs });
    };
    for (const { value, place } of items(member(node, 'dependsOn'))) {
      const other = this.workflow(nameOf(String(value)));
      if ('reason' in other) return { place, ...other };
      takeOver(other, other.id);
    }
    const way = wayThrough(node, document.components);
    if ('reason' in way) return way;
    untold.push(...way.untold);
    for (const { node: step, actions } of way.steps) {
      const calls = textOf(step, 'workflowId');
      const made =
        calls === undefined
          ? readStep(step, { ...document, shared: items(member(node, 'parameters')) })
          : this.workflow(nameOf(calls));
      if ('reason' in made) return { place: step.place, ...made };
      if ('steps' in made) takeOver(made, textOf(step, 'stepId') ?? made.id);
      else steps.push({ ...made, ...(actions.retry && { retry: actions.retry }) });
      if ('steps' in made && actions.retry)
        untold.push({ reason: `The workflow ${made.id} is not done again.`, place: actions.retry.place });
    }
    if (steps.length === 0) return { reason: 'it has no steps' };
    const summary = textOf(node, 'summary');
    return {
      id,
      ...(summary !== undefined && { summary }),
      inputs,
      steps,
      outputs: outputsOf(node),
      called,
      untold,
      place: node.place,
    };
  }
}

/** `$sourceDescriptions.others.pay` → `pay`. */
function nameOf(workflow: string): string {
  return workflow.slice(workflow.startsWith('$sourceDescriptions.') ? workflow.lastIndexOf('.') + 1 : 0);
}

function inputsOf(node: Node, components: Components): Readonly<Record<string, JsonSchema>> {
  const inputs = components.resolve(member(node, 'inputs'));
  return Object.fromEntries(
    members(member(inputs, 'properties')).map(([name, { value }]) => [name, value as JsonSchema]),
  );
}
