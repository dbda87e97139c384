import type { CaseDraft } from './draft.ts';
import type { CaseId } from './model.ts';

/**
 * The id of a draft's case, or of one of its rows: `create-book/required/body/title`. A story's begins with its own key
 * instead of an operation's. `subject` is the draft's or the row's.
 */
export function caseId(
  { operation, story, kind }: Pick<CaseDraft, 'operation' | 'story' | 'kind'>,
  subject: string,
): CaseId {
  const stem = `${story?.key ?? operation.key}/${kind}`;
  return subject === '' ? stem : `${stem}/${subject}`;
}
