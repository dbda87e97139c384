import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '../../src/api/json.ts';
import type { Verdict } from '../../src/run/result.ts';
import { matcher } from '../conformance/kills.ts';

/** Why cases fail on a judge although nothing is wrong with them. */
export interface Reason {
  readonly name: string;
  /** What the judge does, and why that is no matter of ours. */
  readonly because: string;
  /** Which cases may fail for it: their ids; `*` stands for any characters. */
  readonly ids: readonly string[];
  /** What the failure says: a regular expression. */
  readonly says: string;
  /** The contracts it holds for; absent: all. */
  readonly contracts?: readonly string[];
}

/** What is written down of a judge. */
export interface Expectations {
  readonly reasons: readonly Reason[];
  /** Contracts that it cannot serve, and why. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** Seed values that its mocks take where they do not take 1, by contract and name. */
  readonly seeds: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** Reads the expectations of a judge, kept beside its test. */
export function readExpectations(file: string): Expectations {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8')) as Expectations;
}

/** Whether a case of a contract fails for this reason. */
export function explains(reason: Reason, contract: string, { id, message }: Verdict): boolean {
  return (
    (reason.contracts?.includes(contract) ?? true) &&
    reason.ids.some((pattern) => matcher(pattern).test(id)) &&
    new RegExp(reason.says).test(message)
  );
}
