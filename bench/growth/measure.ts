import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { schemasIn, series } from './contracts.ts';
import { lineThrough } from './line.ts';

/** What a compile of a contract took and gave. */
export interface Compiled {
  readonly milliseconds: number;
  /** Each row counted. */
  readonly cases: number;
}

/** One contract of a series. */
export interface Point extends Compiled {
  readonly size: number;
  /** Schemas in the contract, with those inside of others. */
  readonly schemas: number;
}

/** How cases and time grow with the schemas of a contract. */
export interface Growth {
  readonly points: readonly Point[];
  /** Cases that one more schema makes. */
  readonly casesPerSchema: number;
  /** Of the straight line through the cases; 1: all of them lie on it. */
  readonly rSquaredOfCases: number;
  /** How far the worst point is from the line, as a share of its cases. */
  readonly deviationOfCases: number;
  /** Of the straight line through the times. */
  readonly rSquaredOfTime: number;
}

/**
 * Compiles every contract of every series.
 *
 * @param compile Compiles the contract in a file.
 */
export function measureGrowth(compile: (file: string) => Compiled): Readonly<Record<string, Growth>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-growth-'));
  try {
    return Object.fromEntries(
      series.map(({ name, sizes, contract }) => [
        name,
        growthOf(
          sizes.map((size) => {
            const made = contract(size);
            const file = path.join(folder, `${name}-${size}.json`);
            writeFileSync(file, JSON.stringify(made));
            return { size, schemas: schemasIn(made), ...compile(file) };
          }),
        ),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function growthOf(points: readonly Point[]): Growth {
  const cases = lineThrough(points.map((point) => [point.schemas, point.cases]));
  const time = lineThrough(points.map((point) => [point.schemas, point.milliseconds]));
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return {
    points,
    casesPerSchema: rounded(cases.slope),
    rSquaredOfCases: rounded(cases.rSquared),
    deviationOfCases: rounded(cases.deviation),
    rSquaredOfTime: rounded(time.rSquared),
  };
}
