import type { Operation, ParameterLocation } from '../api/api.ts';
import { deviationCases, slots } from '../model/deviation-cases.ts';
import { locationWords } from '../model/deviations.ts';
import type { CaseDraft } from '../model/draft.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { refusalOf, refusing } from '../model/statuses.ts';
import { inColumn, without } from '../model/value.ts';
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
  if (operation.body?.required !== true || call.body === undefined) return [];
  const refusal = refusalOf(operation, 'unsupported');
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
      place: operation.body.place,
    },
  ];
}

function noParameter(
  operation: Operation,
  request: GoodRequest,
  location: ParameterLocation,
): readonly CaseDraft[] {
  const slot = slots[location];
  const base = request.call[slot];
  const required = request.parameters.filter(
    ({ parameter, wire }) => parameter.in === location && parameter.required && parameter.name in wire,
  );
  if (base === undefined || required.length === 0) return [];
  const refusal = refusalOf(operation, 'invalid');
  return [
    {
      draft: 'case',
      operation,
      kind: 'required',
      subject: location,
      title: refusing(refusal.status, `without a required ${locationWords[location]}`),
      strength: refusal.strength,
      table: {
        columns: ['parameter'],
        rows: required.map(({ parameter: { name, place } }) => ({
          subject: `${location}/${name}`,
          label: name,
          values: [name],
          place,
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
}
