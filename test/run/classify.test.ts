import { describe, expect, it } from 'vitest';
import { classify } from '../../src/run/classify.ts';

const cases = { 'get-book/happy': 'reads', 'get-book/auth/anonymous': 'refuses' };

describe('classify', () => {
  it('gives a case the outcome that the runner gave its test', () => {
    const { verdicts } = classify(cases, [
      { test: 'refuses', outcome: 'failed', message: 'no' },
      { test: 'reads', outcome: 'passed', message: '' },
    ]);
    expect(verdicts).toEqual([
      { id: 'get-book/happy', test: 'reads', outcome: 'passed', message: '' },
      { id: 'get-book/auth/anonymous', test: 'refuses', outcome: 'failed', message: 'no' },
    ]);
  });

  it('calls a case missing that the runner says nothing of', () => {
    const { verdicts } = classify(cases, [{ test: 'reads', outcome: 'error', message: '' }]);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['error', 'missing']);
  });

  it('tells what is pending from what was left out', () => {
    const { verdicts } = classify(cases, [
      { test: 'reads', outcome: 'skipped', message: "pending: no seed 'bookId'" },
      { test: 'refuses', outcome: 'skipped', message: 'not finished yet' },
    ]);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['pending', 'skipped']);
  });

  it('takes the worse of two verdicts of one test', () => {
    const { verdicts } = classify(cases, [
      { test: 'reads', outcome: 'error', message: 'the clean-up failed' },
      { test: 'reads', outcome: 'passed', message: '' },
    ]);
    expect(verdicts[0]).toMatchObject({ outcome: 'error', message: 'the clean-up failed' });
  });

  it('adds what support code has noted beside the report', () => {
    const broken = [{ cause: 'Book/properties/title: null', operation: 'GET /books/{bookId}' }];
    const { verdicts, findings } = classify(
      cases,
      [
        { test: 'reads', outcome: 'failed', message: 'no' },
        { test: 'refuses', outcome: 'passed', message: '' },
      ],
      [
        { case: 'get-book/happy', broken },
        { case: 'get-book/auth/anonymous', findings: ['GET /books answers 418'] },
      ],
    );
    expect(verdicts.map((verdict) => verdict.broken)).toEqual([broken, undefined]);
    expect(findings).toEqual(['GET /books answers 418']);
  });

  it('keeps failures that the lock does not know, and every finding once', () => {
    const { strays, findings } = classify(cases, [
      { test: 'mine', outcome: 'failed', message: 'no' },
      { test: 'mine too', outcome: 'passed', message: '', findings: ['GET /books answers 418'] },
      { test: 'reads', outcome: 'passed', message: '', findings: ['GET /books answers 418'] },
    ]);
    expect(strays).toEqual([{ test: 'mine', outcome: 'failed', message: 'no' }]);
    expect(findings).toEqual(['GET /books answers 418']);
  });
});
