import type { OperationKey } from '../api/api.ts';
import { isObject } from '../api/json.ts';
import { caseId } from '../model/case-id.ts';
import type { CaseDraft } from '../model/draft.ts';
import type { Body, Call, CaseId, Step } from '../model/model.ts';
import type { Value } from '../model/value.ts';
import { about, accepted, called, carried, expected, lesser, type Mark, sent, uninvited } from './marks.ts';

/** Which cases bear which marks. */
export interface Evidence {
  /** Ids of the cases and rows of an operation that bear any of the marks, each once, in the order of the suite. */
  of(operation: OperationKey, marks: readonly Mark[]): readonly CaseId[];
}

/** Collects the marks of cases: of each step for the operation that it calls; of places for the case's own. */
export function evidenceOf(drafts: readonly CaseDraft[]): Evidence {
  const found = new Map<string, CaseId[]>();
  const note = (operation: OperationKey, mark: Mark, id: CaseId) => {
    const key = `${operation} ${mark}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [id]);
    else if (known.at(-1) !== id) known.push(id);
  };
  for (const draft of drafts) {
    const own = draft.operation.key;
    const id = caseId(draft, draft.subject);
    if (draft.place !== draft.operation.place) note(own, about(draft.place), id);
    for (const { subject, place, covers = [] } of draft.table?.rows ?? []) {
      for (const one of [place, ...covers]) note(own, about(one), caseId(draft, subject));
    }
    for (const step of draft.steps) {
      for (const mark of marksOf(step, draft)) note(step.call.operation, mark, id);
    }
  }
  return {
    of(operation, marks) {
      if (marks.length === 1) return found.get(`${operation} ${marks[0]!}`) ?? [];
      return [...new Set(marks.flatMap((mark) => found.get(`${operation} ${mark}`) ?? []))];
    },
  };
}

function marksOf({ call, expect }: Step, draft: CaseDraft): readonly Mark[] {
  // A method that the path does not declare is no operation.
  if (draft.kind === 'method') return [];
  const carriers = [
    ['path', call.pathParameters],
    ['query', call.query],
    ['header', call.headers],
    ['cookie', call.cookies],
  ] as const;
  return [
    called,
    ...actorMarks(call),
    ...carriers.flatMap(([location, value]) =>
      value === undefined ? [] : namesIn(value, draft).map((name) => carried(location, name)),
    ),
    ...(call.body ? [sent(mediaTypeOf(call.body))] : []),
    ...acceptMarks(call.headers),
    // Of a family any status will do, and none of them is brought about on purpose.
    ...(expect.status.family ? [] : expect.status.codes.map((code) => expected(String(code)))),
  ];
}

function actorMarks({ as }: Call): readonly Mark[] {
  switch (as) {
    case 'user':
    case 'stranger':
      return [];
    case 'anonymous':
    case 'malformed':
    case 'wrong-scheme':
    case 'expired':
      return [uninvited];
    case 'lesser':
      return [lesser];
  }
}

function acceptMarks(headers: Value | undefined): readonly Mark[] {
  if (headers === undefined) return [];
  const own = headers.kind === 'object' ? Object.entries(headers.members) : [];
  const literal =
    headers.kind === 'literal' && isObject(headers.json)
      ? Object.entries(headers.json).filter(([, value]) => typeof value === 'string')
      : [];
  return [
    ...own.flatMap(([name, value]) => (value.kind === 'literal' ? [[name, value.json] as const] : [])),
    ...literal,
  ].flatMap(([name, value]) => (name.toLowerCase() === 'accept' ? [accepted(String(value))] : []));
}

/** The names that an object of parameters has, as far as the model tells. */
function namesIn(value: Value, draft: CaseDraft): readonly string[] {
  switch (value.kind) {
    case 'literal':
      return isObject(value.json) ? Object.keys(value.json) : [];
    case 'object':
      return Object.keys(value.members);
    case 'entry':
      return cellsOf(draft, value.column);
    case 'with':
      return [
        ...namesIn(value.of, draft),
        ...(value.path.kind === 'row' ? cellsOf(draft, value.path.column) : [value.path.pointer]),
      ];
    case 'without':
      return namesIn(value.of, draft);
    default:
      return [];
  }
}

/** The texts of a column. */
function cellsOf({ table }: CaseDraft, column: readonly string[]): readonly string[] {
  const index = table?.columns.indexOf(column.join(' ')) ?? -1;
  return (table?.rows ?? []).flatMap(({ values }) => {
    const cell = values[index];
    return typeof cell === 'string' ? [cell] : [];
  });
}

function mediaTypeOf(body: Body): string {
  switch (body.kind) {
    case 'json':
    case 'text':
      return body.mediaType;
    case 'form':
      return 'application/x-www-form-urlencoded';
    case 'multipart':
      return 'multipart/form-data';
  }
}
