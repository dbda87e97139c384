import type { Operation } from '../api/api.ts';
import type { Workflow, WorkflowStep } from '../api/workflows.ts';
import { kebab, wordsOf } from '../api/words.ts';
import { slots } from '../model/parameter-cases.ts';
import type { Draft, GapDraft } from '../model/draft.ts';
import type { Expectation } from '../model/expectation.ts';
import type { Call, Step } from '../model/model.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { changed, at, literal, replaced, type Value } from '../model/value.ts';
import type { Place } from '../source/place.ts';
import type { Rule } from './rule.ts';
import { readCriteria } from './workflow/criteria.ts';
import { Memory } from './workflow/memory.ts';
import { patienceOf } from './workflow/patience.ts';

/**
 * A workflow goes as its document tells it (Arazzo 1.0 and 1.1): each step with what the steps before it gave, and with the
 * criteria that say when it succeeded. What a step does not say is as in a good request. The owner's own promise: contract.
 *
 * A story goes straight on, to an end or to a step that always comes next, and waits where a step is tried again. What a
 * workflow does only if, and criteria that every language cannot judge alike, are gaps.
 */
export const workflows: Rule = (subject) =>
  (subject.api.workflows ?? []).flatMap((workflow) => tell(workflow, subject));

function tell(workflow: Workflow, subject: Subject): readonly Draft[] {
  const { requests, api } = subject;
  const memory = new Memory(workflow, requests.examples, api.schemas);
  const steps: Step[] = [];
  const gaps: GapDraft[] = workflow.untold.map(({ reason, place }) => untold('workflow-turn', reason, place));
  let first: Operation | undefined;
  for (const step of workflow.steps) {
    const operation = subject.operations.find(({ key }) => key === step.operation);
    if (operation === undefined) {
      const reason = `The workflow ${workflow.id} needs ${step.operation}, which is not tested.`;
      return [untold('not-selected', reason, step.place)];
    }
    first ??= operation;
    const call = callOf(step, operation, { subject, memory });
    if (typeof call === 'string')
      return [untold('unread-expression', `The workflow ${workflow.id} ${call}.`, step.place)];
    const saved = wordsOf(step.id);
    const { expect, unread } = expectationOf(step, operation, { subject, memory });
    const { until, unread: again } = patienceOf(step, operation);
    steps.push({ call, expect, ...(until && { until }), save: saved });
    memory.keep(step, { call, saved });
    gaps.push(
      ...unread.map((criterion) =>
        untold(
          'unread-criterion',
          `The criterion ${criterion.condition} is not checked: it ${criterion.unread}.`,
          criterion.place,
        ),
      ),
      ...again.map((condition) =>
        untold(
          'workflow-turn',
          `The step ${step.id} is tried again whether ${condition} is met or not.`,
          step.retry!.place,
        ),
      ),
    );
  }
  const name = wordsOf(workflow.id);
  return [
    {
      draft: 'case',
      operation: first!,
      story: {
        key: kebab(name),
        name,
        heading: workflow.summary ?? `The workflow ${workflow.id}`,
      },
      kind: 'workflow',
      subject: '',
      title: `goes through ${listed(workflow.steps.map(({ id }) => wordsOf(id.slice(id.lastIndexOf('/') + 1)).join(' ')))}`,
      strength: 'contract',
      steps,
      place: workflow.place,
    },
    ...gaps,
  ];
}

function untold(code: string, reason: string, place: Place): GapDraft {
  return { draft: 'gap', code, reason, place };
}

interface Context {
  readonly subject: Subject;
  readonly memory: Memory;
}

/** The call of a step; else what it wants that a suite cannot give. */
function callOf(step: WorkflowStep, operation: Operation, { subject, memory }: Context): Call | string {
  const request = subject.requests.minimal(operation) ?? subject.requests.good(operation);
  if (!isMade(request)) return `needs a good request for ${operation.method} ${operation.path}`;
  let { call } = request;
  for (const { name, in: location, value: said } of step.parameters) {
    const value = memory.valueOf(said);
    if ('unread' in value) return `says ${value.unread}, which a suite cannot know`;
    const taken = operation.parameters.find(
      (one) => one.name === name && (location === undefined || one.in === location),
    );
    const slot = taken ? slots[taken.in] : isSlot(location) ? slots[location] : undefined;
    if (slot === undefined) return `gives ${name}, a parameter that ${operation.key} does not have`;
    call = { ...call, [slot]: replaced(call[slot] ?? literal({}), name, value) };
  }
  return withBody(step, call, { request, memory });
}

function isSlot(location: string | undefined): location is keyof typeof slots {
  return location !== undefined && Object.hasOwn(slots, location);
}

function withBody(
  { body: said }: WorkflowStep,
  call: Call,
  { request, memory }: { readonly request: GoodRequest; readonly memory: Memory },
): Call | string {
  const { body } = request;
  if (said === undefined || body === undefined) return call;
  let value: Value | { readonly unread: string } =
    said.payload === undefined ? body.value : memory.valueOf(said.payload);
  for (const { target, value: replacement } of said.replacements) {
    const put = memory.valueOf(replacement);
    if ('unread' in put) return `says ${put.unread}, which a suite cannot know`;
    if (!target.startsWith('/')) return `replaces ${target}, which is no JSON Pointer`;
    if (!('unread' in value)) value = changed(value, at(target.slice(1)), put);
  }
  return 'unread' in value
    ? `says ${value.unread}, which a suite cannot know`
    : { ...call, body: body.wrap(value) };
}

function expectationOf(
  step: WorkflowStep,
  operation: Operation,
  { subject, memory }: Context,
): { readonly expect: Expectation; readonly unread: ReturnType<typeof readCriteria>['unread'] } {
  const { codes, containing, checks, unread } = readCriteria(step.criteria, {
    operation,
    schemas: subject.api.schemas,
    meaning: (expression) => memory.meaning(expression),
  });
  const [only, ...more] = containing;
  return {
    expect: {
      status: codes === undefined ? successOf(operation).status : { codes },
      ...(only !== undefined && { containing: more.reduce(merged, only) }),
      ...(checks.length > 0 && { checks }),
    },
    unread,
  };
}

/** Two objects as one. */
function merged(one: Value, other: Value): Value {
  const members = membersOf(other);
  return Object.entries(members).reduce((whole, [name, value]) => {
    const own = membersOf(whole)[name];
    return replaced(whole, name, own === undefined ? value : merged(own, value));
  }, one);
}

function membersOf(value: Value): Readonly<Record<string, Value>> {
  if (value.kind === 'object') return value.members;
  if (value.kind !== 'literal' || typeof value.json !== 'object' || value.json === null) return {};
  return Object.fromEntries(Object.entries(value.json).map(([name, json]) => [name, literal(json)]));
}

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
