import type { Operation } from '../api/api.ts';
import type { Resource } from '../api/resources.ts';
import { a } from '../api/roles.ts';
import { members } from '../api/schema-shape.ts';
import { gap, type Draft } from '../model/draft.ts';
import type { Statuses } from '../model/expectation.ts';
import { lifeOf } from '../model/life.ts';
import type { Strength } from '../model/model.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import { isMadeAnew, steady } from '../model/steady.ts';
import type { Subject } from '../model/subject.ts';
import { saysWhatIsUnique } from '../model/unique.ts';
import type { Rule } from './rule.ts';

/**
 * What must be unique can be had once: the same create a second time is a conflict (409, RFC 9110 §15.5.10).
 *
 * A contract's promise where it declares a 409 and says what is unique; where it says only one of them, or only a name
 * speaks for it (`email`, `slug`), a convention. The race: of two such requests at the same moment one is refused as well.
 * It is asked where the contract promises the conflict. A 409 whose own words are about something else (a state, a version)
 * promises nothing here.
 */
export const duplicate: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { create } = resource;
  if (!subject.isTested(create) || create.method !== 'POST') return [];
  const good = subject.requests.good(create);
  if (!isMade(good) || good.body === undefined) return [];
  const promised = conflictOf(create, good, subject);
  if (promised === undefined) return declaredOtherwise(create);
  if (!isMadeAnew(good.body.value, subject.requests)) {
    const reason = `What of ${a(resource.name)} must be unique cannot be told from what the contract says.`;
    return promised.isDeclared ? [gap(create, 'no-conflict', reason)] : [];
  }
  const { call, given } = steady(good, ['twin'], subject.requests);
  const common = {
    draft: 'case',
    operation: create,
    story: lifeOf(resource),
    given,
    place: create.place,
  } as const;
  const success = successOf(create).status;
  const { strength, status } = promised;
  return [
    {
      ...common,
      kind: 'duplicate',
      subject: '',
      title: 'is not created twice',
      strength,
      steps: [
        { call, expect: { status: success }, makes: {} },
        { call, expect: { status } },
      ],
    },
    ...(strength === 'contract'
      ? [
          {
            ...common,
            kind: 'race',
            subject: '',
            title: 'is created once where two ask for it at the same moment',
            strength,
            steps: [{ call, expect: { status: success }, atOnce: { times: 2, others: status } }],
          } as const,
        ]
      : []),
  ];
}

function declaredOtherwise(create: Operation): readonly Draft[] {
  const conflict = create.responses.find(({ status }) => status === '409');
  const reason =
    'The contract declares a 409 that is not about the same thing twice, or no body that could repeat.';
  return conflict === undefined ? [] : [gap(create, 'no-conflict', reason, conflict.place)];
}

interface Conflict {
  readonly status: Statuses;
  readonly strength: Strength;
  readonly isDeclared: boolean;
}

/** What a 409 says that is about the same thing twice; and what one says that says nothing. */
const twice = /\b(already|exists?|duplicates?|unique|taken|in use|same|another)\b/i;
const nothing = /^\W*((the|a|an|http|status|code|error|response|request|conflict(s|ing)?|409)\W*)*$/i;

/** What answers the second request; undefined: nothing tells that it is refused. */
function conflictOf(create: Operation, { body }: GoodRequest, { sent }: Subject): Conflict | undefined {
  const conflict = create.responses.find(({ status }) => status === '409');
  const { summary = '', description = '' } = create;
  const isTold = saysWhatIsUnique(body!.schema ?? true, sent.schemas);
  const isOther =
    conflict !== undefined &&
    !isTold &&
    !nothing.test(conflict.description) &&
    !twice.test(`${conflict.description}\n${summary}\n${description}`);
  const isDeclared = conflict !== undefined && !isOther;
  if (!isDeclared && !isTold) return undefined;
  if (members(body!.schema ?? true, sent.schemas).size === 0) return undefined;
  if (isDeclared && isTold) return { status: { codes: [409] }, strength: 'contract', isDeclared };
  return { status: { codes: [400, 409, 422] }, strength: 'convention', isDeclared };
}
