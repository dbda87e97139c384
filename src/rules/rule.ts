import type { Draft } from '../model/draft.ts';
import type { Subject } from '../model/subject.ts';
import type { Report } from '../diagnostics/report.ts';

/** One kind of case. Rules know no language and not each other. */
export type Rule = (subject: Subject, report: Report) => readonly Draft[];
