import type { Operation } from '../api/api.ts';
import { deed } from '../api/roles.ts';
import { wordsOf } from '../api/words.ts';
import type { Report } from '../diagnostics/report.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import type { Rule } from './rule.ts';

/**
 * A good request is accepted, and what comes back is what the contract promises: as the contract's example shows it,
 * with no more than is required, with everything that may be sent, and like each named example.
 */
export const happy: Rule = (subject, report) =>
  subject.operations.flatMap((operation) => of(operation, subject, report));

function of(operation: Operation, { requests, roles }: Subject, report: Report): readonly Draft[] {
  const good = requests.good(operation);
  if (!isMade(good)) {
    const { code, reason, place } = good.unmade;
    const spoken = `${operation.method} ${operation.path}`;
    report.add('values/no-value', place, { operation: spoken, reason: reason.replace(/\.$/, '') });
    return [gap(operation, code, reason, place)];
  }
  const title = deed(roles.get(operation.key));
  const variant = (
    request: GoodRequest | undefined,
    how: { readonly subject: string; readonly title: string },
  ) => (request === undefined ? [] : [draft(operation, request, how)]);
  const names = exampleNames(operation);
  // The good request shows the first, unless it shows one without a name.
  const examples = showsUnnamed(operation) ? names : names.slice(1);
  return [
    draft(operation, good, { subject: '', title }),
    ...variant(requests.minimal(operation), {
      subject: 'minimal',
      title: `${title} with no more than is required`,
    }),
    ...variant(requests.maximal(operation), {
      subject: 'maximal',
      title: `${title} with everything that may be sent`,
    }),
    ...examples.flatMap((name) =>
      variant(requests.withExample(operation, name), {
        subject: `example/${name}`,
        title: `${title} like the example ${wordsOf(name).join(' ')}`,
      }),
    ),
  ];
}

function draft(
  operation: Operation,
  request: GoodRequest,
  how: { readonly subject: string; readonly title: string },
): CaseDraft {
  const { status, strength } = successOf(operation);
  const steps = [{ call: request.call, expect: { status } }];
  return { draft: 'case', operation, kind: 'happy', ...how, strength, steps, place: operation.place };
}

function showsUnnamed({ body }: Operation): boolean {
  return body?.contents.some(({ examples }) => examples[0]?.name === '') ?? false;
}

/** Names of the examples of a request, in the contract's order; the same name in two places is one example. */
function exampleNames({ parameters, body }: Operation): readonly string[] {
  const examples = [...(body?.contents ?? []), ...parameters].flatMap((part) => part.examples);
  return [...new Set(examples.map(({ name }) => name).filter((name) => name !== ''))];
}
