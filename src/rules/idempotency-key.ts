import type { Operation } from '../api/api.ts';
import type { Resource } from '../api/resources.ts';
import { pointerTokens } from '../api/schema-shape.ts';
import { gap, type Draft } from '../model/draft.ts';
import { freshKey, isIdempotencyKey } from '../model/fresh-key.ts';
import { lifeOf } from '../model/life.ts';
import type { Statuses } from '../model/expectation.ts';
import { isMade } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import { steady } from '../model/steady.ts';
import type { Subject } from '../model/subject.ts';
import { literal, object, replaced, savedPart, type Value } from '../model/value.ts';
import type { Rule } from './rule.ts';

/**
 * The same request with the same Idempotency-Key creates one thing (draft-ietf-httpapi-idempotency-key-header): the second
 * answer is about the first thing. Only where the contract has such a header, and the answer says which thing it is about.
 */
export const idempotencyKey: Rule = (subject) =>
  subject.resources.flatMap((resource) => of(resource, subject));

const [first, key] = [['first'], ['key']];

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { create, identity } = resource;
  const header = create?.parameters.find(
    ({ name, in: location }) => location === 'header' && isIdempotencyKey(name),
  );
  if (!subject.isTested(create) || header === undefined) return [];
  const good = subject.requests.good(create);
  if (!isMade(good) || identity?.from !== 'answer')
    return [
      gap(create, 'no-identity', 'Whether two answers are about one thing cannot be told.', header.place),
    ];
  const fresh = freshKey(header.schema, subject.sent.validator);
  if (fresh === undefined)
    return [gap(create, 'no-key', 'No key can be made that is another one in each run.', header.place)];
  if (refusesAgain(create))
    return [
      gap(
        create,
        'no-replay',
        'The contract says that the same key is a conflict the second time.',
        header.place,
      ),
    ];
  const { call, given } = steady(good, ['sent'], subject.requests);
  const keyed = {
    ...call,
    headers: replaced(call.headers ?? literal({}), header.name, { kind: 'given', name: key }),
  };
  const status = successOf(create).status;
  const same = pointerTokens(identity.pointer).reduceRight<Value>(
    (value, token) => object({ [token]: value }),
    savedPart(first, identity.pointer),
  );
  return [
    {
      draft: 'case',
      operation: create,
      story: lifeOf(resource),
      kind: 'idempotency-key',
      subject: '',
      title: 'is created once where the same key comes twice',
      strength: 'contract',
      given: [{ name: key, value: fresh }, ...given],
      steps: [
        { call: keyed, expect: { status }, save: first },
        { call: keyed, expect: { status: { codes: withOk(status.codes) }, containing: same } },
      ],
      place: header.place,
    },
  ];
}

/** Whether a 409 is how it answers a key that it knows, and not, as it should be, the first answer once more. */
function refusesAgain({ responses }: Operation): boolean {
  const conflict = responses.find(({ status }) => status === '409');
  return /\b(idempoten|key)/i.test(conflict?.description ?? '');
}

/** The second time nothing is created: 200 is right as well. */
function withOk(codes: Statuses['codes']): Statuses['codes'] {
  return codes.includes('2XX') || codes.includes(200) ? codes : [200, ...codes];
}
