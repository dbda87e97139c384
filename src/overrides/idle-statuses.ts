import type { Operation } from '../api/api.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Draft } from '../model/draft.ts';

/** Tells of statuses that an owner gives and no case expects: nobody would notice a kind that is spelt wrong. */
export function idleStatuses(
  operations: readonly Operation[],
  drafts: readonly Draft[],
  report: Report,
): void {
  const owned = operations.filter(({ owner }) => owner?.statuses !== undefined);
  if (owned.length === 0) return;
  const expected = new Set(
    drafts.flatMap((draft) =>
      draft.draft === 'case'
        ? draft.steps.flatMap((step) => fingerprint(step.call.operation, step.expect.status.codes))
        : [],
    ),
  );
  for (const { key, method, path, owner } of owned) {
    for (const [kind, { codes, place }] of Object.entries(owner?.statuses ?? {})) {
      if (!expected.has(fingerprint(key, codes)))
        report.add('overrides/idle-status', place, { operation: `${method} ${path}`, kind });
    }
  }
}

function fingerprint(operation: string, codes: readonly (number | string)[]): string {
  return `${operation} ${codes.join(' ')}`;
}
