import { describe, expect, it } from 'vitest';
import { verdicts } from '../../../emitters/go/verdicts.ts';

/** A report: an event for each, as `go test -json` writes them. */
function report(...events: readonly (readonly [action: string, test?: string, output?: string])[]): string {
  return events
    .map(
      ([Action, Test, Output]) => `${JSON.stringify({ Action, Package: 'contracttests', Test, Output })}\n`,
    )
    .join('');
}

describe('verdicts', () => {
  it('reads the lines of a failure without their places and their margins', () => {
    const text = report(
      ['run', 'TestA/b'],
      ['output', 'TestA/b', '=== RUN   TestA/b\n'],
      ['output', 'TestA/b', '    a_test.go:12: GET /a breaks the contract\n'],
      ['output', 'TestA/b', '          - body.x is missing\n'],
      ['output', 'TestA/b', '        \n'],
      ['output', 'TestA/b', "        > curl -X GET 'http://x/a'\n"],
      ['output', 'TestA/b', '--- FAIL: TestA/b (0.00s)\n'],
      ['fail', 'TestA/b'],
      ['output', 'TestA', '--- FAIL: TestA (0.00s)\n'],
      ['fail', 'TestA'],
      ['output', undefined, 'FAIL\n'],
      ['fail'],
    );
    expect(verdicts(text)).toEqual([
      {
        test: 'TestA/b',
        outcome: 'failed',
        message: "GET /a breaks the contract\n  - body.x is missing\n\n> curl -X GET 'http://x/a'",
      },
    ]);
  });

  it('calls an error what broke before the test, and reads the reason of a skip', () => {
    const text = report(
      ['output', 'TestA/b', '    a_test.go:1: the case could not begin: its set-up failed\n'],
      ['output', 'TestA/b', '    a_test.go:1: oh\n'],
      ['fail', 'TestA/b'],
      ['output', 'TestA/c', '    a_test.go:1: pending: no seed\n'],
      ['skip', 'TestA/c'],
    );
    expect(verdicts(text)).toEqual([
      { test: 'TestA/b', outcome: 'error', message: 'oh' },
      { test: 'TestA/c', outcome: 'skipped', message: 'pending: no seed' },
    ]);
  });

  it('takes a test that is called like the beginning of another for what it is', () => {
    const text = report(
      ['output', 'TestA/b', '    a_test.go:1: oh\n'],
      ['fail', 'TestA/b'],
      ['output', 'TestA/b/c', '    a_test.go:1: oh\n'],
      ['fail', 'TestA/b/c'],
      ['pass', 'TestA/d'],
      ['pass', 'TestA/d/e'],
    );
    expect(verdicts(text).map(({ test, outcome }) => [test, outcome])).toEqual([
      ['TestA/b', 'failed'],
      ['TestA/b/c', 'failed'],
      ['TestA/d', 'passed'],
      ['TestA/d/e', 'passed'],
    ]);
  });

  it('has an error for a test that never ended', () => {
    expect(verdicts(report(['run', 'TestA'], ['output', 'TestA', 'panic: oh\n'], ['fail']))).toEqual([
      { test: 'TestA', outcome: 'error', message: 'the run ended before this test did\npanic: oh' },
    ]);
  });

  it('has an error for a package that does not compile, with what the compiler says', () => {
    const build = JSON.stringify({
      ImportPath: 'contracttests',
      Action: 'build-output',
      Output: 'undefined: x\n',
    });
    const text = `${build}\n${report(['output', undefined, 'FAIL\tcontracttests [build failed]\n'], ['fail'])}`;
    expect(verdicts(text)).toEqual([
      {
        test: 'contracttests',
        outcome: 'error',
        message: 'undefined: x\nFAIL\tcontracttests [build failed]',
      },
    ]);
  });

  it('throws for what is no report', () => {
    expect(() => verdicts('no Go files\n')).toThrow('This is no report of go test');
  });
});
