import { gap } from '../model/draft.ts';
import type { Rule } from './rule.ts';

/**
 * What a schema promises and no case breaks is listed, with the reason: a server could not see it, or it is too large to
 * send. Types of parameters and form fields that can't be told from their text are no promise: there, all is text.
 */
export const untried: Rule = (subject) =>
  subject.operations.flatMap((operation) => [
    ...(operation.body?.isIgnored ? [gap(operation, 'ignored-body', ignored, operation.body.place)] : []),
    ...subject.deviations
      .of(operation, subject)
      .untried.filter(({ omission }) => omission.keyword !== 'type' || omission.code !== 'not-observable')
      .map(({ omission, place, covers }) => ({
        ...gap(operation, omission.code, sentence(omission.reason), place),
        ...(covers && { covers }),
      })),
  ]);

const ignored =
  'OpenAPI 3.0 ignores the body of such a method (§4.7.10.1): it is sent, and a server need not mind a wrong one.';

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
