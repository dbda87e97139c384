import { a } from '../api/roles.ts';
import type { Resource } from '../api/resources.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import type { Subject } from '../model/subject.ts';
import { Teller, type Chapter, type Thing } from './lifecycle/teller.ts';
import type { Rule } from './rule.ts';

/**
 * A thing is what was sent, from its creation to its deletion: created, read, found in its list, replaced and updated
 * and read again, deleted, and gone. And one that is created with everything that may be sent keeps all of it.
 *
 * Nobody promises all of that in a contract, and everybody does it: a convention. Operations that the API does not have
 * are left out of the story; a story needs at least a create and a read. What the API has and the story cannot tell is a
 * gap.
 */
export const lifecycle: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { create, read, identity } = resource;
  if (!subject.isTested(create) || !subject.isTested(read)) return [];
  const untold = (code: string, reason: string) => [
    gap(create, code, `The life of ${a(resource.name)} is not told: ${reason}`),
  ];
  const path = `${create.method} ${create.path}`;
  if (!identity)
    return untold(
      'no-identity',
      `neither a member nor a declared header Location of the answer of ${path} is what {${resource.parameter}} takes.`,
    );
  const made = subject.requests.good(create);
  if (!isMade(made)) return untold('no-request', `no good request for ${path} can be made.`);
  const thing = { resource, identity, create, read };
  const teller = new Teller(thing, subject);
  const chapters = [
    ...teller.creation(made),
    teller.listing(),
    teller.changing(resource.replace, 'replaced'),
    teller.changing(resource.update, 'updated'),
    teller.removing(resource.remove),
  ].filter((chapter) => chapter !== undefined);
  const told = chapters.filter(({ steps }) => steps.length > 0);
  const verbs = told.map(({ verb }) => verb);
  const title = `is ${verbs.slice(0, -1).join(', ')} and ${verbs.at(-1)}`;
  const gaps = chapters.flatMap((chapter) => chapter.gaps);
  if (!verbs.includes('read')) return gaps;
  return [
    story(thing, { subject: '', title, chapters: told, teller }),
    ...inFull(thing, made, subject),
    ...gaps,
  ];
}

/** What only a full request sends is kept, too: otherwise a create could lose it unseen. */
function inFull(thing: Thing, good: GoodRequest, subject: Subject): readonly CaseDraft[] {
  const { body } = subject.requests.maximal(thing.create) ?? {};
  if (body === undefined || JSON.stringify(body.made) === JSON.stringify(good.body?.made)) return [];
  const teller = new Teller(thing, subject);
  const chapters = teller.creation({ ...good, body });
  const isCompared = chapters.some(({ steps }) =>
    steps.some(({ expect }) => expect.containing !== undefined),
  );
  const title = 'is created with everything that may be sent and read';
  return isCompared ? [story(thing, { subject: 'maximal', title, chapters, teller })] : [];
}

interface Written {
  readonly subject: string;
  readonly title: string;
  readonly chapters: readonly Chapter[];
  readonly teller: Teller;
}

function story({ create, resource }: Thing, { subject, title, chapters, teller }: Written): CaseDraft {
  return {
    draft: 'case',
    operation: create,
    story: lifeOf(resource),
    kind: 'lifecycle',
    subject,
    title,
    strength: 'convention',
    ...(teller.given.length > 0 && { given: teller.given }),
    steps: chapters.flatMap(({ steps }) => steps),
    place: create.place,
  };
}
