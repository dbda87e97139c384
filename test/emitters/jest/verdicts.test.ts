import { expect, it } from 'vitest';
import { verdicts } from '../../../emitters/jest/verdicts.ts';

const report = (...assertionResults: readonly object[]) =>
  JSON.stringify({
    testResults: [{ name: '/a/books.test.ts', status: 'failed', message: '', assertionResults }],
  });

const said = (status: string, ...failureMessages: readonly string[]) => ({
  ancestorTitles: ['GET /books'],
  title: 'lists books',
  status,
  failureMessages,
});

const test = 'books.test.ts > GET /books > lists books';

it('tells a failure, without its name and its frames', () => {
  const failure =
    'ContractBroken: GET /books breaks the contract\n  - status is 500\n    at /a/books.test.ts:1:2';
  expect(verdicts(report(said('failed', failure)))).toEqual([
    { test, outcome: 'failed', message: 'GET /books breaks the contract\n  - status is 500' },
  ]);
});

it('tells what broke before the test from what failed in it', () => {
  expect(verdicts(report(said('failed', 'SetUpFailed: oh\n    at /a/things.ts:1:2')))).toEqual([
    { test, outcome: 'error', message: 'oh' },
  ]);
});

it.each(['pending', 'skipped'])('tells what was left out: %s', (status) => {
  expect(verdicts(report(said(status)))).toEqual([{ test, outcome: 'skipped', message: '' }]);
});

it('names a file that could not be loaded', () => {
  const testResults = [
    { name: '/a/books.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
  ];
  expect(verdicts(JSON.stringify({ testResults }))).toEqual([
    { test: 'books.test.ts', outcome: 'error', message: 'no such module' },
  ]);
});

it('refuses what is no report', () => {
  expect(() => verdicts('{}')).toThrow('no report of Jest');
});
