import type { NativeVerdict } from '../../src/model/runner.ts';

/** What Jest's `--json` says, and Vitest's reporter `json` in the same words. */
interface Report {
  readonly testResults: readonly FileResult[];
}

interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly TestResult[];
}

interface TestResult {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
  readonly failureMessages?: readonly string[] | null;
}

/**
 * The verdicts of a run.
 *
 * @throws Error where the text is no such report.
 */
export function verdicts(text: string): readonly NativeVerdict[] {
  const report: unknown = JSON.parse(text);
  if (!isReport(report)) throw new Error('This is no report of Jest: it has no testResults.');
  return report.testResults.flatMap(verdictsOf);
}

function isReport(report: unknown): report is Report {
  return (
    typeof report === 'object' &&
    report !== null &&
    'testResults' in report &&
    Array.isArray(report.testResults)
  );
}

function verdictsOf({ name, status, message = '', assertionResults }: FileResult): readonly NativeVerdict[] {
  const file = name.split(/[\\/]/).at(-1) ?? name;
  // A file that could not be loaded has no tests.
  if (assertionResults.length === 0 && status === 'failed')
    return [{ test: file, outcome: 'error', message: plain(message).trim() }];
  return assertionResults.map((said) => {
    const test = [file, ...said.ancestorTitles, said.title].join(' > ');
    return { test, ...judged(said) };
  });
}

function judged({ status, failureMessages }: TestResult): Pick<NativeVerdict, 'outcome' | 'message'> {
  const [failure = ''] = failureMessages ?? [];
  switch (status) {
    case 'passed':
      return { outcome: 'passed', message: '' };
    case 'failed':
      return {
        outcome: failure.startsWith('SetUpFailed: ') ? 'error' : 'failed',
        message: messageOf(failure),
      };
    default:
      return { outcome: 'skipped', message: '' };
  }
}

/** A failure as the support code wrote it, without its name and its frames. */
function messageOf(failure: string): string {
  const [message = ''] = plain(failure).split(/\n {4}at /);
  return message.replace(/^(?:ContractBroken|SetUpFailed): /, '').trimEnd();
}

function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- what colours a terminal begins so
  return text.replaceAll(/\u001b\[[\d;]*m/g, '');
}
