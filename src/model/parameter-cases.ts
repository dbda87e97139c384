import type { Operation, ParameterLocation } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import { answeredOnce } from '../api/remembered.ts';
import { escapeToken } from '../source/place.ts';
import { subjectOf } from '../values/deviate.ts';
import { locationWords, type DeviantParameter } from './deviations.ts';
import type { Deviant } from './deviation-cases.ts';
import { gap, type CaseDraft, type Draft, type DraftRow } from './draft.ts';
import type { Call } from './model.ts';
import { furtherPlaces, placeOf } from './place-of.ts';
import { isMade, type GoodRequest } from './requests.ts';
import { expecting, refusalOf, refusing, type Situation } from './statuses.ts';
import type { Subject } from './subject.ts';
import { changed, entry, inColumn, literal, replaced, row as cell, without } from './value.ts';

/** The cases of one kind of deviation of parameters: one table per place that values travel in. */
export function parameterCases(operation: Operation, deviant: Deviant, subject: Subject): readonly Draft[] {
  const request = subject.requests.good(operation);
  if (!isMade(request)) return [];
  const found = subject.deviations
    .of(operation, subject)
    .parameters.filter(({ deviation }) => deviation.group === deviant.kind);
  if (found.length === 0) return [];
  const inLocation = (location: ParameterLocation) =>
    found.filter(({ parameter }) => parameter.in === location);
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  return [
    ...inPath.flatMap(({ name }) => {
      const rows = inLocation('path').filter(({ parameter }) => parameter.name === name);
      return parameterTables(rows, { operation, deviant, subject, request, location: 'path', fixed: name });
    }),
    ...(['query', 'header', 'cookie'] as const).flatMap((location) =>
      parameterTables(inLocation(location), { operation, deviant, subject, request, location }),
    ),
  ];
}

interface ParameterContext {
  readonly operation: Operation;
  readonly deviant: Deviant;
  readonly subject: Subject;
  readonly request: GoodRequest;
  readonly location: ParameterLocation;
  /** The one parameter that the table is about; absent: a column says which. */
  readonly fixed?: string;
}

export const slots = {
  path: 'pathParameters',
  query: 'query',
  header: 'headers',
  cookie: 'cookies',
} as const satisfies Record<ParameterLocation, keyof Call>;

function parameterTables(all: readonly DeviantParameter[], context: ParameterContext): readonly Draft[] {
  const sent = all.filter(({ value }) => value !== undefined);
  return [
    ...parameterTable(sent, context),
    ...leftOutTable(
      all.filter(({ value }) => value === undefined),
      context,
    ),
  ];
}

/** Members of objects that are spread over names: each name left out. */
function leftOutTable(
  rows: readonly DeviantParameter[],
  { operation, deviant, subject, request, location }: ParameterContext,
): readonly CaseDraft[] {
  const slot = slots[location];
  const base = request.call[slot];
  if (rows.length === 0 || base === undefined) return [];
  const refusal = refusalOf(operation, 'invalid', deviant.kind);
  const describe = deviant.describeMissing ?? deviant.describe;
  return [
    {
      draft: 'case',
      operation,
      kind: deviant.kind,
      subject: `${location}-left-out`,
      title: refusing(refusal.status, describe(`${locationWords[location]}`)),
      strength: refusal.strength,
      table: {
        columns: ['parameter'],
        rows: rows.map((row) => ({
          ...rowOf(subject)(row),
          label: row.name,
          values: [escapeToken(row.name)],
        })),
      },
      steps: [
        {
          call: { ...request.call, [slot]: without(base, inColumn('parameter')) },
          expect: expecting(refusal),
        },
      ],
      place: operation.place,
    },
  ];
}

/** Operations that refer to one parameter share what can be wrong with it; the cells are of their own tables. */
const rowOf = answeredOnce((subject: Subject) =>
  answeredOnce(({ parameter, deviation }: DeviantParameter): Omit<DraftRow, 'values'> => {
    const { in: location, name, place } = parameter;
    return {
      subject: [location, name, subjectOf(deviation)].filter((part) => part !== '').join('/'),
      label: deviation.label,
      place: placeOf(deviation, place, subject),
      ...furtherPlaces(deviation, place, subject),
    };
  }),
);

function parameterTable(rows: readonly DeviantParameter[], context: ParameterContext): readonly Draft[] {
  if (rows.length === 0) return [];
  const { operation, deviant, subject, request, location, fixed } = context;
  const situation: Situation = location === 'path' ? 'malformed-id' : 'invalid';
  const refusal = refusalOf(operation, situation, deviant.kind);
  if (location === 'path' && operation.method === 'DELETE' && refusal.strength === 'convention') {
    return rows.map(({ parameter: { name, place }, deviation }) =>
      gap(operation, 'no-promise', maybeDone(name), placeOf(deviation, place, subject)),
    );
  }
  const slot = slots[location];
  const call = location === 'path' ? request.elsewhere : request.call;
  const base = call[slot];
  return [
    {
      draft: 'case',
      operation,
      kind: deviant.kind,
      subject: [location, ...(fixed === undefined ? [] : [fixed])].join('/'),
      title: refusing(
        refusal.status,
        deviant.describe(fixed === undefined ? locationWords[location] : `${fixed} in the path`),
      ),
      strength: refusal.strength,
      table: {
        columns: fixed === undefined ? ['parameter', 'value'] : ['value'],
        rows: rows.map((row) => ({
          ...rowOf(subject)(row),
          values:
            fixed === undefined
              ? [base === undefined ? row.name : escapeToken(row.name), valueOf(row)]
              : [valueOf(row)],
        })),
      },
      steps: [{ call: withParameter(call, location, fixed), expect: expecting(refusal) }],
      place: operation.place,
    },
  ];
}

/**
 * A call with one parameter changed or added: the value stands in the column `value`, and the name in the column
 * `parameter` where it is not fixed.
 */
export function withParameter(call: Call, location: ParameterLocation, fixed?: string): Call {
  const slot = slots[location];
  const base = call[slot];
  if (fixed !== undefined) return { ...call, [slot]: replaced(base ?? literal({}), fixed, cell('value')) };
  const value =
    base === undefined
      ? entry('parameter', cell('value'))
      : changed(base, inColumn('parameter'), cell('value'));
  return { ...call, [slot]: value };
}

/** What travels, as a cell of a table. */
function valueOf({ value }: DeviantParameter): Json {
  return value ?? null;
}

function maybeDone(name: string): string {
  return `The contract does not say how it answers a malformed ${name}: what cannot exist may well be deleted already.`;
}
