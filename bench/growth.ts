/**
 * Measures how cases and time of the built package grow with a contract, prints it and writes growth.json.
 * `npm run bench` ends with it; alone: `npx tsx bench/growth.ts`.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { measureGrowth, type Compiled } from './growth/measure.ts';

const here = import.meta.dirname;
const rounds = Number(process.env['ROUNDS'] ?? 5);

const growth = measureGrowth((file) => {
  const runs = Array.from({ length: rounds }, () => compiled(file));
  const [middle] = runs.toSorted((a, b) => a.milliseconds - b.milliseconds).slice(Math.floor(rounds / 2));
  return { cases: middle!.cases, milliseconds: Math.round(middle!.milliseconds) };
});

for (const [name, of] of Object.entries(growth)) {
  console.log(`\nGrowing ${name}: ${of.casesPerSchema} cases for each schema`);
  console.log(
    `  cases: R² ${of.rSquaredOfCases}, worst point off by ${of.deviationOfCases}; time: R² ${of.rSquaredOfTime}`,
  );
  for (const { size, schemas, cases, milliseconds } of of.points)
    console.log(`  ${[`${size}:`, schemas, 'schemas,', cases, 'cases,', milliseconds, 'ms'].join(' ')}`);
}
writeFileSync(path.join(here, 'growth.json'), `${JSON.stringify(growth, null, 2)}\n`);

/** In a process of its own, as for people. */
function compiled(file: string): Compiled {
  const said = execFileSync(process.execPath, [path.join(here, 'compile.js'), file], {
    cwd: path.resolve(here, '..'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(said.trimEnd().split('\n').at(-1)!) as Compiled;
}
