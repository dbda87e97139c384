import { expect, it } from 'vitest';
import { pytest } from '../../../emitters/pytest/index.ts';
import type { Example, Suite, TestModel } from '../../../src/model/model.ts';
import type { Value } from '../../../src/model/value.ts';
import { bookshop } from '../model.ts';

const image = (base64: string, name = 'image.png'): Value => ({
  kind: 'file',
  name,
  mediaType: 'image/png',
  content: { kind: 'base64', base64 },
});
const example = (name: string, value: Value): Example => ({
  name: [name],
  value: { kind: 'object', members: { image: value, alt: { kind: 'literal', json: name } } },
});
const [books] = bookshop.suites as readonly [Suite];

function modules(model: Partial<TestModel>): Readonly<Record<string, string>> {
  const { files } = pytest.emit({ ...bookshop, fixtures: [], examples: [], ...model });
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

const suite = (...examples: readonly Example[]): Suite => ({ ...books, examples, groups: [] });
const long = 'iVBORw0KGgoA'.repeat(7);

it('writes a long file once, in lines', () => {
  const text = modules({ suites: [suite(example('one', image(long)), example('two', image(long)))] })[
    'test_books.py'
  ];
  expect(text).toContain(
    [
      'IMAGE_PNG = upload(',
      '    "image.png",',
      '    "image/png",',
      '    base64=(',
      `        "${long.slice(0, 64)}"`,
      `        "${long.slice(64)}"`,
      '    ),',
      ')',
      '',
      'ONE = {"image": IMAGE_PNG, "alt": "one"}',
      '',
      'TWO = {"image": IMAGE_PNG, "alt": "two"}',
      '',
    ].join('\n'),
  );
});

it('writes a file where it is used, when it is short or used once', () => {
  const short = modules({ suites: [suite(example('one', image('iVBO')), example('two', image('iVBO')))] });
  expect(short['test_books.py']).toContain(
    'ONE = {"image": upload("image.png", "image/png", base64="iVBO"), "alt": "one"}',
  );
  const once = modules({
    suites: [suite(example('one', image(long)), example('two', image(long, 'b.png')))],
  });
  expect(once['test_books.py']).not.toContain('IMAGE_PNG');
});

it('imports a file that the fixtures have', () => {
  const made = modules({
    examples: [example('one', image(long)), example('two', image(long))],
    suites: [suite(example('three', image(long)))],
  });
  expect(made['itc_fixtures.py']).toContain('IMAGE_PNG = upload(');
  expect(made['test_books.py']).toContain('from itc_fixtures import IMAGE_PNG');
});
