import type { Operation } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import type { Words } from '../api/words.ts';
import type { Place } from '../source/place.ts';
import type { CaseKind } from './case-kind.ts';
import type { Example, Step, Strength } from './model.ts';

/** What a rule makes: a case, or a gap where one was due. Planning gives ids, names and lines. */
export type Draft = CaseDraft | GapDraft;

export interface CaseDraft {
  readonly draft: 'case';
  /** The operation that is tested; of a story the one that it begins with. */
  readonly operation: Operation;
  /** Set where the case is a story across operations: `life of a book`. */
  readonly story?: Story;
  readonly kind: CaseKind;
  /** What in the operation is tested, for the case's id: `body/title`; `''` for the operation itself. */
  readonly subject: string;
  readonly title: string;
  readonly strength: Strength;
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly DraftRow[] };
  readonly given?: readonly Example[];
  readonly steps: readonly Step[];
  readonly place: Place;
}

export interface Story {
  /** First part of the case's id: `books`. */
  readonly key: string;
  readonly name: Words;
  readonly heading: string;
}

export interface DraftRow {
  /** Goes behind the case's id. */
  readonly subject: string;
  readonly label: string;
  readonly values: readonly Json[];
  readonly place: Place;
  /** What else of the contract it tests. */
  readonly covers?: readonly Place[];
}

export interface GapDraft {
  readonly draft: 'gap';
  readonly operation?: Operation;
  readonly code: string;
  readonly reason: string;
  readonly place: Place;
  /** Where else of the contract it is the reason. */
  readonly covers?: readonly Place[];
}

export function gap(
  operation: Operation,
  code: string,
  reason: string,
  place: Place = operation.place,
): GapDraft {
  return { draft: 'gap', operation, code, reason, place };
}

/**
 * That something is not tested because an operation can't be asked.
 *
 * @param of the operation that can't be asked, where that is another one
 */
export function noRequest(
  operation: Operation,
  { of = operation, at = operation.place }: { readonly of?: Operation; readonly at?: Place } = {},
): GapDraft {
  return gap(operation, 'no-request', `No good request for ${of.method} ${of.path} can be made.`, at);
}
