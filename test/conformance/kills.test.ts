import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/run/result.ts';
import { compareKills } from './kills.ts';

const verdict = (
  id: string,
  outcome: Verdict['outcome'],
  message = 'GET /a breaks the contract',
): Verdict => ({ id, test: id, outcome, message: `${message}   [${id}]` });

const agreed = { unexpected: [], survived: [], unexplained: [] };

describe('compareKills', () => {
  it('agrees where the listed cases fail and no others', () => {
    const verdicts = [
      verdict('a/happy', 'failed'),
      verdict('a/happy/maximal', 'failed'),
      verdict('b/happy', 'passed'),
    ];
    expect(compareKills(['a/happy*'], verdicts)).toEqual(agreed);
  });

  it('names what fails and is not listed, and what is listed and passes', () => {
    const verdicts = [verdict('a/happy', 'passed'), verdict('b/happy', 'failed')];
    expect(compareKills(['a/*'], verdicts)).toEqual({
      ...agreed,
      unexpected: ['b/happy'],
      survived: ['a/happy'],
    });
  });

  it('names an entry that means no case', () => {
    expect(compareKills(['a.happy'], [verdict('a/happy', 'passed')]).survived).toEqual([
      'a.happy (no case has this id)',
    ]);
  });

  it('lets a case that could not begin go with the failure that it shares its cause with', () => {
    const verdicts = [verdict('a/happy', 'failed'), verdict('b/happy', 'error')];
    expect(compareKills(['a/happy'], verdicts)).toEqual(agreed);
    expect(
      compareKills(['a/happy'], [...verdicts, verdict('c/happy', 'error', 'oh')]).unexplained,
    ).toHaveLength(1);
  });
});
