import type { CaseKind, OperationKey, TestModel } from '../../model/model.ts';
import { createSeedSearch } from './pending.ts';

/** What a model holds, in numbers. A row of a table is a case. */
export interface Counts {
  /** Of the contract. */
  readonly operations: number;
  /** Operations that a case calls. */
  readonly tested: number;
  readonly cases: number;
  /** Kinds that occur, in the order in which they first do. */
  readonly kinds: Readonly<Partial<Record<CaseKind, number>>>;
  /** Cases that do not run until the setup file gives a value for them. */
  readonly pending: number;
  readonly gaps: number;
  /** By code, in the order in which they first occur. */
  readonly gapCodes: Readonly<Record<string, number>>;
}

export function countsOf(model: TestModel): Counts {
  const needsSeed = createSeedSearch(model);
  const kinds: Partial<Record<CaseKind, number>> = {};
  const tested = new Set<OperationKey>();
  let cases = 0;
  let pending = 0;
  for (const suite of model.suites) {
    for (const test of suite.groups.flatMap((group) => group.cases)) {
      const count = test.table?.rows.length ?? 1;
      cases += count;
      for (const { call } of test.steps) tested.add(call.operation);
      kinds[test.kind] = (kinds[test.kind] ?? 0) + count;
      if (needsSeed(test, suite)) pending += count;
    }
  }
  const gapCodes: Record<string, number> = {};
  for (const { code } of model.gaps) gapCodes[code] = (gapCodes[code] ?? 0) + 1;
  const operations = Object.keys(model.contract.operations).length;
  return { operations, tested: tested.size, cases, kinds, pending, gaps: model.gaps.length, gapCodes };
}
