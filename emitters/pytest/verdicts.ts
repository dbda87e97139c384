import { XMLParser } from 'fast-xml-parser';
import type { BrokenPromise, NativeVerdict } from '../../src/model/runner.ts';

interface Said {
  readonly message?: string;
  readonly '#text'?: string;
}

interface TestCase {
  readonly classname?: string;
  readonly name?: string;
  readonly failure?: readonly Said[];
  readonly error?: readonly Said[];
  readonly skipped?: readonly Said[];
  readonly properties?: readonly {
    readonly property?: readonly { readonly name?: string; readonly value?: string }[];
  }[];
}

const lists = new Set(['testsuite', 'testcase', 'failure', 'error', 'skipped', 'properties', 'property']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  // pytest writes line breaks as numeric references, which this package leaves alone: `decoded` reads them all.
  processEntities: false,
  isArray: (name) => lists.has(name),
});

interface Report {
  readonly testsuites: { readonly testsuite?: readonly { readonly testcase?: readonly TestCase[] }[] };
}

/**
 * The verdicts of a run, read from the XML that `pytest --junitxml` wrote (the xunit2 family, its default). A test whose
 * clean-up failed stands in it twice. A module that could not be imported is a test called like the module.
 *
 * @throws Error where the text is no such report.
 */
export function verdicts(xml: string): readonly NativeVerdict[] {
  const report: unknown = parser.parse(xml);
  if (!isReport(report)) throw new Error('This is no report of pytest: it has no <testsuites>.');
  return (report.testsuites.testsuite ?? []).flatMap(({ testcase = [] }) => testcase).map(verdictOf);
}

function isReport(report: unknown): report is Report {
  return (
    typeof report === 'object' &&
    report !== null &&
    'testsuites' in report &&
    typeof report.testsuites === 'object'
  );
}

function verdictOf(said: TestCase): NativeVerdict {
  const { failure, error, skipped, properties = [] } = said;
  const test = nodeId(decoded(said.classname ?? ''), decoded(said.name ?? ''));
  const valuesOf = (wanted: string) =>
    properties
      .flatMap(({ property = [] }) => property)
      .filter(({ name }) => name === wanted)
      .map(({ value = '' }) => decoded(value));
  const found = valuesOf('finding');
  const findings = found.length > 0 ? { findings: found } : {};
  const causes = valuesOf('broken').map((text) => JSON.parse(text) as BrokenPromise);
  const broken = causes.length > 0 ? { broken: causes } : {};
  if (error?.[0]) return { test, outcome: 'error', message: messageOf(error[0]), ...findings, ...broken };
  if (failure?.[0])
    return { test, outcome: 'failed', message: messageOf(failure[0]), ...findings, ...broken };
  if (skipped?.[0]) return { test, outcome: 'skipped', message: messageOf(skipped[0]), ...findings };
  return { test, outcome: 'passed', message: '', ...findings };
}

/** `tests.test_books.TestGetBook`, `test_reads[a]` → `test_books.py::TestGetBook::test_reads[a]`, wherever pytest started. */
function nodeId(classname: string, name: string): string {
  const [module, group] = classname.split('.').slice(-2);
  if (module === undefined || group === undefined) return module ? `${module}.py::${name}` : name;
  return group.startsWith('Test') ? `${module}.py::${group}::${name}` : `${group}.py::${name}`;
}

/**
 * A failure as the support package wrote it, or the reason of a skip. pytest shortens the attribute; the text of the
 * element has all of it, in lines that begin with `E`.
 */
function messageOf({ message = '', '#text': text = '' }: Said): string {
  const whole =
    errorLines(decoded(text)) ??
    decoded(message).replace(/^failed on (?:setup|teardown) with "([^]*)"$/, '$1');
  return whole.replace(/^(?:\w+\.)*ContractBroken: /, '');
}

/** The last lines of a traceback that begin with `E`, without that and their indentation. */
function errorLines(traceback: string): string | undefined {
  const lines = traceback.split('\n');
  const last = lines.findLastIndex(isErrorLine);
  if (last < 0) return undefined;
  const before = lines.slice(0, last).findLastIndex((line) => !isErrorLine(line));
  const block = lines.slice(before + 1, last + 1);
  const indent = /^E */.exec(block[0]!)![0].length;
  return block.map((line) => line.slice(indent)).join('\n');
}

function isErrorLine(line: string): boolean {
  return /^E(?: |$)/.test(line);
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return named[name ?? ''] ?? whole;
    },
  );
}
