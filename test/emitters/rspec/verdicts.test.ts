import { expect, it } from 'vitest';
import { verdicts } from '../../../emitters/rspec/verdicts.ts';

const example = (said: object) => ({
  full_description: 'Books reads',
  file_path: './a/books_spec.rb',
  ...said,
});

function read(examples: readonly object[], outside = 0, messages: readonly string[] = []) {
  return verdicts(
    JSON.stringify({ examples, messages, summary: { errors_outside_of_examples_count: outside } }),
  );
}

it.each([
  ['passed', { status: 'passed' }, 'passed', ''],
  ['pending', { status: 'pending', pending_message: 'pending: no' }, 'skipped', 'pending: no'],
  [
    'a matcher that failed',
    { status: 'failed', exception: { class: 'RSpec::Expectations::ExpectationNotMetError', message: 'no' } },
    'failed',
    'no',
  ],
  [
    'an answer that it could not go on with',
    { status: 'failed', exception: { class: 'Itc::ContractBroken', message: 'no' } },
    'failed',
    'no',
  ],
  [
    'a thing that could not be made',
    { status: 'failed', exception: { class: 'Itc::SetUpBroken', message: 'no' } },
    'error',
    'no',
  ],
  [
    'anything else',
    { status: 'failed', exception: { class: 'NameError', message: 'no' } },
    'error',
    'NameError: no',
  ],
])('reads %s', (_, said, outcome, message) => {
  expect(read([example(said)])).toEqual([{ test: 'books_spec.rb: Books reads', outcome, message }]);
});

it('reads what broke outside of all examples', () => {
  expect(read([], 1, ['An error occurred while loading ./books_spec.rb.'])).toEqual([
    {
      test: 'outside of all examples',
      outcome: 'error',
      message: 'An error occurred while loading ./books_spec.rb.',
    },
  ]);
});

it.each(['{}', '[]', 'null'])('refuses what is no report: %s', (text) => {
  expect(() => verdicts(text)).toThrow('no report of RSpec');
});

it('refuses what is no JSON', () => {
  expect(() => verdicts('<testsuites/>')).toThrow();
});
