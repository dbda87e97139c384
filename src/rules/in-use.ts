import type { Operation } from '../api/api.ts';
import type { Resource } from '../api/resources.ts';
import { a } from '../api/roles.ts';
import { singular } from '../api/singular.ts';
import { wordsOf } from '../api/words.ts';
import { gap, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import { isMade } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { fixturesIn } from '../model/fixtures-in.ts';
import type { Rule } from './rule.ts';

/**
 * What others need is not deleted: where the DELETE declares a 409, and its prose or that of the 409 names what stands in
 * the way ("an author who still has books cannot be removed"), it is answered so, and the thing is still there (RFC 9110
 * §15.5.10). What the prose names as going with the thing stands in nobody's way.
 */
export const inUse: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { remove, read, create } = resource;
  if (!subject.isTested(remove) || !create) return [];
  const conflict = remove.responses.find(({ status }) => status === '409');
  if (conflict === undefined) return [];
  const untold = (reason: string) => [gap(remove, 'no-conflict', reason, conflict.place)];
  const user = userOf(resource, remove, subject);
  if (user === undefined)
    return untold('The contract declares a 409 and does not say what is in the way of a deletion.');
  const { requests } = subject;
  const made = requests.good(remove);
  const [asked, look] = [user.read && requests.good(user.read), read && requests.good(read)];
  if (!isMade(made) || !isMade(asked) || requests.fixture(user) === undefined)
    return untold(`No good request that has ${a(user.name)} in the way can be made.`);
  const isRead = isMade(look) && subject.isTested(read);
  return [
    {
      draft: 'case',
      operation: create,
      story: lifeOf(resource),
      kind: 'conflict',
      subject: '',
      title: `is not deleted while ${a(user.name)} needs it`,
      strength: 'contract',
      steps: [
        { call: asked.call, expect: { status: successOf(user.read!).status }, makes: {} },
        { call: made.call, expect: { status: { codes: [409] } } },
        ...(isRead ? [{ call: look.call, expect: { status: successOf(read).status }, makes: {} }] : []),
      ],
      place: conflict.place,
    },
  ];
}

/** The kind of thing that stands in the way, by what the contract says, and whose creation needs one of these. */
function userOf(resource: Resource, remove: Operation, subject: Subject): Resource | undefined {
  const prose = new Set(wordsOf(hindrances(remove)).flatMap((word) => singular(word)));
  return subject.resources.find((other) => {
    if (other === resource || other.create === undefined || other.read === undefined) return false;
    if (!prose.has(other.name.at(-1)!)) return false;
    const fixture = subject.requests.fixture(other);
    const own = subject.requests.fixture(resource);
    return fixture !== undefined && own !== undefined && fixturesIn(fixture, subject.requests).has(own);
  });
}

const hinders =
  /\b(cannot|can't|can not|must not|may not|refused?s?|unless|as long as|while|still|only (if|when|after)|not (be )?(deleted|removed)|conflict|409)\b/i;

/** What goes with a thing does not stand in its way: "deletes the author and all books". */
const goesWith = /\b(cascad\w*|(and|with|including) (all|its|their|his|her|any|every)|as well|too)\b/i;

/** The sentences of the prose that say what hinders a deletion, and those of the 409 itself, which is that by nature. */
function hindrances({ summary = '', description = '', responses }: Operation): string {
  const conflict = responses.find(({ status }) => status === '409')?.description ?? '';
  const sentences = `${summary}\n${description}`.split(/(?<=[.!?;])\s|\n/).filter((one) => hinders.test(one));
  return [...sentences, ...conflict.split(/(?<=[.!?;])\s|\n/)].filter((one) => !goesWith.test(one)).join(' ');
}
