import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pytest } from '../../../emitters/pytest/index.ts';
import { bookshop } from '../model.ts';

const emission = pytest.emit(bookshop);

it.each(['test_books.py', 'itc_fixtures.py', 'conftest.py'])(
  'writes the bookshop as it was written by hand: %s',
  (name) => {
    const expected = readFileSync(new URL(`expected/${name}`, import.meta.url), 'utf8');
    expect(emission.files.find(({ path }) => path === name)?.text).toBe(expected);
  },
);

it('leaves the set-up to the user, and owns the rest', () => {
  const yours = emission.files.filter(({ owner }) => owner === 'you').map(({ path }) => path);
  expect(yours).toEqual(['conftest.py', 'requirements.txt']);
});

it('names every case as pytest does', () => {
  expect(emission.cases['get-book/happy']).toBe('test_books.py::TestGetBook::test_reads_a_book');
  expect(emission.cases['create-book/required/body/title']).toBe(
    'test_books.py::TestCreateBook::test_answers_422_without_a_required_field[title]',
  );
});

it('writes the same bytes again', () => {
  expect(pytest.emit(structuredClone(bookshop))).toEqual(emission);
});
