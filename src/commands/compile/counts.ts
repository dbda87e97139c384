import type { OperationKey } from '../../api/api.ts';
import { inOrderOfKinds, type CaseKind } from '../../model/case-kind.ts';
import type { TestModel } from '../../model/model.ts';
import { createSeedSearch } from './pending.ts';

/** How many cases of each kind there are: of kinds that occur, in the order of all kinds. */
export type Kinds = Readonly<Partial<Record<CaseKind, number>>>;

/** What a model holds, in numbers. A row of a table is a case. */
export interface Counts {
  /** Of the contract. */
  readonly operations: number;
  /** Operations that a case calls. */
  readonly tested: number;
  readonly cases: number;
  readonly kinds: Kinds;
  /** Cases that do not run until the setup file gives a value for them. */
  readonly pending: number;
  readonly gaps: number;
  /** By code, in the order in which they first occur. */
  readonly gapCodes: Readonly<Record<string, number>>;
}

export function countsOf(model: TestModel): Counts {
  const needsSeed = createSeedSearch(model);
  const tested = new Set<OperationKey>();
  const counted: KindCount[] = [];
  let cases = 0;
  let pending = 0;
  for (const suite of model.suites) {
    for (const test of suite.groups.flatMap((group) => group.cases)) {
      const count = test.table?.rows.length ?? 1;
      cases += count;
      counted.push([test.kind, count]);
      for (const { call } of test.steps) tested.add(call.operation);
      if (needsSeed(test, suite)) pending += count;
    }
  }
  const kinds = sumByKind(counted);
  const gapCodes: Record<string, number> = {};
  for (const { code } of model.gaps) gapCodes[code] = (gapCodes[code] ?? 0) + 1;
  const operations = Object.keys(model.contract.operations).length;
  return { operations, tested: tested.size, cases, kinds, pending, gaps: model.gaps.length, gapCodes };
}

/** A kind, and so many cases of it. */
export type KindCount = readonly [CaseKind, number];

export function sumByKind(counted: readonly KindCount[]): Kinds {
  const sums = new Map<CaseKind, number>();
  for (const [kind, count] of counted) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return Object.fromEntries(inOrderOfKinds(sums.keys()).map((kind) => [kind, sums.get(kind)]));
}
