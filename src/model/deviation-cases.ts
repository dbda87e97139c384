import type { Operation } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import { deviated, subjectOf, type Deviation } from '../values/deviate.ts';
import type { SentBody } from './bodies.ts';
import { textAround } from './form-fields.ts';
import { parameterCases } from './parameter-cases.ts';
import { furtherPlaces, placeOf } from './place-of.ts';
import type { CaseDraft, Draft, DraftRow } from './draft.ts';
import type { CaseKind } from './case-kind.ts';
import type { GoodRequest } from './requests.ts';
import { refusalOf, refusing, type Promised } from './statuses.ts';
import type { Subject } from './subject.ts';
import { changed, inColumn, row, without } from './value.ts';

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
  const { bodies, others } = subject.deviations.of(operation, subject);
  if (bodies.length === 0 && others.length === 0) return [];
  const refusal = refusalOf(operation, 'invalid', deviant.kind);
  const context = { operation, deviant, subject, refusal };
  return [
    ...bodies.flatMap(({ request, base, deviations }) => {
      const suffix = base === 'full' ? ' of a full request' : '';
      return tables(deviations, { ...context, request, suffix, prefix: base === 'full' ? 'full-' : '' });
    }),
    ...others.flatMap(({ request, name, label, inRows, deviations }) =>
      tables(deviations, {
        ...context,
        request,
        suffix: ` ${label}`,
        prefix: '',
        name,
        ...(inRows && { inRows }),
      }),
    ),
  ];
}

type Rows = readonly Deviation[];

/** Of one request: members left out, members changed, and the body as a whole. */
function tables(deviations: Rows, { prefix, name, ...context }: TablesContext): readonly CaseDraft[] {
  const { deviant, request } = context;
  const ofKind = deviations.filter(({ group }) => group === deviant.kind);
  if (ofKind.length === 0) return [];
  const isWhole = ({ pointer }: Deviation) => pointer === '';
  const isLeftOut = (deviation: Deviation) =>
    deviation.change.kind === 'without' && sentChange(deviation, request.body!).value === undefined;
  const own = ofKind.filter((deviation) => !isWhole(deviation));
  const named = (table: string) => (name === undefined ? table : `${table}/${name}`);
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
  /** Stands in the ids of rows, behind `body`. */
  readonly inRows?: string;
  readonly columns: readonly ('field' | 'value' | 'body')[];
}

interface TablesContext extends Omit<TableContext, 'columns'> {
  readonly prefix: 'full-' | '';
  /** Of another alternative or media type: what it is called. */
  readonly name?: string;
}

function table(deviations: Rows, name: string, context: TableContext): readonly CaseDraft[] {
  const { operation, deviant, subject, refusal, request, suffix, inRows = '', columns } = context;
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
          subject: ['body', inRows, subjectOf(deviation)].filter((part) => part !== '').join('/'),
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
  if (kind === 'text')
    return { field: pointer, ...(change.kind === 'with' && { value: String(change.value) }) };
  const around = kind === 'json' ? undefined : textAround(deviated(made, { pointer, change }), pointer);
  return around ?? { field: pointer, ...(change.kind === 'with' && { value: change.value }) };
}
