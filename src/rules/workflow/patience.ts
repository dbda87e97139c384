import type { Operation } from '../../api/api.ts';
import type { WorkflowStep } from '../../api/workflows.ts';
import type { Step } from '../../model/model.ts';
import { sortCriteria } from './criteria.ts';
import { codesOf } from './statuses.ts';

/** How a step waits for its answer, and what of that is not told. */
export interface Patience {
  readonly until?: NonNullable<Step['until']>;
  readonly unread: readonly string[];
}

/**
 * A step that is tried again after a failure (Arazzo 1.0 §4.6.8): its answer may take a while. Where that is only after some
 * statuses, another failure is one at once; what else is asked of the failed answer is not.
 */
export function patienceOf({ retry }: WorkflowStep, operation: Operation): Patience {
  if (retry === undefined || retry.most === 0) return { unread: [] };
  const { statuses, others, unread } = sortCriteria(retry.criteria);
  const codes = statuses && codesOf(statuses, operation);
  return {
    until: { times: retry.most, seconds: retry.seconds, ...(codes && codes.length > 0 && { on: codes }) },
    unread: [...unread, ...others.map(({ criterion }) => criterion)].map(({ condition }) => condition),
  };
}
