import type { Step, TestModel } from '../../model/model.ts';
import { alternatives } from '../../model/statuses.ts';
import { promiseOf, statusWords } from './promise.ts';

/** What must come back in a step, and how often it is sent: `201: …; it is asked again, 10 times at most`. */
export function stepPromise(step: Step, operation: string, model: TestModel): string {
  const { expect, makes, walk, atOnce, until } = step;
  const having = makes?.having ?? expect.having ?? [];
  return [
    makes === undefined
      ? promiseOf(expect, operation, model)
      : `${statusWords(expect.status)}: it is made for the steps that follow`,
    ...(having.length > 0 ? [`it has ${having.join(' and ')}, which later steps speak of`] : []),
    ...(walk === undefined ? [] : ['it is asked for one page after the other']),
    ...(atOnce === undefined
      ? []
      : [`it is sent ${atOnce.times} times at once, and the others answer ${statusWords(atOnce.others)}`]),
    ...(until === undefined ? [] : [patience(until)]),
  ].join('; ');
}

function patience({ times, seconds, on }: NonNullable<Step['until']>): string {
  const often = times === 1 ? 'once' : `${times} times at most`;
  const apart = seconds === 0 ? '' : `, ${seconds} s later each`;
  const after = on === undefined ? '' : ` after ${alternatives(on.map(String))}`;
  return `while it is not so${after}, it is asked again ${often}${apart}`;
}
