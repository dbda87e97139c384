import { defaultFilter } from '../api/default-filter.ts';
import { findListings, type Listing } from '../api/listings.ts';
import type { PageParameter } from '../api/paging.ts';
import { plural } from '../api/singular.ts';
import { madeIn } from '../model/belonging.ts';
import { gap, type CaseDraft, type Draft, type GapDraft } from '../model/draft.ts';
import type { Check } from '../model/expectation.ts';
import { asListed, makeThing, type MadeThing } from '../model/made-thing.ts';
import type { Call, NextPage } from '../model/model.ts';
import { isMade } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { literal } from '../model/value.ts';
import { asking, followsLinks, nextPageOf, smallestPage, walked } from '../model/walk.ts';
import type { Rule } from './rule.ts';

/**
 * The pages of a list are its pieces: none has more items than were asked for, no two have the same item, together they
 * have what was made before; and beyond the last one there is nothing. By offset, by number, by cursor, and by the header
 * Link (RFC 8288 §3).
 *
 * These are metamorphic relations (Segura et al., "Metamorphic Testing of RESTful Web APIs", IEEE TSE 2018): a convention,
 * as no contract says them; what Link promises is a matter of that RFC. What others put into the list or take from it
 * meanwhile moves its pages: a suite looks again before it judges. Lists that leave things out by default are not asked
 * for what was made.
 */
export const paging: Rule = (subject) =>
  findListings(subject.operations, subject.api, subject.resources).flatMap((listing) => of(listing, subject));

function of(listing: Listing, subject: Subject): readonly Draft[] {
  const { list } = listing;
  const next = nextPageOf(listing, subject);
  const isLinked = followsLinks(listing);
  if (listing.paging === undefined && !isLinked) return [];
  const path = `${list.method} ${list.path}`;
  const request = subject.requests.good(list);
  if (!isMade(request))
    return [gap(list, 'no-request', `The pages of ${path} are not asked for: no good request can be made.`)];
  const { things, gaps } = madeFor(listing, subject);
  const context = { listing, call: request.call, things, subject };
  const isKnown = next !== undefined && !('code' in next);
  const links: NextPage = { by: 'link' };
  return [
    ...(isKnown ? [walk(next, context)] : []),
    ...(isLinked && !(isKnown && next.by === 'link') ? [walk(links, context)] : []),
    ...(!isKnown && !isLinked ? [walk(undefined, context)] : []),
    ...beyond(context),
    ...(next !== undefined && 'code' in next ? [gap(list, next.code, next.reason)] : []),
    ...gaps,
  ];
}

interface Context {
  readonly listing: Listing;
  readonly call: Call;
  readonly things: readonly MadeThing[];
  readonly subject: Subject;
}

const names = [['first'], ['second'], ['third'], ['fourth'], ['fifth'], ['sixth']] as const;

/** One thing more than a page has, so that there is a seam between pages; or why the list is not asked for them. */
function madeFor(
  listing: Listing,
  subject: Subject,
): { readonly things: readonly MadeThing[]; readonly gaps: readonly GapDraft[] } {
  const { list, key } = listing;
  const path = `${list.method} ${list.path}`;
  const untold = (code: string, reason: string) => ({
    things: [],
    gaps: [gap(list, code, `Whether the pages of ${path} leave nothing out is not asked: ${reason}.`)],
  });
  if (key === undefined) return untold('no-identity', 'its items do not say which things they are');
  const filter = defaultFilter(list, subject.api.schemas);
  if (filter !== undefined)
    return untold('filtered-list', `it may leave out what was made before, as ${filter}`);
  const size = smallestPage(listing, subject) ?? 2;
  const resource = madeIn(listing, subject);
  const things = resource
    ? names.slice(0, Math.max(size, 2) + 1).map((name) => makeThing(name, resource, { subject }))
    : [];
  const made = things.filter((thing) => thing !== undefined);
  if (made.length === 0) return untold('not-made', 'nothing is known that makes its items');
  const seam = `Where the pages of ${path} meet is seen only in a list that is long: a page has ${size} items at least.`;
  return { things: made, gaps: size < names.length ? [] : [gap(list, 'large-pages', seam)] };
}

function walk(next: NextPage | undefined, { listing, call, things, subject }: Context): CaseDraft {
  const { list } = listing;
  const isLink = next?.by === 'link';
  const checks = things.flatMap((thing): readonly Check[] => {
    const item = asListed(thing, listing, subject);
    return item === undefined || next === undefined ? [] : [{ kind: 'lists', pointer: '', item }];
  });
  const given = things.flatMap((thing) => thing.given);
  return {
    draft: 'case',
    operation: list,
    kind: 'paging',
    subject: isLink ? 'link' : '',
    title:
      next === undefined
        ? 'keeps to the size of a page'
        : `lists ${plural(listing.name)} page by page${isLink ? ' by its links' : ''}`,
    strength: isLink ? 'http' : 'convention',
    ...(given.length > 0 && { given }),
    steps: [
      ...things.map(({ step }) => step),
      {
        ...walked(listing, { call, size: 'small', next, subject }),
        expect: { status: successOf(list).status, ...(checks.length > 0 && { checks }) },
      },
    ],
    place: (listing.paging?.position ?? listing.paging?.size)?.parameter.place ?? list.place,
  };
}

/** A page so far behind that no list has it. */
const far = [1_000_000, 100_000, 10_000];

/** Beyond the last page there is nothing; or the page is refused, as many a server does. */
function beyond({ listing, call, subject }: Context): readonly Draft[] {
  const { list, paging: pages, pointer } = listing;
  if (pages?.position === undefined || pages.style === 'cursor') return [];
  const { parameter }: PageParameter = pages.position;
  const schema = subject.sent.of(parameter.schema);
  const distance = far.find((one) => subject.sent.validator.isValid(schema, one));
  if (distance === undefined)
    return [gap(list, 'not-beyond', `No ${parameter.name} is surely beyond the last page.`, parameter.place)];
  return [
    {
      draft: 'case',
      operation: list,
      kind: 'paging',
      subject: 'beyond',
      title: 'lists nothing beyond its last page',
      strength: 'convention',
      steps: [
        {
          call: asking(call, { [parameter.name]: literal(distance) }),
          expect: {
            status: { codes: [...successOf(list).status.codes, '4XX'] },
            checks: [{ kind: 'empty', pointer }],
          },
        },
      ],
      place: parameter.place,
    },
  ];
}
