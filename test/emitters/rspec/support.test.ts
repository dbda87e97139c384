import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../src/api/json.ts';
import containment from '../../vectors/containment.json' with { type: 'json' };
import multiples from '../../vectors/multiple-of.json' with { type: 'json' };
import paths from '../../vectors/path-encoding.json' with { type: 'json' };
import patterns from '../../vectors/patterns.json' with { type: 'json' };
import schemas from '../../vectors/schemas.json' with { type: 'json' };
import { run as runPython } from '../pytest/tools.ts';
import { complaints, run } from './tools.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'itc-support-'));
cpSync('emitters/rspec/support', folder, { recursive: true });
cpSync('emitters/pytest/support', folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/** Values, or a file of them: JavaScript would round what is beyond 2^53. */
type Given = readonly unknown[] | string;

function give(values: Given): void {
  const text = typeof values === 'string' ? readFileSync(values) : JSON.stringify(values);
  writeFileSync(path.join(folder, 'given.json'), text);
}

const vectors = 'test/vectors/schemas.json';

/** What a Ruby expression over `given` is, for each of the values. */
function inRuby(expression: string, values: Given, before = ''): readonly Json[] {
  give(values);
  const script = `require 'json'; require './itc_support'; ${before}
    print JSON.generate(JSON.parse(File.read('given.json')).map { |given| ${expression} })`;
  const { code, output } = run('ruby', ['-w', '-e', script], folder);
  if (code !== 0) throw new Error(output);
  return JSON.parse(output) as readonly Json[];
}

/** Problems of a value with a schema, as failures tell them, and what they share with those of other tests. */
const told = `contract = Itc::Contract.new('operations' => {}, 'securitySchemes' => {}, '$defs' => { 'Named' => given['schema'] }.merge(given['definitions'] || {}))
  schema = contract.instance_variable_get(:@document)['$defs']['Named']
  contract.broken_schema(given['value'], schema, 'body').map { |one| [one.to_s, one.place, one.says] }`;

/** The same in Python. */
function inPython(values: Given): Json {
  give(values);
  const script = `import json
from itc_support.contract import Contract
def told(given):
    defs = {"Named": given["schema"], **given.get("definitions", {})}
    contract = Contract({"operations": {}, "securitySchemes": {}, "$defs": defs})
    found = contract.broken_schema(given["value"], ("$defs", "Named"), "body")
    return [[str(one), one.place, one.says] for one in found]
print(json.dumps([told(given) for given in json.load(open("given.json"))]))`;
  const { code, output } = runPython('python', ['-c', script], folder);
  if (code !== 0) throw new Error(output);
  return JSON.parse(output) as Json;
}

it('is Ruby that Ruby and RuboCop like', { timeout: 300_000 }, () => {
  expect(complaints(path.join(folder, 'itc_support'))).toBe('');
});

it('contains what the vectors say', () => {
  const found = inRuby("Itc::Containment.contains?(given['expected'], given['actual'])", containment);
  expect(containment.map(({ why }, index) => [why, found[index]])).toEqual(
    containment.map(({ why, contains }) => [why, contains]),
  );
});

it('writes paths as the vectors say', () => {
  const found = inRuby("Itc::Wire.fill_path(given['template'], given['values'])", paths);
  expect(found).toEqual(paths.map(({ path }) => path));
});

it('divides decimals as the vectors say', () => {
  const found = inRuby("Itc::Assertions.multiple?(given['factor'], given['value'])", multiples);
  expect(found).toEqual(multiples.map(({ valid }) => valid));
});

it('reads patterns as the vectors say', () => {
  const found = inRuby("Itc::Patterns.compiled(given['pattern']).match?(given['text'])", patterns);
  expect(patterns.map(({ pattern, text }, index) => [pattern, text, found[index]])).toEqual(
    patterns.map(({ pattern, text, matches }) => [pattern, text, matches]),
  );
});

it('notes the patterns that Ruby cannot read, and checks the others', () => {
  const unread = `contract = Itc::Contract.new('operations' => {}, 'securitySchemes' => {}, '$defs' => { 'a' => given })
    schema = contract.instance_variable_get(:@document)['$defs']['a']
    [contract.unread_patterns, contract.broken_schema({ 'a' => '1', 'b' => 'x' }, schema, 'body').map(&:to_s)]`;
  const strict = { patternProperties: { '^\\p{Nonsense}$': false }, additionalProperties: false };
  const mixed = { properties: { a: { pattern: '(?<=a*)' }, b: { pattern: '^\\d$' }, pattern: {} } };
  expect(inRuby(unread, [strict, mixed])).toEqual([
    [{ '^\\p{Nonsense}$': 'invalid character property name {Nonsense}' }, []],
    [{ '(?<=a*)': 'invalid pattern in look-behind' }, ['body.b is "x", expected pattern "^\\\\d$"']],
  ]);
});

describe('schemas', () => {
  it('are broken as the vectors say', () => {
    const found = inRuby(told, vectors) as readonly (readonly [string])[][];
    expect(schemas.map(({ why }, index) => [why, found[index]!.map(([line]) => line)])).toEqual(
      schemas.map(({ why, lines }) => [why, lines]),
    );
  });

  it('are broken in the words of the pytest suites', () => {
    const words = (said: Json) =>
      (said as readonly (readonly (readonly Json[])[])[]).map((lines) =>
        lines.map(([line, , says]) => [line, says]),
      );
    expect(words(inRuby(told, vectors))).toEqual(words(inPython(vectors)));
  });

  it('are judged as json_schemer judges what draft 7 knows', () => {
    const judged = inRuby(
      `given['beyond'] || JSONSchemer.schema(given['schema'].merge('$defs' => given['definitions'] || {}), format: false).valid?(given['value'])`,
      vectors,
      "require 'set'; $VERBOSE = nil; require 'json_schemer';",
    );
    const known = schemas.map(({ beyond }, index) => ({ beyond, index })).filter(({ beyond }) => !beyond);
    expect(known.map(({ index }) => [schemas[index]!.why, judged[index]])).toEqual(
      known.map(({ index }) => [schemas[index]!.why, schemas[index]!.lines.length === 0]),
    );
    expect(known.length).toBeGreaterThan(40);
  });
});

it('writes numbers as JSON has them in every language', () => {
  const numbers = `[1, 1.0, -0.0, 1e21, 1e22, 1.5e300, 1e-7, 9007199254740993, 0.1, 123456789012345680000]`;
  const script = `require './itc_support'; print Itc::Json.write(Itc::Json.parse('${numbers}'))`;
  const python = `import json; print(json.dumps(json.loads('${numbers}'), separators=(",", ":")), end="")`;
  expect(run('ruby', ['-e', script], folder).output).toBe(runPython('python', ['-c', python], folder).output);
});

it('takes nothing for JSON that is none', () => {
  const texts = ['/* no */ 1', '[1,]', 'NaN', '{"a":1', '01', '"\t"', '', '1 2', '{"a":1} // no', 'nil'];
  const read = `begin Itc::Json.parse(given); true; rescue Itc::Json::Unreadable; false; end`;
  expect(inRuby(read, texts)).toEqual(texts.map(() => false));
  expect(inRuby(read, ['"/* a text */"', ' 1 ', 'null', '{"a//b":[]}'])).toEqual([true, true, true, true]);
});

it('gives processes of one run other texts', () => {
  const unique = `require './itc_support'; print Array.new(50) { Itc::Unique.text('########') }.join(' ')`;
  const texts = ['', '2', '3', '4'].flatMap((number) =>
    run('ruby', ['-e', unique], folder, { TEST_ENV_NUMBER: number, PARALLEL_TEST_GROUPS: '4' }).output.split(
      ' ',
    ),
  );
  expect(new Set(texts).size).toBe(200);
  const residues = texts.map((text, index) => [Math.floor(index / 50), Number(text) % 4] as const);
  expect(new Set(residues.map(String)).size).toBe(4);
});

it('masks what is secret, however it is written', () => {
  const masked = `Itc::Masking.mask_secrets(given[0], given[1])`;
  expect(
    inRuby(masked, [
      ['a sesame-1 b', ['sesame-1']],
      ['xx%2Fyy "aa\\"bb" z', ['xx/yy', 'aa"bb']],
      ['abc="ab" ab Bearer ab', ['ab']],
    ]),
  ).toEqual(['a *** b', '*** "***" z', 'abc="***" ab Bearer ***']);
  const body = `Itc::Masking.mask_body(given)`;
  expect(inRuby(body, ['{"password":"a","b":1}', 'token=a&b=c', '{"b":1.0}'])).toEqual([
    '{"password":"***","b":1}',
    'token=***&b=c',
    '{"b":1.0}',
  ]);
});
