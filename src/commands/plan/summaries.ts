import { groupBy } from '../../api/group-by.ts';
import type { Gap } from '../../model/model.ts';
import { type Plan, type PlannedOperation, type PlannedStory, sum } from './plan.ts';
import type { PlannedCase } from './planned-cases.ts';
import { percentCovered, type PlannedElement, type Tally } from './planned-elements.ts';

/** What a plan comes to, in the words that every format has in common. */

/** `25 operations, 562 cases: 431 contract, 131 convention` */
export function headline({ counts, operations }: Plan): string {
  const { cases, strengths, pending, gaps } = counts;
  const split = Object.entries(strengths).map(([name, count]) => `${count} ${name}`);
  return [
    plural(operations.length, 'operation'),
    split.length > 0 ? `${plural(cases, 'case')} (${split.join(', ')})` : plural(cases, 'case'),
    `${pending} pending`,
    plural(gaps, 'gap'),
  ].join(', ');
}

/** `Of 912 elements of the contract 620 are covered, 12 once pending cases run; 250 are not, for a reason; 30 are not …` */
export function coverageLine({ covered, pending, excused, uncovered }: Tally): string {
  const all = covered + pending + excused + uncovered;
  return (
    `Of ${plural(all, 'element')} of the contract ${covered} are covered, ${pending} once pending cases run; ` +
    `${excused} are not, for a reason; ${uncovered} are not, and nobody says why.`
  );
}

/** `92 %`, or `–` where there is nothing to cover. */
export function percentWords(tally: Tally): string {
  const percent = percentCovered(tally);
  return percent === undefined ? '–' : `${percent} %`;
}

/** Gaps of one code and reason, by how many there are; each code's together. */
export interface GapGroup {
  readonly code: string;
  readonly reason: string;
  readonly gaps: readonly Gap[];
}

export function gapGroups({ gaps }: Plan): readonly GapGroup[] {
  return [...groupBy(gaps, ({ code, reason }) => `${code} ${reason}`).values()]
    .map((group) => ({ code: group[0]!.code, reason: group[0]!.reason, gaps: group }))
    .toSorted((a, b) => a.code.localeCompare(b.code, 'en') || b.gaps.length - a.gaps.length);
}

/** An element, and the operation that it belongs to. */
export interface Owned {
  readonly operation: PlannedOperation;
  readonly element: PlannedElement;
}

/** What no case covers although nobody says why, by what it is: `status 409`, `keyword maxLength`; the most first. */
export interface UncoveredGroup {
  readonly name: string;
  readonly owned: readonly Owned[];
}

export function uncoveredGroups({ operations }: Plan): readonly UncoveredGroup[] {
  const all = operations.flatMap((operation) =>
    operation.elements.flatMap((element) => (element.state === 'uncovered' ? [{ operation, element }] : [])),
  );
  return [...groupBy(all, ({ element }) => groupName(element)).values()]
    .map((owned) => ({ name: groupName(owned[0]!.element), owned }))
    .toSorted((a, b) => b.owned.length - a.owned.length);
}

function groupName({ kind, name }: PlannedElement): string {
  switch (kind) {
    case 'keyword':
      return `keyword ${name.split(' ')[0]}`;
    case 'status':
      return `status ${name}`;
    case 'operation':
    case 'answered':
    case 'header':
    case 'link':
    case 'sent':
    case 'parameter':
    case 'security':
    case 'scope':
    case 'other':
      return kindWords[kind];
  }
}

/** What an element is called. */
export const kindWords: Readonly<Record<PlannedElement['kind'], string>> = {
  operation: 'operation',
  status: 'status',
  answered: 'media type answered',
  header: 'header answered',
  link: 'link',
  sent: 'media type sent',
  parameter: 'parameter',
  keyword: 'keyword',
  security: 'security scheme',
  scope: 'scope',
  other: 'other',
};

/** `maxLength 80 of body.title`, `status 409` */
export function elementWords({ kind, name, of }: PlannedElement): string {
  const what = kind === 'keyword' ? name : `${kindWords[kind]} ${name}`;
  return of === '' ? what : `${what} of ${of}`;
}

/** Cases that wait for a value of the setup file. */
export function pendingCases({ cases }: Plan): readonly PlannedCase[] {
  return cases.filter(({ isPending }) => isPending);
}

/** The rows of the table of operations and kinds. */
export interface HeatRow {
  readonly name: string;
  readonly total: number;
  readonly kinds: PlannedStory['kinds'];
  /** Of an operation. */
  readonly coverage?: Tally;
}

export function heatRows({ operations, stories }: Plan): readonly HeatRow[] {
  return [
    ...operations.map(({ name, kinds, coverage }) => ({ name, total: sum(kinds), kinds, coverage })),
    ...stories.map(({ name, kinds }) => ({ name, total: sum(kinds), kinds })),
  ];
}

export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
