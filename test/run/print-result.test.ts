import { describe, expect, it } from 'vitest';
import { plain } from '../../src/diagnostics/print/paint.ts';
import { printResult } from '../../src/run/print-result.ts';
import type { SuiteResult, Verdict } from '../../src/run/result.ts';

const verdict = (id: string, outcome: Verdict['outcome'], message = ''): Verdict => ({
  id,
  test: `test ${id}`,
  outcome,
  message,
});

const print = (verdicts: readonly Verdict[], more: Partial<SuiteResult> = {}) =>
  printResult(
    {
      emitter: 'pytest',
      spec: 'openapi.yaml',
      verdicts,
      strays: [],
      isNarrowed: false,
      findings: [],
      output: '',
      ...more,
    },
    plain,
  );

describe('printResult', () => {
  it('prints one table of kinds and outcomes, with the columns that count something', () => {
    const verdicts = [
      verdict('get-book/happy', 'passed'),
      verdict('get-book/auth/none', 'failed', 'no'),
      verdict('create-book/happy', 'passed'),
    ];
    expect(print(verdicts)).toContain(
      [
        'kind   passed  failed',
        'happy       2       ·',
        'auth        ·       1',
        '─────────────────────',
        'all         2       1',
        '',
      ].join('\n'),
    );
  });

  it('prints a failure with its first lines', () => {
    const message = [
      'GET /books breaks the contract',
      ...Array.from({ length: 20 }, (_, index) => `- ${index}`),
    ].join('\n');
    const text = print([verdict('list-books/happy', 'failed', message)]);
    expect(text).toMatch(
      /^failed test list-books\/happy \[list-books\/happy\]\n {2}GET \/books breaks the contract\n {2}- 0\n/,
    );
    expect(text).toContain('  … and 7 more lines\n');
  });

  it('prints once what is behind several failures', () => {
    const broken = [
      { cause: 'Book/properties/title: null, expected type "string"', operation: 'GET /books' },
    ];
    const failed = (id: string): Verdict => ({ ...verdict(id, 'failed', 'no'), broken });
    const heading = 'broken promises: what is behind the failures\n';
    expect(print([failed('list-books/happy'), failed('books/lifecycle')])).toContain(
      `${heading}  Book/properties/title: null, expected type "string"  2 cases: GET /books\n`,
    );
    expect(print([failed('list-books/happy')])).not.toContain(heading);
  });

  it('prints once what keeps many cases from beginning', () => {
    const broken = (id: string) =>
      verdict(id, 'error', `POST /books breaks the contract at a.yaml:1:2   [${id}]\n  - status is 500`);
    const text = print([broken('get-book/happy'), broken('delete-book/happy')]);
    expect(text.match(/status is 500/g)).toHaveLength(1);
    expect(text).toContain('error 2 cases could not begin or end\n');
    expect(text).toContain('  get-book/happy\n  delete-book/happy\n');
  });

  it('lists what is pending with its reason, what is missing, and what was found besides', () => {
    const text = print(
      [verdict('get-book/happy', 'pending', 'pending: no seed'), verdict('list-books/happy', 'missing')],
      {
        findings: ['GET /books answers 418'],
      },
    );
    expect(text).toContain(
      'pending: these cases need something that the set-up does not give\n  get-book/happy  pending: no seed\n',
    );
    expect(text).toContain(
      'missing: the lock has these cases, and the runner says nothing of them\n  list-books/happy\n',
    );
    expect(text).toContain('findings: these make no case fail\n  GET /books answers 418\n');
  });

  it('says nothing of what is missing where the runner was told to leave cases out', () => {
    const verdicts = [verdict('get-book/happy', 'passed'), verdict('list-books/happy', 'missing')];
    expect(print(verdicts, { isNarrowed: true })).not.toContain('missing');
  });

  it('keeps escape sequences of a contract out of the terminal', () => {
    expect(print([verdict('get-book/happy', 'failed', '\u001B[31mred')])).toContain(
      String.raw`\u{1b}[31mred`,
    );
  });

  it('says that nothing was tested where no case was judged', () => {
    const nothing = 'Nothing was tested: what the cases need is missing, or all of them are left out.\n';
    const pending = verdict('get-book/happy', 'pending', 'pending: no seed');
    expect(print([pending, verdict('list-books/happy', 'skipped', 'known')])).toContain(nothing);
    expect(print([pending, verdict('list-books/happy', 'passed')])).not.toContain(nothing);
    expect(print([pending, verdict('list-books/happy', 'failed')])).not.toContain(nothing);
  });
});
