import type { Operation } from '../api/api.ts';
import {
  holds,
  namesIn,
  type Assignment,
  type Condition,
  type InterParameter,
} from '../api/inter-parameter.ts';
import { interParameters } from '../api/inter-parameter-language.ts';
import { orderedPairs, type OrderedPair } from '../api/ordered-pairs.ts';
import { arrange } from '../model/arrange.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import type { Call } from '../model/model.ts';
import { conditionsOf, spareParameters, type SentParameter } from '../model/parameters.ts';
import { isMade, placed, type GoodRequest } from '../model/requests.ts';
import { answering, refusalOf, refusing, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { below } from '../source/place.ts';
import type { Rule } from './rule.ts';

/**
 * Parameters that break one of the `x-dependencies` of their operation, and no other, are refused (the inter-parameter
 * dependency language, see `inter-parameter.ts`). The ends of a range that nobody has declared (`minPrice`, `maxPrice`)
 * may be the wrong way round: a server may refuse that or find nothing, but must not break (RFC 9110 §15.6).
 */
export const brokenInterParameter: Rule = (subject) =>
  subject.operations.flatMap((operation): readonly Draft[] => {
    const good = subject.requests.good(operation);
    if (!isMade(good)) return [];
    const spare = () => spareParameters(subject.requests, operation, good.parameters);
    const context = { operation, good, subject, spare };
    return [...declared(context), ...turnedRanges(context)];
  });

interface Context {
  readonly operation: Operation;
  readonly good: GoodRequest;
  readonly subject: Subject;
  /** Optional parameters that the good request does not send. */
  spare(): readonly SentParameter[];
}

function declared(context: Context): readonly Draft[] {
  const { operation } = context;
  const known = operation.parameters.map(({ name }) => name);
  return interParameters(operation).flatMap((one, index): readonly Draft[] => {
    const place = below(operation.place, 'x-dependencies', index);
    const unread = (reason: string) =>
      gap(operation, 'x-dependency', `\`${one.text}\` is not broken: ${reason}.`, place);
    if ('problem' in one) return [unread(one.problem)];
    const stranger = [...namesIn(one.condition).keys()].find((name) => !known.includes(name));
    if (stranger !== undefined) return [unread(`${stranger} is no parameter`)];
    const cases = waysToBreak(one).flatMap((way) => broken(one, { ...context, way, place }));
    return cases.length > 0 ? cases : [unread('no parameters are known that break it alone')];
  });
}

/** One way in which a dependency does not hold. */
interface Way {
  /** Behind the case's id; `''`: there is no other way. */
  readonly variant: string;
  readonly says: string;
  readonly unless: Condition;
}

/** Of exactly one there may be none, and there may be several. */
function waysToBreak({ text, condition }: InterParameter): readonly Way[] {
  if (condition.kind !== 'OnlyOne') return [{ variant: '', says: `unless ${text}`, unless: condition }];
  const { of } = condition;
  return [
    { variant: 'none', says: `with none of ${text}`, unless: { kind: 'Or', of } },
    { variant: 'several', says: `with several of ${text}`, unless: { kind: 'ZeroOrOne', of } },
  ];
}

function broken(
  { text, condition }: InterParameter,
  context: Context & { readonly way: Way; readonly place: CaseDraft['place'] },
): readonly CaseDraft[] {
  const { operation, way, place } = context;
  const others = conditionsOf(operation).filter(
    (other) => JSON.stringify(other) !== JSON.stringify(condition),
  );
  const call = calling(
    context,
    namesIn(condition),
    (values) => !holds(way.unless, values) && others.every((other) => holds(other, values)),
  );
  if (call === undefined) return [];
  const { status, strength } = refusalOf(operation, 'invalid', 'dependency');
  const subject = [text.replaceAll(/\s+/g, ''), way.variant].filter((part) => part !== '').join('/');
  const title = refusing(status, way.says);
  return [{ ...draft(operation), subject, title, strength, steps: [{ call, expect: { status } }], place }];
}

/** Ends of ranges in the query, both of them numbers, of which the contract declares nothing. */
function turnedRanges(context: Context): readonly CaseDraft[] {
  const { operation } = context;
  const queries = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name);
  const conditions = conditionsOf(operation);
  const isFree = ({ low, high }: OrderedPair) =>
    !conditions.some((condition) => namesIn(condition).has(low) && namesIn(condition).has(high));
  return orderedPairs(queries)
    .filter(isFree)
    .flatMap(({ low, high }): readonly CaseDraft[] => {
      const call = calling(context, new Map([low, high].map((name) => [name, []])), (values) => {
        const [first, second] = [values.get(low), values.get(high)];
        const isTurned = typeof first === 'number' && typeof second === 'number' && first > second;
        return isTurned && conditions.every((condition) => holds(condition, values));
      });
      if (call === undefined) return [];
      const status = { codes: [...successOf(operation).status.codes, '4XX' as const] };
      return [
        {
          ...draft(operation),
          subject: `query/${low}-${high}`,
          title: answering(status, `when ${low} is above ${high}`),
          strength: 'http',
          steps: [{ call, expect: { status } }],
          place: operation.place,
        },
      ];
    });
}

/** The good call with its parameters rearranged; undefined where that is not known to be possible. */
function calling(
  { good, subject, spare }: Context,
  mentioned: ReturnType<typeof namesIn>,
  accepts: (values: Assignment) => boolean,
): Call | undefined {
  const { validator } = subject.sent;
  const sent = arrange({ sent: good.parameters, spare: spare(), mentioned, validator }, accepts);
  if (sent === undefined) return undefined;
  const { pathParameters: _path, query: _query, headers: _headers, cookies: _cookies, ...rest } = good.call;
  return { ...rest, ...placed(sent) };
}

function draft(operation: Operation): Pick<CaseDraft, 'draft' | 'operation' | 'kind'> {
  return { draft: 'case', operation, kind: 'dependency' };
}
