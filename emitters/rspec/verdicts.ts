import type { NativeVerdict } from '../../src/model/runner.ts';

/** What of RSpec's JSON formatter is read. */
interface Report {
  readonly examples: readonly Example[];
  readonly messages?: readonly string[];
  readonly summary: { readonly errors_outside_of_examples_count: number };
}

interface Example {
  readonly full_description: string;
  readonly file_path: string;
  readonly status: 'passed' | 'failed' | 'pending';
  readonly pending_message?: string | null;
  readonly exception?: { readonly class: string; readonly message: string };
}

/**
 * The verdicts of a run, read from what `rspec --format json` wrote. What broke outside of any example (a file that did
 * not load, a hook of the run) is a test of its own.
 *
 * @throws Error where the text is no such report.
 */
export function verdicts(json: string): readonly NativeVerdict[] {
  const report: unknown = JSON.parse(json);
  if (!isReport(report)) throw new Error('This is no report of RSpec: it has no examples.');
  const { examples, messages = [], summary } = report;
  const outside: NativeVerdict = {
    test: 'outside of all examples',
    outcome: 'error',
    message: messages.join('\n').trim(),
  };
  return [...examples.map(verdictOf), ...(summary.errors_outside_of_examples_count > 0 ? [outside] : [])];
}

function isReport(report: unknown): report is Report {
  return typeof report === 'object' && report !== null && 'examples' in report && 'summary' in report;
}

function verdictOf(example: Example): NativeVerdict {
  const { full_description, file_path, status, pending_message, exception } = example;
  const test = `${file_path.replace(/^.*\//, '')}: ${full_description}`;
  switch (status) {
    case 'passed':
      return { test, outcome: 'passed', message: '' };
    case 'pending':
      return { test, outcome: 'skipped', message: pending_message ?? '' };
    case 'failed':
      return { test, ...failureOf(exception ?? { class: '', message: '' }) };
  }
}

/** Assertions of the example itself: its matchers, and answers that it could not go on with. */
const assertions = ['RSpec::Expectations::ExpectationNotMetError', 'Itc::ContractBroken'];

/** Set-up that could not be made says itself what broke. */
const setUp = 'Itc::SetUpBroken';

function failureOf({
  class: name,
  message,
}: NonNullable<Example['exception']>): Pick<NativeVerdict, 'outcome' | 'message'> {
  if (assertions.includes(name)) return { outcome: 'failed', message };
  return { outcome: 'error', message: name === setUp || name === '' ? message : `${name}: ${message}` };
}
