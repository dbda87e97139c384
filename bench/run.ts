/**
 * Measures the built package against lower bounds, prints a table of ratios and writes results.json; then growth.ts.
 * `npm run bench -- github stripe` measures those contracts alone, and writes nothing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const here = import.meta.dirname;
const root = path.resolve(here, '..');
const corpus = process.env['CORPUS'] ?? path.resolve(root, '../shared/corpus/large');
const contracts = [
  'github-rest-3.0.json',
  'stripe-3.0.json',
  'box-3.0.json',
  'asana-3.0.yaml',
  'openai-3.1.yaml',
];
const goals = { start: 3, model: 8, suite: 20 };
const rounds = Number(process.env['ROUNDS'] ?? 5);

/** What one process says of itself. */
interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
  /** Cases of the model, each row counted. */
  readonly cases?: number;
}

interface Figures {
  /** Times as long as the lower bound. */
  readonly model: number;
  readonly suite: number;
  readonly cases: number;
  readonly casesPerSecond: number;
  readonly peakMegabytes: { readonly lowerBound: number; readonly model: number; readonly suite: number };
}

const wanted = process.argv.slice(2);
const start = ratioOfStart();
console.log(`itc --version takes ${start} times as long as node -e 0 (goal: under ${goals.start})\n`);

const found = contracts
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map((name) => path.join(corpus, name))
  .filter((file) => existsSync(file));
const measured = found.length > 0 ? found : [path.join(root, 'specs/bookshop/openapi.yaml')];
if (found.length === 0) console.log(`There are no contracts in ${corpus} (CORPUS); the Bookshop it is.\n`);
const results: Record<string, Figures> = {};
print([
  'contract',
  'MB',
  'lower bound',
  'model',
  'suite',
  'cases',
  'cases/s',
  'peak MB (bound, model, suite)',
]);
for (const file of measured) {
  const { figures, milliseconds } = measure(file);
  results[path.basename(file)] = figures;
  const { model, suite, cases, casesPerSecond, peakMegabytes } = figures;
  print([
    path.basename(file),
    (statSync(file).size / 1e6).toFixed(1),
    `${Math.round(milliseconds)} ms`,
    `${model}×`,
    `${suite}×`,
    cases,
    casesPerSecond,
    Object.values(peakMegabytes).join(', '),
  ]);
}
console.log(
  `\nGoals: model under ${goals.model}×, suite under ${goals.suite}×. Medians of ${rounds} rounds.`,
);
if (wanted.length === 0) {
  const text = JSON.stringify({ goals, start, contracts: results }, null, 2);
  writeFileSync(path.join(here, 'results.json'), `${text}\n`);
  await import('./growth.ts');
}

function measure(file: string): { readonly figures: Figures; readonly milliseconds: number } {
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-bench-'));
  const runs = { bound: [] as Measured[], model: [] as Measured[], suite: [] as Measured[] };
  try {
    for (let round = 0; round < rounds; round++) {
      runs.bound.push(run('lower-bound.js', file));
      runs.model.push(run('compile.js', file));
      runs.suite.push(run('compile.js', file, path.join(folder, String(round))));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const time = (of: readonly Measured[]) => median(of.map(({ milliseconds }) => milliseconds));
  const peak = (of: readonly Measured[]) =>
    Math.round(median(of.map(({ megabytes }) => megabytes)) / 10) * 10;
  const bound = time(runs.bound);
  const cases = runs.model[0]?.cases ?? 0;
  return {
    milliseconds: bound,
    figures: {
      model: rounded(time(runs.model) / bound),
      suite: rounded(time(runs.suite) / bound),
      cases,
      casesPerSecond: Math.round(cases / (time(runs.suite) / 1000) / 100) * 100,
      peakMegabytes: { lowerBound: peak(runs.bound), model: peak(runs.model), suite: peak(runs.suite) },
    },
  };
}

/** Runs a script of this folder in a process of its own; the last line that it prints is what it measured. */
function run(script: string, ...parameters: readonly string[]): Measured {
  const said = execFileSync(process.execPath, [path.join(here, script), ...parameters], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(said.trimEnd().split('\n').at(-1)!) as Measured;
}

/** How many times as long as nothing at all the command line takes to say its version. */
function ratioOfStart(): number {
  const [itc, nothing]: [number[], number[]] = [[], []];
  for (let round = 0; round < 4 * rounds; round++) {
    nothing.push(wall(['-e', '0']));
    itc.push(wall(['bin/itc.js', '--version']));
  }
  return rounded(median(itc) / median(nothing));
}

/** How long a Node process lives, in milliseconds. */
function wall(parameters: readonly string[]): number {
  const begin = performance.now();
  execFileSync(process.execPath, parameters, { cwd: root, stdio: 'ignore' });
  return performance.now() - begin;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}

function rounded(ratio: number): number {
  return Math.round(ratio * 10) / 10;
}

function print(cells: readonly (string | number)[]): void {
  const widths = [22, 5, 12, 7, 7, 7, 8, 0];
  console.log(
    cells
      .map((cell, column) => String(cell).padEnd(widths[column]!))
      .join(' ')
      .trimEnd(),
  );
}
