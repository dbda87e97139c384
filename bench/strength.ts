/**
 * How many faults emitted suites find: answers that are made wrong on their way back, one promise at a time, and the
 * mutants that are seeded in our servers. Prints a table, and writes strength.json.
 * `npm run strength -- bookshop odd/envelope` tries those APIs alone, and writes nothing.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiNamed } from '../specs/apis.ts';
import { inTurn } from '../test/conformance/in-turn.ts';
import { kinds, nameOf, type MutationKind } from './strength/mutation.ts';
import { whySurvived } from './strength/reasons.ts';
import { tryApi, type Fate } from './strength/try-api.ts';

const usual = [
  'bookshop',
  'faults',
  'odd/envelope',
  'odd/map-by-id',
  'odd/nullable-3-0',
  'odd/put-creates',
  'odd/singleton',
  'odd/wrapped-list',
];

/** How many faults there are, and how many of them were put in and found. */
interface Count {
  readonly made: number;
  readonly applied: number;
  readonly killed: number;
}

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : usual;
const turn = inTurn(2);
const say = (line: string) => process.stderr.write(`${line}\n`);
const tried = await Promise.all(
  names.map((name) => turn(async () => ({ name, ...(await tryApi(apiNamed(name), say)) }))),
);

const mutations = tried.flatMap(({ name, mutations }) =>
  mutations.map(({ mutation, fate }) => ({ kind: mutation.kind, name: nameOf(name, mutation), fate })),
);
const byKind = Object.fromEntries(
  kinds.map((kind) => [kind, count(mutations.filter((one) => one.kind === kind).map(({ fate }) => fate))]),
) as Record<MutationKind, Count>;
const seeded = Object.fromEntries(
  tried
    .filter(({ seeded }) => Object.keys(seeded).length > 0)
    .map(({ name, seeded }) => [name, count(Object.values(seeded))]),
);
const survivors = [
  ...mutations
    .filter(({ fate }) => fate === 'survived')
    .map(({ kind, name }) => ({ name, because: whySurvived(kind, name) ?? 'unexplained' })),
  ...tried.flatMap(({ name, seeded }) =>
    Object.entries(seeded)
      .filter(([, fate]) => fate === 'survived')
      .map(([mutant]) => ({
        name: `${name}: ${mutant}`,
        because: 'seeded, and no case of a rule finds it yet',
      })),
  ),
];

const all = count(mutations.map(({ fate }) => fate));
print(['fault', 'made', 'put in', 'found', 'rate']);
for (const [kind, of] of Object.entries(byKind)) if (of.made > 0) print([kind, ...cells(of)]);
print(['all', ...cells(all)]);
for (const [name, of] of Object.entries(seeded)) print([`seeded in ${name}`, ...cells(of)]);
if (survivors.length > 0) console.log('\nNot found:');
for (const { name, because } of survivors) console.log(`  ${name}\n    ${because}`);
if (wanted.length === 0) {
  const text = JSON.stringify({ apis: names, all, kinds: byKind, seeded, survivors }, null, 2);
  writeFileSync(path.join(import.meta.dirname, 'strength.json'), `${text}\n`);
}

function count(fates: readonly Fate[]): Count {
  const killed = fates.filter((fate) => fate === 'killed').length;
  return { made: fates.length, applied: fates.filter((fate) => fate !== 'idle').length, killed };
}

function cells({ made, applied, killed }: Count): readonly (string | number)[] {
  return [made, applied, killed, applied === 0 ? '' : `${Math.floor((100 * killed) / applied)} %`];
}

function print(row: readonly (string | number)[]): void {
  const widths = [30, 6, 7, 6, 0];
  console.log(
    row
      .map((cell, column) => String(cell).padEnd(widths[column]!))
      .join(' ')
      .trimEnd(),
  );
}
