import type { Operation, ParameterLocation } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import { answeredOnce } from '../api/remembered.ts';
import { escapeToken } from '../source/place.ts';
import { deviated, subjectOf, wayName, type Deviation } from '../values/deviate.ts';
import type { SentBody } from './bodies.ts';
import { textAround } from './form-fields.ts';
import { locationWords, type DeviantParameter } from './deviations.ts';
import { furtherPlaces, placeOf } from './place-of.ts';
import { gap, type CaseDraft, type Draft, type DraftRow } from './draft.ts';
import type { CaseKind } from './case-kind.ts';
import type { Call } from './model.ts';
import { isMade, type GoodRequest } from './requests.ts';
import { expecting, refusalOf, refusing, type Promised, type Situation } from './statuses.ts';
import type { Subject } from './subject.ts';
import { changed, entry, inColumn, literal, replaced, row, without } from './value.ts';

/** A kind of deviation, in words: `for a field of the wrong type`. */
export interface Deviant {
  readonly kind: CaseKind & Deviation['group'];
  /** Ends a title; `thing` is `field`, `query parameter`, `header` … */
  describe(thing: string): string;
  /** The same where it is left out; absent: `describe` says that, too. */
  describeMissing?(thing: string): string;
}

/** The cases of one kind of deviation: one table per place that values travel in; gaps where nobody says what is due. */
export function deviationCases(operation: Operation, deviant: Deviant, subject: Subject): readonly Draft[] {
  return [...bodyCases(operation, deviant, subject), ...parameterCases(operation, deviant, subject)];
}

function bodyCases(operation: Operation, deviant: Deviant, subject: Subject): readonly CaseDraft[] {
  const { bodies, ways } = subject.deviations.of(operation, subject);
  if (bodies.length === 0 && ways.length === 0) return [];
  const refusal = refusalOf(operation, 'invalid', deviant.kind);
  const context = { operation, deviant, subject, refusal };
  return [
    ...bodies.flatMap(({ request, base, deviations }) => {
      const suffix = base === 'full' ? ' of a full request' : '';
      return tables(deviations, { ...context, request, suffix, prefix: base === 'full' ? 'full-' : '' });
    }),
    ...ways.flatMap(({ request, way, deviations }) =>
      tables(deviations, {
        ...context,
        request,
        suffix: ` when ${way.label}`,
        prefix: '',
        way: wayName(way),
      }),
    ),
  ];
}

type Rows = readonly Deviation[];

/** Of one request: members left out, members changed, and the body as a whole. */
function tables(deviations: Rows, { prefix, way, ...context }: TablesContext): readonly CaseDraft[] {
  const { deviant, request } = context;
  const ofKind = deviations.filter(({ group }) => group === deviant.kind);
  if (ofKind.length === 0) return [];
  const isWhole = ({ pointer }: Deviation) => pointer === '';
  const isLeftOut = (deviation: Deviation) =>
    deviation.change.kind === 'without' && sentChange(deviation, request.body!).value === undefined;
  const own = ofKind.filter((deviation) => !isWhole(deviation));
  const named = (name: string) => (way === undefined ? name : `${name}/${way}`);
  return [
    ...table(own.filter(isLeftOut), named(`${prefix}fields-left-out`), { ...context, columns: ['field'] }),
    ...table(
      own.filter((deviation) => !isLeftOut(deviation)),
      named(`${prefix}fields`),
      { ...context, columns: ['field', 'value'] },
    ),
    ...table(ofKind.filter(isWhole), named('whole-body'), { ...context, columns: ['body'] }),
  ];
}

interface TableContext {
  readonly operation: Operation;
  readonly deviant: Deviant;
  readonly subject: Subject;
  readonly refusal: Promised;
  readonly request: GoodRequest;
  readonly suffix: string;
  readonly columns: readonly ('field' | 'value' | 'body')[];
}

interface TablesContext extends Omit<TableContext, 'columns'> {
  readonly prefix: 'full-' | '';
  /** Of another alternative: what it is called. */
  readonly way?: string;
}

