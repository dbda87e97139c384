import type { NativeVerdict } from '../../src/model/runner.ts';

/** What `go test -json` says, a line for each event (`go doc test2json`). */
interface Event {
  readonly Action: string;
  readonly Package?: string;
  readonly ImportPath?: string;
  readonly Test?: string;
  readonly Output?: string;
}

/** A test, as its events tell of it. */
interface Told {
  readonly test: string;
  outcome: 'passed' | 'failed' | 'skipped' | undefined;
  output: string;
}

/**
 * The verdicts of a run. A test whose subtests failed has none of its own, unless it says why. What is of no test (a
 * package that does not compile, a run that ends before its tests do) is an error called like the package.
 *
 * @throws Error where the text is no such report.
 */
export function verdicts(report: string): readonly NativeVerdict[] {
  const tests = new Map<string, Told>();
  const packages = new Map<string, Told>();
  let built = '';
  for (const { Action, Package = '', Test, Output = '' } of eventsOf(report)) {
    if (Action === 'build-output') built += Output;
    if (Package === '') continue;
    const told =
      Test === undefined ? toldOf(packages, Package, Package) : toldOf(tests, `${Package} ${Test}`, Test);
    told.output += Output;
    told.outcome = outcomes[Action] ?? told.outcome;
  }
  const told = [...tests.values()];
  const found = told.filter((one) => isLeaf(one, told)).map(verdictOf);
  return [...found, ...[...packages.values()].flatMap((one) => verdictOfPackage(one, found, built))];
}

const outcomes: Readonly<Record<string, Told['outcome']>> = {
  pass: 'passed',
  fail: 'failed',
  skip: 'skipped',
};

function eventsOf(report: string): readonly Event[] {
  const lines = report.split('\n').filter((line) => line.startsWith('{'));
  if (lines.length === 0) throw new Error('This is no report of go test: it has no event.');
  return lines.map((line) => JSON.parse(line) as Event);
}

function toldOf(known: Map<string, Told>, key: string, test: string): Told {
  const told = known.get(key) ?? { test, outcome: undefined, output: '' };
  known.set(key, told);
  return told;
}

/**
 * Whether a test failed, or not, by itself. Those above a test fail with it and have nothing to say of their own. The names
 * do not tell who is above: a row may be called `address/city`, beside one that is called `address`.
 */
function isLeaf({ test, outcome, output }: Told, told: readonly Told[]): boolean {
  if (outcome === 'passed' || logsOf(output).length > 0) return true;
  return !told.some((one) => one.outcome !== 'passed' && one.test.startsWith(`${test}/`));
}

/** What support code logs beside a failure, where what stands before the test broke. */
const couldNotBegin = 'the case could not begin: its set-up failed';

function verdictOf({ test, outcome, output }: Told): NativeVerdict {
  const logged = logsOf(output);
  const message = logged.filter((text) => text !== couldNotBegin).join('\n');
  switch (outcome) {
    case 'passed':
      return { test, outcome, message: '' };
    case 'skipped':
      return { test, outcome, message };
    case 'failed':
      return {
        test,
        outcome: logged.includes(couldNotBegin) ? 'error' : outcome,
        message: message || output.trim(),
      };
    case undefined:
      return { test, outcome: 'error', message: `the run ended before this test did\n${output.trim()}` };
  }
}

/** A line that `t.Log`, `t.Fatal` and `t.Skip` write; all that belongs to it is indented further. */
const logStart = /^ {4}(?:[^\s:]+\.go:\d+: )(.*)$/;

/** What a test logged, without the places in front of it. */
function logsOf(output: string): readonly string[] {
  const logs: string[][] = [];
  let isOpen = false;
  for (const line of output.split('\n')) {
    const [, first] = logStart.exec(line) ?? [];
    if (first !== undefined) {
      logs.push([first]);
      isOpen = true;
    } else if (isOpen && (line.startsWith('        ') || line === '')) {
      logs.at(-1)?.push(line.slice(8));
    } else {
      isOpen = false;
    }
  }
  return logs.map((lines) => lines.join('\n').trimEnd());
}

/** What a run says in which all was pending: it is no success, and no fault of a test. */
const nothingTested = 'Nothing was tested.';

function verdictOfPackage(
  { test, outcome, output }: Told,
  found: readonly NativeVerdict[],
  built: string,
): readonly NativeVerdict[] {
  const isTold = found.some((one) => one.outcome === 'failed' || one.outcome === 'error');
  if (outcome !== 'failed' || isTold || output.includes(nothingTested)) return [];
  return [{ test, outcome: 'error', message: `${built}${output}`.trim() }];
}
