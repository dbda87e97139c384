import { gap } from '../model/draft.ts';
import type { Rule } from './rule.ts';

/**
 * What a schema promises and no case breaks is listed, with the reason: a server could not see it, or it is too large to
 * send. Types of parameters and form fields that can't be told from their text are no promise: there, all is text.
 */
export const untried: Rule = (subject) =>
  subject.operations.flatMap((operation) =>
    subject.deviations
      .of(operation, subject)
      .untried.filter(({ omission }) => omission.keyword !== 'type' || omission.code !== 'not-observable')
      .map(({ omission, place }) => gap(operation, omission.code, sentence(omission.reason), place)),
  );

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
