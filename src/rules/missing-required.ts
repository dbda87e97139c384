import type { Operation, Parameter, ParameterLocation } from '../api/api.ts';
import { isObject } from '../api/json.ts';
import { deviationCases } from '../model/deviation-cases.ts';
import { slots } from '../model/parameter-cases.ts';
import { isHeeded } from '../model/bodies.ts';
import { locationWords } from '../model/deviations.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { isOfClient } from '../model/known-headers.ts';
import type { Body } from '../model/model.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { refusalOf, refusing, type Situation } from '../model/statuses.ts';
import { inColumn, literal, without } from '../model/value.ts';
import type { Subject } from '../model/subject.ts';
import { below } from '../source/place.ts';
import type { Rule } from './rule.ts';

/**
 * What is required is really required: each member of a body at every depth, each query parameter, header and cookie,
 * and the body itself. (A path parameter cannot be left out: that would be another path.)
 */
export const missingRequired: Rule = (subject) =>
  subject.operations.flatMap((operation) => {
    const request = subject.requests.good(operation);
    if (!isMade(request)) return [];
    return [
      ...noBody(operation, request),
      ...emptyBodies(operation, request, subject),
      ...deviationCases(
        operation,
        { kind: 'required', describe: (thing) => `without a required ${thing}` },
        subject,
      ),
      ...(['query', 'header', 'cookie'] as const).flatMap((location) =>
        noParameter(operation, request, location),
      ),
    ];
  });

function noBody(operation: Operation, { call }: GoodRequest): readonly CaseDraft[] {
  if (!isHeeded(operation.body) || !operation.body.required || call.body === undefined) return [];
  const refusal = refusalOf(operation, 'unsupported', 'required');
  const { body: _, ...rest } = call;
  return [
    {
      draft: 'case',
      operation,
      kind: 'required',
      subject: 'body',
      title: refusing(refusal.status, 'without a body'),
      strength: refusal.strength,
      steps: [{ call: rest, expect: { status: refusal.status } }],
      place: below(operation.body.place, 'required'),
    },
  ];
}

/** Nothing of what a JSON body must have: an empty object, and no JSON at all where neither that nor null would do. */
function emptyBodies(
  operation: Operation,
  { call, body }: GoodRequest,
  { sent: { validator } }: Subject,
): readonly CaseDraft[] {
  if (!isHeeded(operation.body) || body?.schema === undefined || call.body?.kind !== 'json') return [];
  const { schema, made, content } = body;
  if (validator.isValid(schema, {})) return [];
  const empty = (subject: string, says: string, how: Situation, sent: Body): CaseDraft => {
    const refusal = refusalOf(operation, how, 'required');
    return {
      draft: 'case',
      operation,
      kind: 'required',
      subject,
      title: refusing(refusal.status, says),
      strength: refusal.strength,
      steps: [{ call: { ...call, body: sent }, expect: { status: refusal.status } }],
      place: content.place,
    };
  };
  const { mediaType } = call.body;
  // Of one member the object without it is the empty one.
  const isOfSeveral = isObject(made) && Object.keys(made).length > 1;
  const mayBeNull = operation.body?.required !== true || validator.isValid(schema, null);
  return [
    ...(isOfSeveral
      ? [empty('body/empty-object', 'with an empty object', 'invalid', body.wrap(literal({})))]
      : []),
    ...(mayBeNull
      ? []
      : [
          empty('body/empty', 'with an empty body', 'unsupported', {
            kind: 'text',
            mediaType,
            value: literal(''),
          }),
        ]),
  ];
}

function noParameter(
  operation: Operation,
  request: GoodRequest,
  location: ParameterLocation,
): readonly Draft[] {
  const slot = slots[location];
  const base = request.call[slot];
  const required = request.parameters.filter(
    ({ parameter, wire }) =>
      parameter.in === location && parameter.required && parameter.name in wire && !isSentAnyway(parameter),
  );
  const conditions = required.filter(({ parameter }) => isPrecondition(parameter));
  const others = required.filter((one) => !conditions.includes(one));
  const untold = operation.parameters
    .filter((parameter) => parameter.in === location && parameter.required && isSentAnyway(parameter))
    .map(({ name, place }) =>
      gap(operation, 'not-observable', `HTTP clients send ${name} of their own accord.`, place),
    );
  if (base === undefined) return untold;
  const leftOut = (left: typeof required, how: Situation, subject: string): readonly CaseDraft[] => {
    if (left.length === 0) return [];
    const refusal = refusalOf(operation, how, 'required');
    const thing = how === 'unconditional' ? 'precondition' : locationWords[location];
    return [
      {
        draft: 'case',
        operation,
        kind: 'required',
        subject,
        title: refusing(refusal.status, `without a required ${thing}`),
        strength: refusal.strength,
        table: {
          columns: ['parameter'],
          rows: left.map(({ parameter: { name, place } }) => ({
            subject: `${location}/${name}`,
            label: name,
            values: [name],
            place: below(place, 'required'),
          })),
        },
        steps: [
          {
            call: { ...request.call, [slot]: without(base, inColumn('parameter')) },
            expect: { status: refusal.status },
          },
        ],
        place: operation.place,
      },
    ];
  };
  return [
    ...untold,
    ...leftOut(others, 'invalid', location),
    ...leftOut(conditions, 'unconditional', `${location}/precondition`),
  ];
}

/** What makes a request conditional (RFC 9110 §13.1): a server that wants it answers 428 (RFC 6585 §3). */
function isPrecondition({ name, in: location }: Parameter): boolean {
  return location === 'header' && /^if-(match|none-match|modified-since|unmodified-since|range)$/i.test(name);
}

/** What the clients of some languages add to every request, so that no suite can leave it out. */
function isSentAnyway(parameter: Parameter): boolean {
  const { name, in: location } = parameter;
  return isOfClient(parameter) || (location === 'header' && /^(user-agent|accept-encoding)$/i.test(name));
}
