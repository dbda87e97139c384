import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that any machine can read: `412 passed, 0 failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const results = modules
      .flatMap((module) => [...module.children.allTests()])
      .map((test) => test.result().state);
    const count = (state: 'passed' | 'failed') => results.filter((result) => result === state).length;
    // What broke outside of any test counts, too: a file that cannot be loaded, a hook, a rejection nobody handled.
    const broken = modules.flatMap((module) => [
      ...module.errors(),
      ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ]);
    const failed = count('failed') + broken.length + unhandledErrors.length;
    process.stdout.write(`${count('passed')} passed, ${failed} failed\n`);
  }
}
