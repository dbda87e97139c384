import type { Resource } from '../api/resources.ts';
import { identityPointer } from '../api/resources.ts';
import { gap, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import { isMade } from '../model/requests.ts';
import { expecting, refusalOf, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { literal, replaced, savedPart } from '../model/value.ts';
import type { Rule } from './rule.ts';

/**
 * A thing below one parent is not found below another: `/authors/{authorId}/books/{bookId}` with an author who has nothing
 * to do with the book. No contract says it, and it is how a path is read: a convention.
 */
export const hierarchy: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

const other = ['other'];

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { read, create, item } = resource;
  if (!subject.isTested(read) || !subject.isTested(create)) return [];
  const [parent] = subject.resources
    .filter((one) => one !== resource && item.startsWith(`${one.item}/`) && one.create !== undefined)
    .toSorted((one, another) => another.item.length - one.item.length);
  if (parent === undefined || resource.identity?.from === 'parent') return [];
  const untold = (reason: string) => [gap(read, 'no-hierarchy', reason)];
  const [made, look] = [subject.requests.good(parent.create!), subject.requests.good(read)];
  if (parent.identity?.from !== 'answer' || !isMade(made) || subject.requests.fixture(resource) === undefined)
    return untold(`Another ${parent.name.join(' ')} cannot be made by a good request alone.`);
  if (!isMade(look)) return untold(`No good request for ${read.method} ${read.path} can be made.`);
  const refusal = refusalOf(read, 'missing');
  return [
    {
      draft: 'case',
      operation: create,
      story: lifeOf(resource),
      kind: 'hierarchy',
      subject: '',
      title: `is not found below another ${parent.name.join(' ')}`,
      strength: refusal.strength === 'contract' ? 'convention' : refusal.strength,
      steps: [
        {
          call: made.call,
          expect: { status: successOf(parent.create!).status },
          makes: {},
          save: other,
        },
        {
          call: {
            ...look.call,
            pathParameters: replaced(
              look.call.pathParameters ?? literal({}),
              parent.parameter,
              savedPart(other, identityPointer(parent)),
            ),
          },
          expect: expecting(refusal),
        },
      ],
      place: read.place,
    },
  ];
}
