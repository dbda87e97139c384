import type { Operation, ParameterLocation } from '../api/api.ts';
import { a, deed } from '../api/roles.ts';
import { slots, withParameter } from '../model/parameter-cases.ts';
import { locationWords } from '../model/deviations.ts';
import { gap, type CaseDraft, type Draft, type DraftRow } from '../model/draft.ts';
import type { VariedParameter } from '../model/parameter-variations.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { at, changed, inColumn, row, type Value } from '../model/value.ts';
import { variationsOf, type BodyVariations, type VariedBody } from '../model/variations.ts';
import { escapeToken } from '../source/place.ts';
import type { Rule } from './rule.ts';

/**
 * Each value that the contract names for a place is accepted there: of an enumeration, both truth values, null, each
 * bound from inside, each alternative of anyOf and oneOf with what can be said in it (JSON Schema Validation 2020-12 §6,
 * Core §10.2.1). The good request with one place changed. What a right server may refuse all the same is a gap.
 */
export const acceptedValues: Rule = (subject) =>
  subject.operations.flatMap((operation): readonly Draft[] => {
    const { bodies, parameters, notVaried } = variationsOf(operation, subject);
    const good = subject.requests.good(operation);
    if (!isMade(good)) return [];
    const context = { operation, subject, title: deed(subject.roles.get(operation.key)) };
    return [
      ...bodies.flatMap((body) => bodyCases(body, context)),
      ...parameterCases(parameters, good, context),
      ...notVaried.map(({ code, reason, place }) => gap(operation, code, `${reason}.`, place)),
    ];
  });

interface Context {
  readonly operation: Operation;
  readonly subject: Subject;
  /** What the operation does: `creates a book`. */
  readonly title: string;
}

function bodyCases({ request, base, variations }: BodyVariations, context: Context): readonly CaseDraft[] {
  const rows = variations.filter(({ spelled }) => spelled.kind === 'literal');
  const others = variations.filter(({ spelled }) => spelled.kind !== 'literal');
  const [fields, whole] = [
    rows.filter(({ pointer }) => pointer !== ''),
    rows.filter(({ pointer }) => pointer === ''),
  ];
  return [
    ...bodyTable(fields, { ...context, request, base, column: 'field' }),
    ...bodyTable(whole, { ...context, request, base, column: 'body' }),
    ...others.map((variation) => ofItsOwn(variation, request, context)),
  ];
}

interface TableContext extends Context {
  readonly request: GoodRequest;
  readonly base: BodyVariations['base'];
  readonly column: 'field' | 'body';
}

function bodyTable(variations: readonly VariedBody[], context: TableContext): readonly CaseDraft[] {
  const { request, base, column, title } = context;
  const { body } = request;
  if (variations.length === 0 || body === undefined) return [];
  const isField = column === 'field';
  return [
    accepted(context, {
      subject: `${base === 'full' ? 'full-' : ''}${isField ? 'fields' : 'bodies'}`,
      title: isField
        ? `${title} with any value that ${base === 'full' ? 'an optional' : 'a'} field may have`
        : `${title} with any body that is allowed`,
      table: {
        columns: isField ? ['field', 'value'] : ['body'],
        rows: variations.map((variation): DraftRow => ({
          subject: subjectOf(variation),
          label: variation.label,
          values: isField ? [variation.pointer, variation.value] : [variation.value],
          place: variation.place,
        })),
      },
      call: {
        ...request.call,
        body: body.wrap(isField ? changed(body.value, inColumn('field'), row('value')) : row('body')),
      },
      place: body.content.place,
    }),
  ];
}

/** A case without a table: part of the value is known only at run time. */
function ofItsOwn(variation: VariedBody, request: GoodRequest, context: Context): CaseDraft {
  const body = request.body!;
  const { pointer, spelled, label, place } = variation;
  const value: Value = pointer === '' ? spelled : changed(body.value, at(pointer), spelled);
  return accepted(context, {
    subject: subjectOf(variation),
    title: `${context.title} when ${label}`,
    call: { ...request.call, body: body.wrap(value) },
    place,
  });
}

function parameterCases(
  found: readonly VariedParameter[],
  good: GoodRequest,
  context: Context,
): readonly CaseDraft[] {
  const inPath = context.operation.parameters.filter((parameter) => parameter.in === 'path');
  const of = (location: ParameterLocation) => found.filter(({ parameter }) => parameter.in === location);
  return [
    ...inPath.flatMap(({ name }) =>
      parameterTable(
        of('path').filter(({ parameter }) => parameter.name === name),
        good,
        { ...context, location: 'path', fixed: name },
      ),
    ),
    ...(['query', 'header', 'cookie'] as const).flatMap((location) =>
      parameterTable(of(location), good, { ...context, location }),
    ),
  ];
}

interface ParameterContext extends Context {
  readonly location: ParameterLocation;
  /** The one parameter that the table is about; absent: a column says which. */
  readonly fixed?: string;
}

function parameterTable(
  found: readonly VariedParameter[],
  good: GoodRequest,
  context: ParameterContext,
): readonly CaseDraft[] {
  if (found.length === 0) return [];
  const { location, fixed, title, operation } = context;
  const isAdded = good.call[slots[location]] === undefined;
  const of = fixed === undefined ? a([locationWords[location]]) : `${fixed} in the path`;
  return [
    accepted(context, {
      subject: [location, ...(fixed === undefined ? [] : [fixed])].join('/'),
      title: `${title} with any value that ${of} may have`,
      table: {
        columns: fixed === undefined ? ['parameter', 'value'] : ['value'],
        rows: found.map(({ parameter: { name }, variation, wire, place }): DraftRow => ({
          subject: [location, name, variation.pointer, variation.variant]
            .filter((part) => part !== '')
            .join('/'),
          label: variation.label,
          values: fixed === undefined ? [isAdded ? name : escapeToken(name), wire] : [wire],
          place,
        })),
      },
      call: withParameter(good.call, location, fixed),
      place: operation.place,
    }),
  ];
}

function subjectOf({ pointer, variant }: VariedBody): string {
  return ['body', pointer, variant].filter((part) => part !== '').join('/');
}

function accepted(
  { operation }: Context,
  {
    call,
    ...how
  }: Pick<CaseDraft, 'subject' | 'title' | 'table' | 'place'> & {
    readonly call: GoodRequest['call'];
  },
): CaseDraft {
  const { status, strength } = successOf(operation);
  return { draft: 'case', operation, kind: 'happy', ...how, strength, steps: [{ call, expect: { status } }] };
}
