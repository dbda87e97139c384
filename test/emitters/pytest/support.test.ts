import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Json } from '../../../src/api/json.ts';
import containment from '../../vectors/containment.json' with { type: 'json' };
import multiples from '../../vectors/multiple-of.json' with { type: 'json' };
import patterns from '../../vectors/patterns.json' with { type: 'json' };
import paths from '../../vectors/path-encoding.json' with { type: 'json' };
import { readPattern } from '../../../src/values/patterns.ts';
import { run } from './tools.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'itc-support-'));
cpSync('emitters/pytest/support/itc_support', path.join(folder, 'itc_support'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/** What a Python expression over `given` is, for each of the values. */
function inPython(imports: string, expression: string, values: readonly unknown[]): readonly Json[] {
  const file = path.join(folder, 'given.json');
  writeFileSync(file, JSON.stringify(values));
  const script = `import json\n${imports}\nprint(json.dumps([${expression} for given in json.load(open("given.json"))]))`;
  const { code, output } = run('python', ['-c', script], folder);
  if (code !== 0) throw new Error(output);
  return JSON.parse(output) as readonly Json[];
}

it('contains what the vectors say', () => {
  const found = inPython(
    'from itc_support.containment import contains',
    'contains(given["expected"], given["actual"])',
    containment,
  );
  expect(containment.map(({ why }, index) => [why, found[index]])).toEqual(
    containment.map(({ why, contains }) => [why, contains]),
  );
});

it('writes paths as the vectors say', () => {
  const found = inPython(
    'from itc_support.wire import fill_path',
    'fill_path(given["template"], given["values"])',
    paths,
  );
  expect(found).toEqual(paths.map(({ path }) => path));
});

it('divides decimals as the vectors say', () => {
  const imports = `from itc_support.contract import Contract
def valid(given):
    schema = {"multipleOf": given["factor"]}
    contract = Contract({"operations": {}, "securitySchemes": {}, "$defs": {"a": schema}})
    return not contract.broken_schema(given["value"], ("$defs", "a"), "body")`;
  expect(inPython(imports, 'valid(given)', multiples)).toEqual(multiples.map(({ valid }) => valid));
});

it('reads patterns as the vectors say, and as JavaScript does', () => {
  const found = inPython(
    'from itc_support.patterns import compiled',
    'bool(compiled(given["pattern"]).search(given["text"]))',
    patterns,
  );
  expect(patterns.map(({ pattern, text }, index) => [pattern, text, found[index]])).toEqual(
    patterns.map(({ pattern, text, matches }) => [pattern, text, matches]),
  );
  const inJavaScript = patterns.map(({ pattern, text }) => readPattern(pattern)?.test(text));
  expect(inJavaScript).toEqual(patterns.map(({ matches }) => matches));
});

it('notes the patterns that Python cannot read, and checks the others', () => {
  const imports = `from itc_support.contract import Contract
def unread(given):
    contract = Contract({"operations": {}, "securitySchemes": {}, "$defs": {"a": given}})
    return [contract.unread_patterns, contract.broken_schema({"a": "1", "b": "x"}, ("$defs", "a"), "body")]`;
  const strict = { patternProperties: { '^\\p{Lu}$': false }, additionalProperties: false };
  const mixed = { properties: { a: { pattern: '\\p{L}' }, b: { pattern: '^\\d$' }, pattern: {} } };
  const named = { patternProperties: { '^[ab]$': { pattern: '^x$' } }, additionalProperties: false };
  expect(inPython(imports, 'unread(given)', [strict, mixed, named])).toEqual([
    [{ '^\\p{Lu}$': 'Python has no \\p' }, []],
    [{ '\\p{L}': 'Python has no \\p' }, ['body.b is "x", expected pattern "^\\\\d$"']],
    [{}, ['body.a is "1", expected pattern "^x$"']],
  ]);
});

it('checks bodies that are no JSON as text', () => {
  const imports = `from itc_support.contract import Contract
def lines(given):
    contract = Contract({"operations": {}, "securitySchemes": {}, "$defs": {"a": given[0], "Word": {"type": "string", "maxLength": 2}}})
    return contract.broken_text(given[1], ("$defs", "a"), "body")`;
  const cases: readonly (readonly [schema: Json, text: string, lines: readonly string[]])[] = [
    [{ type: 'string', enum: ['on', 'off'] }, 'on', []],
    [{ type: 'string', enum: ['on', 'off'] }, 'up', ['body is "up", expected enum ["on","off"]']],
    [{ $ref: '#/$defs/Word' }, 'long', ['body is "long", expected maxLength 2']],
    [{ type: 'string', minLength: 1 }, '', ['body is "", expected minLength 1']],
    [{ type: 'string' }, '42', []],
    [{ type: 'integer', minimum: 1 }, '42\n', []],
    [{ type: 'integer' }, 'many', ['body is "many", expected type "integer"']],
    [{ type: 'boolean' }, 'true', []],
    [{ type: 'object', required: ['a'] }, '<a/>', []],
    [{ anyOf: [{ type: 'object' }, { type: ['array'] }] }, '<a/>', []],
    [true, 'anything', []],
  ];
  expect(inPython(imports, 'lines(given)', cases)).toEqual(cases.map(([, , lines]) => lines));
});

it('says where a schema is broken', () => {
  const imports = `from itc_support.contract import Contract
def lines(given):
    contract = Contract({"operations": {}, "securitySchemes": {}, "$defs": {"a/b": given["schema"], "Named": {"type": "string"}}})
    return contract.broken_schema(given["value"], ("$defs", "a/b"), "body")`;
  const cases: readonly (readonly [schema: Json, value: Json, lines: readonly string[]])[] = [
    [{ required: ['a', 'b'] }, {}, ['body.a is missing', 'body.b is missing']],
    [{ properties: { n: { $ref: '#/$defs/Named' } } }, { n: 1 }, ['body.n is 1, expected type "string"']],
    [
      { properties: { 'a b': { items: { minimum: 0 } } } },
      { 'a b': [1, -1] },
      ['body["a b"][1] is -1, expected minimum 0'],
    ],
    [
      { properties: { password: false } },
      { password: 'x' },
      ['body.password is ***, but the contract does not allow it in an answer'],
    ],
    [
      { properties: { a: true }, additionalProperties: false },
      { a: 1, b: 2 },
      ['body has b, which the contract does not declare'],
    ],
    [{ format: 'date' }, 'yesterday', ['body is "yesterday", expected format "date"']],
    [{ format: 'hostname' }, 'no host', []],
    [{ pattern: '^(?<year>\\p{Nd}+)$' }, 'anything', []],
    [
      { anyOf: [{ type: 'string' }, { type: 'object', properties: { n: { type: 'string' } } }] },
      { n: 1 },
      ['body.n is 1, expected type "string"'],
    ],
  ];
  const found = inPython(
    imports,
    'lines(given)',
    cases.map(([schema, value]) => ({ schema, value })),
  );
  expect(found).toEqual(cases.map(([, , lines]) => lines));
});

it('changes copies, and walks pointers', () => {
  const imports =
    'from itc_support.values import *\nfrom itc_support.values import changed, without, at\nbook = {"title": "Dune", "tags": ["a", "b"], "x/y": {"~": 1}}';
  const found = inPython(imports, 'eval(given)', [
    'without(book, "title")',
    'without(book, "tags/0")',
    'without(book, "title", "tags/0", "tags/0")',
    'without(book, "absent")',
    'changed(book, "tags/-", "c")',
    'changed(book, "tags/1", None)',
    'changed(book, "new", [])',
    'changed(book, "", 1)',
    'at(book, "/x~1y/~0")',
    'book',
  ]);
  const book = { title: 'Dune', tags: ['a', 'b'], 'x/y': { '~': 1 } };
  const { title: _, ...untitled } = book;
  expect(found).toEqual([
    untitled,
    { ...book, tags: ['b'] },
    { ...untitled, tags: [] },
    book,
    { ...book, tags: ['a', 'b', 'c'] },
    { ...book, tags: ['a', null] },
    { ...book, new: [] },
    1,
    1,
    book,
  ]);
});

it('makes values that no other call and no other process makes', () => {
  const script =
    'import json; from itc_support.values import unique; print(json.dumps([unique("a-######") for _ in range(500)]))';
  const worker = (id: string) => {
    Object.assign(process.env, {
      PYTEST_XDIST_TESTRUNUID: 'run',
      PYTEST_XDIST_WORKER: id,
      PYTEST_XDIST_WORKER_COUNT: '2',
    });
    return JSON.parse(run('python', ['-c', script], folder).output) as readonly string[];
  };
  const values = [...worker('gw0'), ...worker('gw1')];
  expect(new Set(values).size).toBe(1000);
  expect(values.every((value) => /^a-\d{6}$/.test(value))).toBe(true);
});

it('makes unique numbers where a number is wanted', () => {
  const [number, text] = inPython(
    'from itc_support import unique',
    'unique(given, int) if given[0] == "4" else unique(given)',
    ['4########', '0###'],
  );
  expect(number).toBeGreaterThanOrEqual(400_000_000);
  expect(number).toBeLessThan(500_000_000);
  expect(text).toMatch(/^0\d{3}$/);
});

it('reads from a URL what a path template takes', () => {
  const read = (template: string, url: string) => [template, url] as const;
  expect(
    inPython('from itc_support.wire import read_path', 'read_path(*given)', [
      read('/books/{bookId}', 'http://host/v1/books/7'),
      read('/books/{bookId}', 'http://host/books/a%20b/?lang=en'),
      read('/shelves/{shelf}/books/{id}', '/shelves/a/books/1'),
      read('/books/{bookId}', 'http://host/books/7/pages'),
      read('/books/{bookId}', 'http://host/books'),
      read('/files/{id}.{format}', '/files/7.json'),
    ]),
  ).toEqual([
    { bookId: '7' },
    { bookId: 'a b' },
    { shelf: 'a', id: '1' },
    null,
    null,
    { id: '7', format: 'json' },
  ]);
});

it('keeps secrets out of text', () => {
  const imports = 'from itc_support.masking import mask_body, mask_secrets';
  const found = inPython(imports, 'mask_body(given)', [
    '{"user":"a","password":"b","access_token":"c"}',
    'user=a&password=b',
    'plain',
    '[1,2]',
  ]);
  expect(found).toEqual([
    '{"user":"a","password":"***","access_token":"***"}',
    'user=a&password=***',
    'plain',
    '[1,2]',
  ]);
  expect(inPython(imports, 'mask_secrets(given, {"a b/c", ""})', ['q=a%20b%2Fc', 'a b/c x'])).toEqual([
    'q=***',
    '*** x',
  ]);
});

it('masks a short secret where it is a whole value, and no part of a word', () => {
  const texts = [
    '{"echo":"abc","of":"abcd"}',
    "curl 'http://api/?key=abc&q=abcd' -F 'key=abc'",
    'Bearer abc is no alphabet, abc is one',
    "name='abc'",
  ];
  const imports = 'from itc_support.masking import mask_secrets';
  expect(inPython(imports, 'mask_secrets(given, {"abc"})', texts)).toEqual([
    '{"echo":"***","of":"abcd"}',
    "curl 'http://api/?key=***&q=abcd' -F 'key=***'",
    'Bearer *** is no alphabet, abc is one',
    "name='***'",
  ]);
  expect(
    inPython(imports, 'mask_secrets(given, {"7"})', ['status is 500, limit=7', '"at": "a:7:7"']),
  ).toEqual(['status is 500, limit=***', '"at": "a:7:7"']);
});