function table(deviations: Rows, name: string, context: TableContext): readonly CaseDraft[] {
  const { operation, deviant, subject, refusal, request, suffix, columns } = context;
  const { body, call } = request;
  if (deviations.length === 0 || body === undefined) return [];
  const isMissing = columns.includes('field') && !columns.includes('value');
  const describe = (isMissing && deviant.describeMissing) || deviant.describe;
  const value = columns.includes('body')
    ? row('body')
    : columns.includes('value')
      ? changed(body.value, inColumn('field'), row('value'))
      : without(body.value, inColumn('field'));
  return [
    {
      draft: 'case',
      operation,
      kind: deviant.kind,
      subject: name,
      title: refusing(refusal.status, describe(columns.includes('body') ? 'body' : 'field')) + suffix,
      strength: refusal.strength,
      table: {
        columns,
        rows: deviations.map((deviation): DraftRow => ({
          subject: ['body', subjectOf(deviation)].filter((part) => part !== '').join('/'),
          label: isMissing ? deviation.pointer : deviation.label,
          values: columns.map((column) => cell(column, deviation, body)),
          place: placeOf(deviation, body.content.place, subject),
          ...furtherPlaces(deviation, body.content.place, subject),
        })),
      },
      steps: [{ call: { ...call, body: body.wrap(value) }, expect: { status: refusal.status } }],
      place: body.content.place,
    },
  ];
}

function cell(column: TableContext['columns'][number], deviation: Deviation, body: SentBody): Json {
  const { field, value = null } = sentChange(deviation, body);
  return column === 'field' ? field : value;
}

/** The member that is changed, and what is put there; undefined: it is left out. What is inside of a form's field changes the field. */
function sentChange(
  { pointer, change }: Deviation,
  { kind, made }: SentBody,
): { readonly field: string; readonly value?: Json } {
  const around = kind === 'json' ? undefined : textAround(deviated(made, { pointer, change }), pointer);
  return around ?? { field: pointer, ...(change.kind === 'with' && { value: change.value }) };
}

function parameterCases(operation: Operation, deviant: Deviant, subject: Subject): readonly Draft[] {
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
      return parameterTable(rows, { operation, deviant, subject, request, location: 'path', fixed: name });
    }),
    ...(['query', 'header', 'cookie'] as const).flatMap((location) =>
      parameterTable(inLocation(location), { operation, deviant, subject, request, location }),
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
        rows: rows.map((deviant) => {
          const { name } = deviant.parameter;
          const value = deviant.deviation.wire[name]!;
          const cells = [base === undefined ? name : escapeToken(name), value];
          return { ...rowOf(subject)(deviant), values: fixed === undefined ? cells : [value] };
        }),
      },
      steps: [{ call: withParameter(call, location, fixed), expect: expecting(refusal) }],
      place: operation.place,
    },
  ];
}

/** Operations that refer to one parameter share what can be wrong with it; the cells are of their own tables. */
const rowOf = answeredOnce((subject: Subject) =>
  answeredOnce(({ parameter, deviation }: DeviantParameter): Omit<DraftRow, 'values'> => {
    const { in: location, name, place } = parameter;
    return {
      subject: [location, name, deviation.pointer, deviation.variant].filter((part) => part !== '').join('/'),
      label: deviation.label,
      place: placeOf(deviation, place, subject),
      ...furtherPlaces(deviation, place, subject),
    };
  }),
);

/**
 * A call with one parameter changed or added: the value stands in the column `value`, and the name in the column
 * `parameter` where it is not fixed.
 */
export function withParameter(call: Call, location: ParameterLocation, fixed?: string): Call {
  const slot = slots[location];
  const base = call[slot];
  if (fixed !== undefined) return { ...call, [slot]: replaced(base ?? literal({}), fixed, row('value')) };
  const value =
    base === undefined
      ? entry('parameter', row('value'))
      : changed(base, inColumn('parameter'), row('value'));
  return { ...call, [slot]: value };
}

function maybeDone(name: string): string {
  return `The contract does not say how it answers a malformed ${name}: what cannot exist may well be deleted already.`;
}
