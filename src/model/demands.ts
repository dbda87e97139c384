import { alwaysAnswers } from './always-has.ts';
import { eachValue } from './examples.ts';
import type { Step } from './model.ts';
import type { Subject } from './subject.ts';
import { within } from './value.ts';

/**
 * The steps of a story, each of which asks of the answer that it keeps what later ones speak of, where the contract does
 * not promise that it is there. So a story that can't go on fails where the cause is, and says what is missing.
 */
export function withDemands(steps: readonly Step[], { api, answered }: Subject): readonly Step[] {
  if (steps.every(({ save }) => save === undefined)) return steps;
  return steps.map((step, index) => {
    const { save, makes, call, expect } = step;
    if (save === undefined) return step;
    const spoken = pointersInto(save.join(' '), steps.slice(index + 1));
    const having = [...spoken].filter((pointer) => {
      if (makes !== undefined) return true;
      const operation = api.operations.find(({ key }) => key === call.operation);
      return (
        operation === undefined || !alwaysAnswers(pointer, { operation, status: expect.status, answered })
      );
    });
    if (having.length === 0) return step;
    return makes === undefined ? { ...step, expect: { ...expect, having } } : { ...step, makes: { having } };
  });
}

/** Where in the body of a saved answer steps look for what they speak of. */
function pointersInto(saved: string, steps: readonly Step[]): ReadonlySet<string> {
  const found = new Set<string>();
  eachValue({ steps }, (whole) => {
    for (const value of within(whole)) {
      if (value.kind !== 'part' || value.of !== 'saved' || value.in !== 'body' || value.optional) continue;
      if (value.pointer !== '' && value.name.join(' ') === saved) found.add(value.pointer);
    }
  });
  return found;
}
