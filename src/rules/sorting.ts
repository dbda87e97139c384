import type { Parameter } from '../api/api.ts';
import { holds } from '../api/inter-parameter.ts';
import { listParameters } from '../api/list-parameters.ts';
import { findListings, type Listing } from '../api/listings.ts';
import { parts, types } from '../api/schema-shape.ts';
import { sortOrders, type SortOrder } from '../api/sort-orders.ts';
import { assignmentOf } from '../model/arrange.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { makeSpread } from '../model/spread.ts';
import type { Step } from '../model/model.ts';
import { conditionsOf } from '../model/parameters.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { literal } from '../model/value.ts';
import { walked } from '../model/walk.ts';
import type { Rule } from './rule.ts';

/**
 * A list is in the order that is asked for: ascending where it is to be ascending, and descending where it is to be the
 * reverse.
 *
 * A metamorphic relation (Segura et al., "Metamorphic Testing of RESTful Web APIs", IEEE TSE 2018), and a convention: that
 * a value of a sort parameter names a member, and that a minus or `desc` turns the order round, no contract says. Three
 * things are made whose order is none by themselves. Of texts only what all collations agree on is held against each
 * other; choices and truth values, which servers put into an order of their own, are not asked for. A page is looked at
 * by itself: what others do between two pages would put them out of order.
 */
export const sorting: Rule = (subject) =>
  findListings(subject.operations, subject.api, subject.resources).flatMap((listing) => of(listing, subject));

interface Context {
  readonly listing: Listing;
  readonly request: GoodRequest;
  readonly parameter: Parameter;
  readonly subject: Subject;
}

function of(listing: Listing, subject: Subject): readonly Draft[] {
  const { list } = listing;
  const { schemas } = subject.api;
  const path = `${list.method} ${list.path}`;
  const parameters = listParameters(listing, schemas);
  const { sort } = parameters;
  if (sort === undefined) return [];
  const untold = (code: string, reason: string) =>
    gap(list, code, `Whether ${path} is sorted by ${sort.name} is not asked: ${reason}.`, sort.place);
  const found = sortOrders(listing, parameters, schemas);
  if (found === undefined) return [untold('no-enum', 'the contract does not list what it may be')];
  const request = subject.requests.good(list);
  if (!isMade(request)) return [untold('no-request', 'no good request can be made')];
  const context = { listing, request, parameter: sort, subject };
  return [
    ...found.unread.map((value) =>
      untold('no-member', `the items have no member that ${JSON.stringify(value)} speaks of`),
    ),
    ...found.orders.map((order): Draft => {
      if (!isComparable(order, subject))
        return untold('not-comparable', `the order of ${order.name} is the server's own`);
      return isFree(order, context)
        ? one(order, context)
        : untold('not-free', `${order.name} does not go alone with what else is sent`);
    }),
  ];
}

/** Numbers, points in time, and free texts. */
function isComparable({ schema }: SortOrder, { api: { schemas } }: Subject): boolean {
  const named = types(schema, schemas);
  const isChoice = parts(schema, schemas).some(
    (part) => part.enum !== undefined || part.const !== undefined || part.format === 'uuid',
  );
  return (
    !isChoice &&
    named.length > 0 &&
    named.every((type) => type === 'string' || type === 'number' || type === 'integer')
  );
}

function isFree({ ascending, descending }: SortOrder, { listing, request }: Context): boolean {
  return [ascending, descending].every((asked) => {
    const sent = new Map([...assignmentOf(request.parameters), ...Object.entries(asked ?? {})]);
    return conditionsOf(listing.list).every((condition) => holds(condition, sent));
  });
}

function one(order: SortOrder, { listing, request, parameter, subject }: Context): CaseDraft {
  const { list, pointer, resource } = listing;
  const things = resource ? makeSpread(order.name, listing, subject) : [];
  const given = things.flatMap((thing) => thing.given);
  const ways = (['ascending', 'descending'] as const).filter((way) => order[way] !== undefined);
  return {
    draft: 'case',
    operation: list,
    kind: 'sorting',
    subject: `query/${parameter.name}/${order.name}`,
    title: `sorts by ${order.name}${ways.length === 2 ? ', and the other way round' : ''}`,
    strength: 'convention',
    ...(given.length > 0 && { given }),
    steps: [
      ...things.map(({ step }) => step),
      ...ways.map((way): Step => {
        const query = Object.entries(order[way]!).map(([name, value]) => [name, literal(value)] as const);
        const { call } = walked(listing, {
          call: request.call,
          size: 'large',
          next: undefined,
          query: Object.fromEntries(query),
          subject,
        });
        const check = { kind: 'sorted', pointer, member: order.pointer, order: way } as const;
        return { call, expect: { status: successOf(list).status, checks: [check] } };
      }),
    ],
    place: parameter.place,
  };
}
