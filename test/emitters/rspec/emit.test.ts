import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rspec } from '../../../emitters/rspec/index.ts';
import { bookshop } from '../model.ts';

const emission = rspec.emit(bookshop);

it.each(['books_spec.rb', 'itc_things.rb', 'spec_helper.rb'])(
  'writes the bookshop as it would be written by hand: %s',
  (name) => {
    const expected = readFileSync(new URL(`expected/${name}`, import.meta.url), 'utf8');
    expect(emission.files.find(({ path }) => path === name)?.text).toBe(expected);
  },
);

it('leaves the set-up to the user, and owns the rest', () => {
  const yours = emission.files.filter(({ owner }) => owner === 'you').map(({ path }) => path);
  expect(yours).toEqual(['spec_helper.rb', 'Gemfile', '.rspec']);
});

it('names every case as RSpec does', () => {
  expect(emission.cases['get-book/happy']).toBe('books_spec.rb: Books GET /books/{bookId} reads a book');
  expect(emission.cases['create-book/required/body/title']).toBe(
    'books_spec.rb: Books POST /books answers 422 without a required field: title',
  );
});

it('writes the same bytes again', () => {
  expect(rspec.emit(structuredClone(bookshop))).toEqual(emission);
});
