import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileNames } from '../../../emitters/go/file-names.ts';
import { go } from '../../../emitters/go/index.ts';
import { NativeNames } from '../../../emitters/go/native-names.ts';
import { reserved } from '../../../emitters/go/reserved.ts';
import { carriesMark } from '../../../src/output/mark.ts';
import { unmentioned } from '../../../src/output/unmentioned.ts';
import { bookshop } from '../model.ts';

const emission = go.emit(bookshop);

describe('the bookshop', () => {
  it.each(['books_test.go', 'fixtures_test.go', 'setup_test.go'])(
    'is written as a person would write it: %s',
    (name) => {
      const expected = readFileSync(new URL(`expected/${name}`, import.meta.url), 'utf8');
      expect(emission.files.find(({ path }) => path === name)?.text).toBe(expected);
    },
  );

  it('leaves the set-up and the module to the user, and owns the rest', () => {
    const yours = emission.files.filter(({ owner }) => owner === 'you').map(({ path }) => path);
    expect(yours).toEqual(['setup_test.go', 'go.mod', 'go.sum']);
    const owned = emission.files.filter(({ path, owner }) => owner === 'itc' && path.endsWith('.go'));
    expect(owned.filter(({ text }) => !carriesMark(text))).toEqual([]);
  });

  it('names every case as go test does', () => {
    expect(emission.cases['get-book/happy']).toBe('TestGetBook/reads_a_book');
    expect(emission.cases['create-book/required/body/title']).toBe(
      'TestCreateBook/answers_422_without_a_required_field/title',
    );
  });

  it('writes the same bytes again', () => {
    expect(go.emit(structuredClone(bookshop))).toEqual(emission);
  });

  it('asks for what a set-up that is there does not give', () => {
    const lacking = (text: string) =>
      unmentioned(emission, { files: new Map([['setup_test.go', text]]) } as never).map(({ line }) => line);
    expect(lacking('package contracttests')).toEqual([
      '{"bearerAuth", os.Getenv("CREDENTIAL_BEARER_AUTH")},',
    ]);
    expect(lacking('Credentials: object{{"bearerAuth", "x"}},')).toEqual([]);
  });
});

describe('names', () => {
  it('are counted as package testing counts them', () => {
    const names = new NativeNames();
    const found = ['a b', 'a b', 'a b#01', '', 'a\nb', 'a b'].map((label) => names.of('TestA', label));
    expect(found).toEqual([
      'TestA/a_b',
      'TestA/a_b#01',
      'TestA/a_b#01#01',
      'TestA/#00',
      'TestA/a\\nb',
      'TestA/a_b#02',
    ]);
  });

  it('of files are for every system, and no file of the support code', () => {
    const nameOf = fileNames();
    expect([['books'], ['users', 'windows'], ['itc', 'json'], ['books'], []].map(nameOf)).toEqual([
      'books_test.go',
      'users_windows_tests_test.go',
      'itc_json_2_test.go',
      'books_2_test.go',
      'suite_test.go',
    ]);
  });

  it('of the support code are not taken', () => {
    for (const name of ['object', 'api', 'Query', 'caseOf', 'Any2XX', 'func', 'wordBoundary'])
      expect(reserved).toContain(name);
  });
});
