import type { CaseKind } from '../../model/case-kind.ts';
import { operationNames } from './dependency-words.ts';
import type { Kinds } from '../compile/counts.ts';
import { kindsOf, type Plan, type PlannedOperation } from './plan.ts';
import type { PlannedCase } from './planned-cases.ts';
import type { PlannedElement, Tally } from './planned-elements.ts';
import { coverageLine, elementWords, headline } from './summaries.ts';

/** The number of a text in `PageData.texts`: large contracts say the same thousands of times. */
type Text = number;

/** A plan as the page's script reads it (page/data.js says the same): short, because it travels in the page. */
export interface PageData {
  readonly title: string;
  readonly spec: string;
  readonly headline: string;
  readonly coverageLine: string;
  readonly coverage: Tally;
  readonly kinds: readonly CaseKind[];
  readonly texts: readonly string[];
  readonly operations: readonly {
    readonly name: string;
    readonly summary: string;
    /** Numbers of cases, one for each of `kinds`. */
    readonly counts: readonly number[];
    readonly coverage: Tally;
    readonly elements: readonly PageElement[];
  }[];
  readonly stories: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly cases: readonly PageCase[];
  /** Code, reason, operation (`''`: none), place. */
  readonly gaps: readonly (readonly [Text, Text, Text, string])[];
  /** Who takes, what, from whom, how that is known. */
  readonly dependencies: readonly (readonly [Text, Text, Text, Text])[];
}

/** What it is, its place, what became of it, and its cases or the reason why there is none. */
export type PageElement = readonly [Text, Text, PlannedElement['state'], readonly Text[] | Text];

export interface PageCase {
  readonly id: string;
  readonly title: string;
  readonly kind: CaseKind;
  readonly strength: string;
  readonly about: Text;
  readonly at: string;
  readonly isPending: boolean;
  /** Request and promise of each step. */
  readonly steps: readonly (readonly [Text, Text])[];
  readonly columns: readonly string[];
  /** Id, label, and the cells as JSON. */
  readonly rows: readonly (readonly [id: string, label: string, cells: readonly string[]])[];
}

/** The data of a plan's page. */
export function pageDataOf(plan: Plan): PageData {
  const pool = new Pool();
  const kinds = kindsOf(plan);
  const names = operationNames(plan);
  const countsOf = (found: Kinds) => kinds.map((kind) => found[kind] ?? 0);
  const operations = plan.operations.map((operation) =>
    pageOperation(operation, { pool, spec: plan.spec, countsOf }),
  );
  const cases = plan.cases.map((one) => pageCase(one, pool));
  const gaps = plan.gaps.map(
    ({ code, reason, operation = '', at }) =>
      [
        pool.of(code),
        pool.of(reason),
        pool.of(names.get(operation) ?? operation),
        lineOf(at, plan.spec),
      ] as const,
  );
  const dependencies = plan.dependencies.map(
    ({ operation, need, producer, by, confidence }) =>
      [
        pool.of(names.get(operation) ?? operation),
        pool.of(need.in === 'body' ? `body ${need.pointer}` : `${need.in} ${need.name}`),
        pool.of(names.get(producer) ?? producer),
        pool.of(`${by}, ${confidence}`),
      ] as const,
  );
  return {
    title: plan.title,
    spec: plan.spec,
    headline: headline(plan),
    coverageLine: coverageLine(plan.coverage),
    coverage: plan.coverage,
    kinds,
    texts: pool.texts,
    operations,
    stories: plan.stories.map(({ name, kinds: own }) => ({ name, counts: countsOf(own) })),
    cases,
    gaps,
    dependencies,
  };
}

/** Texts, each once. */
class Pool {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, Text>();

  of(text: string): Text {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

interface Making {
  readonly pool: Pool;
  /** The document whose name goes without saying. */
  readonly spec: string;
  readonly countsOf: (kinds: Kinds) => readonly number[];
}

function pageOperation(
  { name, summary = '', kinds, coverage, elements }: PlannedOperation,
  { pool, spec, countsOf }: Making,
): PageData['operations'][number] {
  return {
    name,
    summary,
    counts: countsOf(kinds),
    coverage,
    elements: elements.map((element): PageElement => [
      pool.of(elementWords(element)),
      pool.of(lineOf(element.at, spec)),
      element.state,
      element.by ? element.by.map((id) => pool.of(id)) : pool.of(element.reason ?? ''),
    ]),
  };
}

function pageCase(
  { id, title, kind, strength, about, at, isPending, steps, columns = [], rows = [] }: PlannedCase,
  pool: Pool,
): PageCase {
  return {
    id,
    title,
    kind,
    strength,
    about: pool.of(about),
    at,
    isPending,
    steps: steps.map(({ request, promise }) => [pool.of(request), pool.of(promise)] as const),
    columns,
    rows: rows.map((row) => [row.id, row.label, row.values.map((value) => shortened(JSON.stringify(value)))]),
  };
}

/** A place in the page's own document by its line and column alone. */
function lineOf(at: string, spec: string): string {
  return at.startsWith(`${spec}:`) ? at.slice(spec.length + 1) : at;
}

/** Of a text that is longer than a reader wants, its beginning. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text;
}
