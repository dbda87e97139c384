import type { Case, Step, TestModel } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';
import { kindOf } from '../../src/run/result.ts';
import type { Mutation, MutationKind } from './mutation.ts';

/** So many cases of one kind are asked, where each of them shows what the others would. */
const enough = 6;

/** So many are asked first, where any case that looks at an answer sees what is wrong with it. */
const few = 3;

/** What only a case sees that knows what the answer should be. */
const quiet: ReadonlySet<MutationKind> = new Set([
  'value altered',
  'list emptied',
  'last item missing',
  'query parameter ignored',
]);

/** Ids of the cases that look at such an answer of the operation themselves; not those that only need what it makes. */
export function casesFor({ operation, of }: Mutation, { suites }: TestModel): readonly string[] {
  const cases = suites.flatMap(({ groups }) => groups).flatMap((group) => group.cases);
  const looking = cases.filter(({ steps }) =>
    steps.some((step) => operationOf(step) === operation && isExpected(step, of)),
  );
  const ids = looking.flatMap(idsOf);
  if (of === 'refusal') return ids.slice(0, enough);
  const isHappy = (id: string) => kindOf(id) === 'happy';
  return [...ids.filter(isHappy).slice(0, enough), ...ids.filter((id) => !isHappy(id))];
}

/** The first of them that nearly always find it. */
export function firstCasesFor(mutation: Mutation, model: TestModel): readonly string[] {
  const all = casesFor(mutation, model);
  return quiet.has(mutation.kind) ? all : all.slice(0, few);
}

/** Names of the query parameters that the suite sends to each operation. */
export function parametersOf(operation: string, { suites }: TestModel): readonly string[] {
  const steps = suites
    .flatMap(({ groups }) => groups)
    .flatMap((group) => group.cases)
    .flatMap((one) => one.steps);
  const names = steps
    .filter((step) => operationOf(step) === operation)
    .flatMap(({ call }) => (call.query ? membersOf(call.query) : []));
  return [...new Set(names)].sort();
}

function membersOf(value: Value): readonly string[] {
  switch (value.kind) {
    case 'literal':
      return Object.keys(value.json as object);
    case 'object':
      return Object.keys(value.members);
    case 'with':
      return [...membersOf(value.of), ...(value.path.kind === 'pointer' ? [value.path.pointer] : [])];
    case 'without':
      return membersOf(value.of);
    default:
      return []; // its names stand in a table, and are those of other cases, too
  }
}

function operationOf({ call }: Step): string {
  return `${call.method} ${call.path}`;
}

function isExpected({ expect }: Step, of: Mutation['of']): boolean {
  const isSuccess = expect.status.codes.some((code) => String(code).startsWith('2'));
  return of === 'success' ? isSuccess : !isSuccess;
}

function idsOf({ id, table }: Case): readonly string[] {
  return table === undefined ? [id] : table.rows.map((row) => row.id);
}
