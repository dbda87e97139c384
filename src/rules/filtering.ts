import { defaultFilter } from '../api/default-filter.ts';
import { readFilter, type Filter } from '../api/filters.ts';
import { holds } from '../api/inter-parameter.ts';
import { listParameters } from '../api/list-parameters.ts';
import { findListings, type Listing } from '../api/listings.ts';
import { assignmentOf } from '../model/arrange.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import type { Check } from '../model/expectation.ts';
import { asListed, makeThing, type MadeThing } from '../model/made-thing.ts';
import type { Step } from '../model/model.ts';
import { conditionsOf } from '../model/parameters.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import type { Value } from '../model/value.ts';
import { nextPageOf, walked } from '../model/walk.ts';
import { chooseFor, type Choice } from './filtering/choice.ts';
import type { Rule } from './rule.ts';

/**
 * A filter of a list keeps what it says, and nothing else: every item matches it, what was made to match is found, and what
 * was made not to match is not; and several filters at once keep what each of them keeps.
 *
 * Metamorphic relations (Segura et al., "Metamorphic Testing of RESTful Web APIs", IEEE TSE 2018). That a parameter filters
 * by the member whose name it has is a convention; where its description says `only` or `filter`, a matter of contract.
 * Not asked are parameters that speak of no member of the items, whose description speaks of more than equality, or whose
 * values may be spelt in several ways; nor what an item does not show.
 */
export const filtering: Rule = (subject) =>
  findListings(subject.operations, subject.api, subject.resources).flatMap((listing) => of(listing, subject));

interface Context {
  readonly listing: Listing;
  readonly request: GoodRequest;
  readonly subject: Subject;
}

interface Chosen {
  readonly filter: Filter;
  readonly choice: Choice;
}

function of(listing: Listing, subject: Subject): readonly Draft[] {
  const { list } = listing;
  const path = `${list.method} ${list.path}`;
  const { others } = listParameters(listing, subject.api.schemas);
  const request = subject.requests.good(list);
  if (others.length === 0) return [];
  if (!isMade(request))
    return [
      gap(list, 'no-request', `The filters of ${path} are not asked for: no good request can be made.`),
    ];
  const context = { listing, request, subject };
  const chosen: Chosen[] = [];
  const drafts = others.flatMap((parameter): readonly Draft[] => {
    const untold = (code: string, reason: string) =>
      gap(list, code, `Whether ${path} keeps to ${parameter.name} is not asked: ${reason}.`, parameter.place);
    const filter = readFilter(parameter, listing, subject.api.schemas);
    if ('code' in filter) return [untold(filter.code, filter.reason)];
    const choice = chooseFor(filter, listing, subject);
    if (choice === undefined) return [untold('no-value', 'no value is known that something has')];
    if (!isFree(parameter.name, choice.value, request, list))
      return [untold('not-free', 'it does not go alone with what else is sent')];
    chosen.push({ filter, choice });
    return [one({ filter, choice }, context)];
  });
  return [...drafts, ...atOnce(chosen, context), ...unlisted(context)];
}

/** Whether the dependencies between parameters allow it. */
function isFree(name: string, value: Value, request: GoodRequest, list: Listing['list']): boolean {
  const sent = new Map([
    ...assignmentOf(request.parameters),
    [name, value.kind === 'literal' ? value.json : ''],
  ]);
  return conditionsOf(list).every((condition) => holds(condition, sent));
}

/** A list that leaves things out by default is not asked for what was made. */
function unlisted({ listing: { list }, subject }: Context): readonly Draft[] {
  const filter = defaultFilter(list, subject.api.schemas);
  const reason = `Whether ${list.method} ${list.path} finds what matches its filters is not asked: ${filter}.`;
  return filter === undefined ? [] : [gap(list, 'filtered-list', reason)];
}

function one({ filter, choice }: Chosen, context: Context): CaseDraft {
  const { list } = context.listing;
  const { parameter } = filter;
  const { given, steps, kept, other } = choice;
  return {
    draft: 'case',
    operation: list,
    kind: 'filtering',
    subject: `query/${parameter.name}`,
    title: `filters by ${parameter.name}`,
    ...told([{ filter, choice }], { kept, other, given, steps }, context),
    place: parameter.place,
  };
}

/** Everything that a good request makes is kept by, at once: what each of them keeps. */
function atOnce(chosen: readonly Chosen[], context: Context): readonly CaseDraft[] {
  const { listing, subject } = context;
  const together = chosen.filter(
    ({ choice, filter }) =>
      choice.isOfGood &&
      filter.relation === 'equals' &&
      (choice.value.kind !== 'part' || choice.value.of === 'fixture'),
  );
  const kept = listing.resource && makeThing(['kept'], listing.resource, { subject });
  if (together.length < 2 || kept === undefined) return [];
  const names = together.map(({ filter }) => filter.parameter.name);
  return [
    {
      draft: 'case',
      operation: listing.list,
      kind: 'filtering',
      subject: 'at-once',
      title: `filters by ${names.slice(0, -1).join(', ')} and ${names.at(-1)} at once`,
      ...told(together, { kept, other: undefined, given: [], steps: [] }, context),
      place: listing.list.place,
    },
  ];
}

interface Made {
  readonly kept: MadeThing | undefined;
  readonly other: MadeThing | undefined;
  readonly given: Choice['given'];
  readonly steps: readonly Step[];
}

function told(
  chosen: readonly Chosen[],
  { kept, other, given, steps }: Made,
  { listing, request, subject }: Context,
): Pick<CaseDraft, 'strength' | 'given' | 'steps'> {
  const { list } = listing;
  const asked = chosen.map(({ filter: { parameter } }) => parameter);
  const rest = { ...list, parameters: list.parameters.filter((one) => !asked.includes(one)) };
  const isWhole = defaultFilter(rest, subject.api.schemas) === undefined;
  const next = nextPageOf(listing, subject);
  const things = [kept, other].filter((thing) => thing !== undefined);
  const found = (kind: 'lists' | 'lacks', thing: MadeThing | undefined): readonly Check[] => {
    const item = thing && asListed(thing, listing, subject);
    return item === undefined ? [] : [{ kind, pointer: '', item }];
  };
  const checks: readonly Check[] = [
    ...chosen.map(({ filter, choice }): Check => ({
      kind: 'every',
      pointer: '',
      member: filter.pointer,
      relation: filter.relation,
      value: choice.value,
    })),
    ...(isWhole ? found('lists', kept) : []),
    ...found('lacks', other),
  ];
  const query = Object.fromEntries(
    chosen.map(({ filter: { parameter }, choice }) => [parameter.name, choice.value]),
  );
  const all = [...given, ...things.flatMap((thing) => thing.given)];
  return {
    strength: asked.every(({ description = '' }) => /\b(only|filter(s|ed)?)\b/i.test(description))
      ? 'contract'
      : 'convention',
    ...(all.length > 0 && { given: all }),
    steps: [
      ...steps,
      ...things.map(({ step }) => step),
      {
        ...walked(listing, {
          call: request.call,
          size: 'large',
          next: next === undefined || 'code' in next ? undefined : next,
          query,
          subject,
        }),
        expect: { status: successOf(list).status, checks },
      },
    ],
  };
}
