import type { Operation } from '../api/api.ts';
import { groupBy } from '../api/group-by.ts';
import { kebab, wordsOf, type Words } from '../api/words.ts';
import { caseId } from './case-id.ts';
import { contractOf, type Locate } from './contract.ts';
import { credentialsOf } from './credentials.ts';
import { dependenciesOf } from './dependencies.ts';
import { withDemands } from './demands.ts';
import type { CaseDraft, Draft } from './draft.ts';
import { usesOf } from './examples.ts';
import { gapsOf } from './gaps.ts';
import type { Case, Example, Group, Suite, TestModel } from './model.ts';
import type { Subject } from './subject.ts';
import { usedFixtures } from './used-fixtures.ts';

/** Drafts as a test model: in suites and groups, with ids and titles, each with its line in the contract. */
export function plan(subject: Subject, drafts: readonly Draft[], locate: Locate): TestModel {
  const { api, requests } = subject;
  const cases = drafts.filter((draft) => draft.draft === 'case');
  const suites = new Map(api.operations.map((operation) => [operation, kebab(suiteName(operation))]));
  const bySuite = groupBy(inContractOrder(cases, api.operations), ({ operation }) => suites.get(operation)!);
  const uses = [...bySuite.values()].map((inSuite) => usesOf(inSuite, requests.examples));
  const fixtures = usedFixtures(new Set(uses.flatMap((of) => [...of.fixtures])), requests);
  const ofFixtures = usesOf(
    fixtures.map((fixture) => ({ steps: [fixture] })),
    requests.examples,
  );
  const seen = new Set<string>();
  const shared = new Set(ofFixtures.examples);
  for (const name of uses.flatMap((of) => [...of.examples])) (seen.has(name) ? shared : seen).add(name);
  const named = [...requests.examples].map(([name, example]) => ({ name, example }));
  const examples = (isWanted: (name: string) => boolean): readonly Example[] =>
    named.filter(({ name }) => isWanted(name)).map(({ example }) => example);
  return {
    format: 1,
    title: api.title,
    spec: api.document,
    contract: contractOf(subject, locate),
    dependencies: dependenciesOf(subject),
    ...credentialsOf(subject, cases),
    fixtures,
    examples: examples((name) => shared.has(name)),
    suites: [...bySuite.values()].map((inSuite, index): Suite => ({
      name: suiteName(inSuite[0]!.operation),
      heading: suiteHeading(inSuite[0]!.operation),
      examples: examples((name) => uses[index]!.examples.has(name) && !shared.has(name)),
      groups: groups(inSuite, { locate, subject }),
    })),
    gaps: gapsOf(subject, drafts, locate),
  };
}

/** Operations as the contract has them, stories behind the operations of their suite. */
function inContractOrder(
  cases: readonly CaseDraft[],
  operations: readonly Operation[],
): readonly CaseDraft[] {
  const position = new Map(operations.map((operation, index) => [operation, index]));
  const rank = ({ operation, story }: CaseDraft) =>
    position.get(operation)! + (story ? operations.length : 0);
  const byRank = groupBy(cases, rank);
  return [...byRank.keys()].toSorted((a, b) => a - b).flatMap((one) => byRank.get(one)!);
}

/** The first tag, else the first fixed segment of the path. */
function suiteHeading({ tags, path }: Operation): string {
  const segment = path.split('/').find((part) => part !== '' && !part.includes('{'));
  return [...tags, segment ?? ''].find((text) => wordsOf(text).length > 0) ?? 'API';
}

/** A suite becomes a file: as many words as people want to read there, and every file system takes. */
function suiteName(operation: Operation): Words {
  const words = wordsOf(suiteHeading(operation));
  const fits = (count: number) => kebab(words.slice(0, count)).length <= longestName;
  const count = words.findLastIndex((_, index) => fits(index + 1)) + 1;
  return count > 0 ? words.slice(0, count) : [[...words[0]!].slice(0, longestName).join('')];
}

/** In characters, of up to four bytes each; most file systems have room for 255 bytes. */
const longestName = 50;

interface SuiteContext {
  readonly locate: Locate;
  readonly subject: Subject;
}

function groups(cases: readonly CaseDraft[], context: SuiteContext): readonly Group[] {
  const byGroup = groupBy(cases, ({ story, operation }) => (story ? `story ${story.key}` : operation.key));
  const taken = new Set<string>();
  return [...byGroup.values()].map((inGroup) => {
    const { story, operation } = inGroup[0]!;
    const wanted = story?.name ?? operation.name;
    let name = wanted;
    for (let count = 2; taken.has(kebab(name)); count++) name = [...wanted, String(count)];
    taken.add(kebab(name));
    return {
      name,
      heading: story?.heading ?? `${operation.method} ${operation.path}`,
      cases: numbered(inGroup, context),
    };
  });
}

/** Cases with their ids; a title that stands twice in a group tells what in the operation it is about. */
function numbered(drafts: readonly CaseDraft[], { locate, subject: of }: SuiteContext): readonly Case[] {
  const titles = repeated(drafts, ({ title }) => title);
  return drafts.map((draft): Case => {
    const { kind, subject, title, strength, table, given, steps, place } = draft;
    return {
      id: caseId(draft, subject),
      title: titles.has(title) ? `${title} (${wordsOf(subject).join(' ')})` : title,
      kind,
      strength,
      ...(table && {
        table: {
          columns: table.columns.map((column) => [column]),
          rows: uniqueRows(table.rows).map((row) => ({
            id: caseId(draft, row.subject),
            label: row.label,
            values: row.values,
            at: locate(row.place),
          })),
        },
      }),
      ...(given && { given }),
      steps: withDemands(steps, of),
      at: locate(place),
    };
  });
}

type Rows = NonNullable<CaseDraft['table']>['rows'];

/** Rows with labels of their own: where two read alike, their subjects tell them apart; the same subject twice is one row. */
function uniqueRows(rows: Rows): Rows {
  const isTwice = repeated(rows, ({ subject }) => subject).size > 0;
  const bySubject = isTwice
    ? [...new Map(rows.toReversed().map((row) => [row.subject, row])).values()].toReversed()
    : rows;
  const labels = repeated(bySubject, ({ label }) => label);
  if (labels.size === 0) return bySubject;
  return bySubject.map((row) =>
    labels.has(row.label) ? { ...row, label: `${row.label} (${row.subject})` } : row,
  );
}

/** The texts that several things have. */
function repeated<Thing>(things: readonly Thing[], textOf: (thing: Thing) => string): ReadonlySet<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const thing of things) {
    const text = textOf(thing);
    if (seen.has(text)) found.add(text);
    else seen.add(text);
  }
  return found;
}
