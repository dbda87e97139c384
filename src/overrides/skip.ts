import type { Operation } from '../api/api.ts';
import { groupBy } from '../api/group-by.ts';
import type { Report } from '../diagnostics/report.ts';
import { caseId } from '../model/case-id.ts';
import { gap, type CaseDraft, type Draft, type GapDraft } from '../model/draft.ts';
import type { Placed } from './apply.ts';

type Skip = Placed<'skip'>;

/**
 * Leaves out the cases that the owner wants to be left out, and says so in gaps with the owner's reason: they are not
 * emitted, so that a suite has no test that never runs. A skip that no case answers to is a warning.
 */
export function leaveOut(drafts: readonly Draft[], skips: readonly Skip[], report: Report): readonly Draft[] {
  if (skips.length === 0) return drafts;
  const left = new Map<Skip, Left[]>(skips.map((skip) => [skip, []]));
  const kept = drafts.flatMap((draft): readonly Draft[] => {
    if (draft.draft === 'gap') return [draft];
    const isKept = (subject: string) => {
      const id = caseId(draft, subject);
      const skip = skips.find((one) => answers(draft, id, one));
      if (skip !== undefined) left.get(skip)!.push({ id, operation: draft.operation });
      return skip === undefined;
    };
    if (draft.table === undefined) return isKept(draft.subject) ? [draft] : [];
    const rows = draft.table.rows.filter(({ subject }) => isKept(subject));
    return rows.length === 0 ? [] : [{ ...draft, table: { ...draft.table, rows } }];
  });
  for (const [{ match, place }, of] of left) {
    if (of.length === 0)
      report.add('overrides/idle-skip', place, { match: Object.values(match).join(' and ') });
  }
  return [...kept, ...[...left].flatMap(([skip, of]) => gapsOf(skip, of))];
}

interface Left {
  readonly id: string;
  readonly operation: Operation;
}

function answers({ operation, kind }: CaseDraft, id: string, { match }: Skip): boolean {
  const begins = match.case;
  return (
    (begins === undefined || id === begins || id.startsWith(`${begins}/`)) &&
    (match.operation === undefined || match.operation === operation.key) &&
    (match.kind === undefined || match.kind === kind) &&
    (match.tag === undefined || operation.tags.includes(match.tag))
  );
}

/** How many ids a reason names; the others are counted. */
const named = 3;

/** One gap for each operation that loses cases. */
function gapsOf({ reason }: Skip, left: readonly Left[]): readonly GapDraft[] {
  return [...groupBy(left, ({ operation }) => operation)].map(([operation, of]) => {
    const shown = of.slice(0, named).map(({ id }) => id);
    const more = of.length > named ? ` and ${of.length - named} more` : '';
    return gap(operation, 'skipped', `${reason} (${shown.join(', ')}${more})`);
  });
}
