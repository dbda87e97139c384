import type { Place } from '../source/place.ts';
import type { OperationKey } from './api.ts';
import type { Condition, Unread } from './conditions.ts';
import type { Json } from './json.ts';
import type { JsonSchema } from './json-schema.ts';

/** What somebody does with an API, step by step, as an Arazzo document tells it. Expressions are left as they are written. */
export interface Workflow {
  /** `workflowId`, unique among all documents. */
  readonly id: string;
  readonly summary?: string;
  /** What the workflow is given, by name. */
  readonly inputs: Readonly<Record<string, JsonSchema>>;
  /** In order, those of workflows that it depends on first. */
  readonly steps: readonly WorkflowStep[];
  /** Its own outputs: expressions by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The workflows whose steps were put in: by the id of the step that calls one, or by the id of one that it depends on. */
  readonly called: Readonly<Record<string, CalledWorkflow>>;
  /** What of it is no straight story, and so is not told. */
  readonly untold: readonly { readonly reason: string; readonly place: Place }[];
  readonly place: Place;
}

export interface CalledWorkflow {
  /** Its steps have this in front of their ids. */
  readonly id: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface WorkflowStep {
  /** `stepId`; of a step of another workflow with that workflow's id in front: `log-in/send`. */
  readonly id: string;
  readonly operation: OperationKey;
  readonly parameters: readonly {
    readonly name: string;
    readonly in?: string;
    readonly value: Json;
    readonly place: Place;
  }[];
  readonly body?: StepBody;
  readonly criteria: readonly Criterion[];
  readonly retry?: Retry;
  /** Expressions by name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly place: Place;
}

export interface StepBody {
  readonly contentType?: string;
  readonly payload?: Json;
  /** JSON Pointers into the payload, and what stands there instead. */
  readonly replacements: readonly { readonly target: string; readonly value: Json }[];
}

/** What must be true of an answer for a step to have succeeded. */
export interface Criterion {
  /** As it is written. */
  readonly condition: string;
  readonly asks: Condition | Unread;
  readonly place: Place;
}

/** A step is tried again after a failure: its answer may take a while. */
export interface Retry {
  /** So often, beside the first time. */
  readonly most: number;
  /** So long after each failure. */
  readonly seconds: number;
  /** All of them are met where it is tried again; none: after any failure. */
  readonly criteria: readonly Criterion[];
  readonly place: Place;
}
