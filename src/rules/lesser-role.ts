import { grantsOf, lesserOf } from '../api/standing.ts';
import { gap, type Draft } from '../model/draft.ts';
import { isMade } from '../model/requests.ts';
import { refusalOf, refusing } from '../model/statuses.ts';
import type { Rule } from './rule.ts';

/**
 * Whoever lacks the scope or role that an operation asks for is refused with 403 (RFC 6750 §3.1, `insufficient_scope`),
 * or with 404 where that hides that there is such a thing (RFC 9110 §15.5.4).
 *
 * Who that is, only scopes tell: somebody who has those that other operations ask for and not those of this one. Where
 * no scopes are named, a 403 that some secured operations declare and others do not tells as much. A 403 that all of
 * them declare tells nothing, and is a gap.
 */
export const lesserRole: Rule = ({ api, operations, requests }) =>
  operations.flatMap((operation): readonly Draft[] => {
    const lesser = lesserOf(operation, api.operations);
    const request = requests.good(operation);
    if (lesser === undefined || !isMade(request)) return [];
    if (lesser.kind === 'unknown')
      return [gap(operation, 'no-lesser', grantsOf(api.operations).length > 0 ? everyGrant : noScopes)];
    const { status, strength } = refusalOf(operation, 'forbidden');
    return [
      {
        draft: 'case',
        operation,
        kind: 'auth',
        subject: 'lesser-role',
        title: refusing(status, 'for a lesser role'),
        // Scopes that are asked for are a promise of the contract; what refuses them says RFC 6750.
        strength: strength === 'contract' ? strength : lesser.kind === 'declared' ? 'convention' : 'http',
        steps: [{ call: { ...request.call, as: 'lesser' }, expect: { status } }],
        place: operation.place,
      },
    ];
  });

const everyGrant =
  'It declares 403, and whoever may call another operation may call this one, too: nobody is known who may not.';

const noScopes =
  'It declares 403, as every other secured operation does, and no scopes say who is refused: name them under `security`.';
