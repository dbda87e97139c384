import { isLogIn, secretMember } from '../api/log-in.ts';
import { gap, type Draft } from '../model/draft.ts';
import { isMade } from '../model/requests.ts';
import { refusalOf, refusing } from '../model/statuses.ts';
import { at, changed, literal } from '../model/value.ts';
import type { Rule } from './rule.ts';

/**
 * A log-in with a wrong password is refused: with the first that it declares of 401, 403, 400 and 422 (RFC 9110
 * §15.5.2); one that takes a `grant_type` with 400 or 401 (RFC 6749 §5.2).
 *
 * It is asked once in a run, with a password that its schema accepts: that locks nobody out.
 */
export const wrongPassword: Rule = ({ operations, requests, sent }) =>
  operations
    .filter((operation) => isLogIn(operation, sent.schemas))
    .flatMap((operation): readonly Draft[] => {
      const request = requests.good(operation);
      if (!isMade(request) || request.body === undefined) return [];
      const secret = secretMember(operation, sent.schemas);
      const wrong =
        secret && candidates.find((value) => sent.validator.isValid(sent.of(secret.schema), value));
      if (secret === undefined || wrong === undefined)
        return [gap(operation, 'no-unknown-value', "No password is known to be nobody's.")];
      const { status, strength } = refusalOf(operation, secret.isGrant ? 'wrong-grant' : 'wrong-password');
      return [
        {
          draft: 'case',
          operation,
          kind: 'auth',
          subject: 'wrong-password',
          title: refusing(status, 'for a wrong password'),
          strength,
          steps: [
            {
              call: {
                ...request.call,
                body: request.body.wrap(changed(request.body.value, at(secret.pointer), literal(wrong))),
              },
              expect: { status },
            },
          ],
          place: operation.place,
        },
      ];
    });

/** Passwords that nobody has, for whatever a schema asks. */
const candidates: readonly string[] = [
  'not-the-password-1A!',
  'Not-The-Password-1A!-Not-The-Password',
  'wrong1A!',
  'NotIt1',
  '000000',
  '0000',
];
