import type { OperationKey } from '../../api/api.ts';
import { groupBy } from '../../api/group-by.ts';
import type { Grounds } from '../../compile.ts';
import { coverageOf } from '../../coverage/coverage.ts';
import type { CaseKind } from '../../model/case-kind.ts';
import type { At, Gap, Strength, TestModel } from '../../model/model.ts';
import type { Dependency } from '../../model/promises.ts';
import { type Counts, countsOf, type Kinds, sumByKind } from '../compile/counts.ts';
import { type PlannedCase, plannedCases } from './planned-cases.ts';
import { type PlannedElement, planned, type Tally, tallyOf } from './planned-elements.ts';

/** A test plan: what is tested of one contract, how, and what is not, and why. Plain data; `--format json` prints it. */
export interface Plan {
  /** The contract's document, as it is shown to people. */
  readonly spec: string;
  readonly title: string;
  /** The weakest expectation that has cases. */
  readonly strength: Strength;
  readonly counts: Counts & { readonly strengths: Readonly<Partial<Record<Strength, number>>> };
  readonly coverage: Tally;
  /** Each operation of the contract, in its order. */
  readonly operations: readonly PlannedOperation[];
  readonly stories: readonly PlannedStory[];
  /** In the order of the suites. */
  readonly cases: readonly PlannedCase[];
  /** What the contract says beside its operations. */
  readonly others: readonly PlannedElement[];
  readonly gaps: readonly Gap[];
  /** What produces what. */
  readonly dependencies: readonly Dependency[];
}

export interface PlannedOperation {
  readonly key: OperationKey;
  /** `POST /books` */
  readonly name: string;
  readonly summary?: string;
  readonly at: At;
  /** Of the cases that are about this operation alone, rows counted. */
  readonly kinds: Kinds;
  readonly coverage: Tally;
  readonly elements: readonly PlannedElement[];
}

/** A story across operations. */
export interface PlannedStory {
  /** `The life of a book` */
  readonly name: string;
  readonly kinds: Kinds;
}

/** What a plan is made of. */
export interface Planning {
  readonly model: TestModel;
  readonly grounds: Grounds;
  readonly strength: Strength;
}

/** The plan of one contract. */
export function planOf({ model, grounds, strength }: Planning): Plan {
  const { locate } = grounds;
  const cases = plannedCases(model);
  const pending = new Set(
    cases.flatMap(({ id, isPending, rows = [] }) => (isPending ? [id, ...rows.map((row) => row.id)] : [])),
  );
  const { operations, others } = coverageOf({ ...grounds, pending });
  const byAbout = kindsByAbout(cases);
  const shown = operations.map(({ operation, elements }): PlannedOperation => {
    const { key, method, path, summary, place } = operation;
    const name = `${method} ${path}`;
    return {
      key,
      name,
      ...(summary !== undefined && { summary }),
      at: locate(place),
      kinds: byAbout.get(name) ?? {},
      coverage: tallyOf(elements),
      elements: elements.map((element) => planned(element, locate)),
    };
  });
  const names = new Set(shown.map(({ name }) => name));
  return {
    spec: model.spec,
    title: model.title,
    strength,
    counts: { ...countsOf(model), strengths: strengthsOf(cases) },
    coverage: tallyOf([...operations.flatMap(({ elements }) => elements), ...others]),
    operations: shown,
    stories: [...byAbout].flatMap(([name, kinds]) => (names.has(name) ? [] : [{ name, kinds }])),
    cases,
    others: others.map((element) => planned(element, locate)),
    gaps: model.gaps,
    dependencies: model.dependencies,
  };
}

function kindsByAbout(cases: readonly PlannedCase[]): ReadonlyMap<string, Kinds> {
  const groups = groupBy(cases, ({ about }) => about);
  return new Map(
    [...groups].map(([about, own]) => [
      about,
      sumByKind(own.map(({ kind, rows }) => [kind, rows?.length ?? 1])),
    ]),
  );
}

function strengthsOf(cases: readonly PlannedCase[]): Plan['counts']['strengths'] {
  const found: Partial<Record<Strength, number>> = {};
  for (const { strength, rows } of cases) found[strength] = (found[strength] ?? 0) + (rows?.length ?? 1);
  return found;
}

/** Kinds that occur, in the order of all kinds: the columns of a table. */
export function kindsOf({ counts }: Plan): readonly CaseKind[] {
  return Object.keys(counts.kinds) as CaseKind[];
}

/** How many cases these are. */
export function sum(kinds: Kinds): number {
  return Object.values(kinds).reduce((total, count) => total + count, 0);
}
