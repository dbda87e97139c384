import type { Operation, OperationKey } from '../api/api.ts';
import type { Locate } from './contract.ts';
import type { CaseDraft, Draft } from './draft.ts';
import type { Gap } from './model.ts';
import { whyUnprovoked } from './unprovoked.ts';
import type { Subject } from './subject.ts';

/** Everything in the contract that no case covers, each with its reason, in the contract's order. */
export function gapsOf(subject: Subject, drafts: readonly Draft[], locate: Locate): readonly Gap[] {
  // A method that the path does not declare is no operation: what it answers is none of its statuses.
  const cases = drafts.filter((draft) => draft.draft === 'case').filter(({ kind }) => kind !== 'method');
  const expected = expectedStatuses(cases);
  return [
    ...subject.api.gaps.map(({ code, reason, place }) => ({ code, reason, at: locate(place) })),
    ...drafts.flatMap((draft): Gap[] =>
      draft.draft === 'case'
        ? []
        : [
            {
              code: draft.code,
              reason: draft.reason,
              ...(draft.operation && { operation: draft.operation.key }),
              at: locate(draft.place),
            },
          ],
    ),
    ...subject.operations.flatMap((operation) => statusGaps(operation, expected.get(operation.key), locate)),
  ];
}

/** The statuses that some case expects, by operation. */
function expectedStatuses(cases: readonly CaseDraft[]): ReadonlyMap<OperationKey, ReadonlySet<string>> {
  const found = new Map<OperationKey, Set<string>>();
  for (const { steps } of cases) {
    steps.forEach(({ call, expect }) => {
      let statuses = found.get(call.operation);
      if (statuses === undefined) found.set(call.operation, (statuses = new Set()));
      for (const code of expect.status.codes) statuses.add(String(code));
    });
  }
  return found;
}

/** Declared answers that no case expects. */
function statusGaps(
  operation: Operation,
  expected: ReadonlySet<string> | undefined,
  locate: Locate,
): readonly Gap[] {
  if (expected === undefined) return [];
  return operation.responses
    .filter(({ status }) => !expected.has(status) && status !== 'default')
    .map(({ status, place }) => ({
      code: 'status-not-provoked',
      reason: whyUnprovoked(operation, status),
      operation: operation.key,
      at: locate(place),
    }));
}
