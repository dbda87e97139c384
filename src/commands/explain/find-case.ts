import { suggestion } from '../../diagnostics/suggestion.ts';
import type { Case, CaseId, Group, Row, Suite, TestModel } from '../../model/model.ts';

/** A case, or one row of it, where it stands in a model. */
export interface FoundCase {
  readonly model: TestModel;
  readonly suite: Suite;
  readonly group: Group;
  readonly test: Case;
  /** Of a case with a table. */
  readonly row?: Row;
}

/** What an id may name. */
export type Found =
  | { readonly kind: 'case'; readonly found: FoundCase }
  /** Several cases or rows whose ids begin so. */
  | { readonly kind: 'several'; readonly found: readonly FoundCase[] }
  /** None; and the nearest in a sentence, or `''`. */
  | { readonly kind: 'none'; readonly suggestion: string };

/** Everything that an id names in some models: the case or row of that id, else all whose ids begin with it. */
export function findCase(id: CaseId, models: readonly TestModel[]): Found {
  const all = models.flatMap(everyCase);
  const exact = all.filter((one) => idOf(one) === id);
  if (exact.length === 1) return { kind: 'case', found: exact[0]! };
  if (exact.length > 1) return { kind: 'several', found: exact };
  const stem = id.replace(/\/+$/, '');
  const below = all.filter((one) => idOf(one).startsWith(`${stem}/`) || one.test.id === stem);
  const found = below.length > 0 ? below : all.filter((one) => idOf(one).startsWith(stem));
  if (found.length === 1) return { kind: 'case', found: found[0]! };
  if (found.length > 1) return { kind: 'several', found };
  return { kind: 'none', suggestion: nearest(id, all.map(idOf)) };
}

/** The id of the row, else of the case. */
export function idOf({ test, row }: FoundCase): CaseId {
  return row?.id ?? test.id;
}

function everyCase(model: TestModel): readonly FoundCase[] {
  return model.suites.flatMap((suite) =>
    suite.groups.flatMap((group) =>
      group.cases.flatMap((test): readonly FoundCase[] => {
        const one = { model, suite, group, test };
        return test.table ? test.table.rows.map((row) => ({ ...one, row })) : [one];
      }),
    ),
  );
}

/** Ids are compared as a whole, then by what they begin with, level by level: `create-bok` is nearly `create-book`. */
function nearest(id: string, ids: readonly string[]): string {
  const levels = id.split('/');
  for (let count = levels.length; count > 0; count--) {
    const begins = count === levels.length ? ids : ids.map((one) => one.split('/').slice(0, count).join('/'));
    const found = suggestion(levels.slice(0, count).join('/'), [...new Set(begins)]);
    if (found !== '') return found;
  }
  return '';
}
