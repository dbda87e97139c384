import { expect, it } from 'vitest';
import { verdicts } from '../../../emitters/pytest/verdicts.ts';

const report = (cases: string) =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest">${cases}</testsuite></testsuites>`;

it('reads every verdict, wherever pytest was started', () => {
  const xml = report(`
    <testcase classname="test_books.TestGetBook" name="test_reads_a_book" time="0.1" />
    <testcase classname="tests.api.test_books.TestGetBook" name="test_b[a &lt;b&gt; &amp;amp; &quot;c::d&quot;]">
      <failure message="ContractBroken: GET /books breaks the contract&#10;  - status is 500">a traceback</failure>
    </testcase>
    <testcase classname="test_books.TestGetBook" name="test_c"><skipped type="pytest.skip" message="pending: no seed">x.py:1</skipped></testcase>
    <testcase classname="test_books.TestGetBook" name="test_d"><error message="failed on setup with &quot;ContractBroken: POST /books&#10;oh&quot;">…</error></testcase>
  `);
  expect(verdicts(xml)).toEqual([
    { test: 'test_books.py::TestGetBook::test_reads_a_book', outcome: 'passed', message: '' },
    {
      test: 'test_books.py::TestGetBook::test_b[a <b> &amp; "c::d"]',
      outcome: 'failed',
      message: 'GET /books breaks the contract\n  - status is 500',
    },
    { test: 'test_books.py::TestGetBook::test_c', outcome: 'skipped', message: 'pending: no seed' },
    { test: 'test_books.py::TestGetBook::test_d', outcome: 'error', message: 'POST /books\noh' },
  ]);
});

it('reads all of a message that pytest has shortened', () => {
  const xml = report(`
    <testcase classname="test_books.TestGetBook" name="test_a">
      <error message="failed on setup with &quot;ContractBroken: GET /books&#10;[+3 more lines; full report in element text]">api = &lt;user&gt;

    def book(api):
&gt;       return api.post("/books").conforms(201).body
E       ContractBroken: POST /books breaks the contract
E         - status is 500
E       
E       &gt; curl

itc_fixtures.py:9: ContractBroken</error>
    </testcase>`);
  expect(verdicts(xml)).toMatchObject([
    { message: 'POST /books breaks the contract\n  - status is 500\n\n> curl' },
  ]);
});

it('reads what was found beside the verdict', () => {
  const xml = report(`
    <testcase classname="test_books.TestGetBook" name="test_a">
      <properties><property name="finding" value="GET /books answers 418" /><property name="other" value="x" /></properties>
    </testcase>`);
  expect(verdicts(xml)).toMatchObject([{ outcome: 'passed', findings: ['GET /books answers 418'] }]);
});

it('reads an empty run, and refuses what is no report', () => {
  expect(verdicts(report(''))).toEqual([]);
  expect(() => verdicts('<html></html>')).toThrow('no report of pytest');
});

it('reads which promises a test found broken', () => {
  const said =
    '{&quot;cause&quot;: &quot;Book: title is missing&quot;, &quot;operation&quot;: &quot;GET /books&quot;}';
  const xml = report(`
    <testcase classname="test_books.TestGetBook" name="test_a">
      <properties><property name="broken" value="${said}" /></properties>
      <failure message="no">no</failure>
    </testcase>`);
  expect(verdicts(xml)[0]).toMatchObject({
    outcome: 'failed',
    broken: [{ cause: 'Book: title is missing', operation: 'GET /books' }],
  });
});
