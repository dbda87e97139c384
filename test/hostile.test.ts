import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitters } from '../emitters/index.ts';
import { pytest } from '../emitters/pytest/index.ts';
import { rspec } from '../emitters/rspec/index.ts';
import { described } from '../emitters/rspec/ruby.ts';
import { compileContract, compileText, writeSuite } from '../scripts/suites.ts';
import { isSafePath } from '../src/output/safe-path.ts';
import { complaints } from './emitters/pytest/tools.ts';
import { complaints as rubyComplaints } from './emitters/rspec/tools.ts';
import { collectedIn, factsOf, knownCalls, knownImports } from './hostile/python.ts';
import { asBytes, describedIn, knownRubyCalls, rubyFactsOf } from './hostile/ruby.ts';
import { textsOf } from './hostile/texts-of.ts';

const contract = 'specs/hostile/openapi.json';
const { source, model } = await compileContract(contract);

let base = '';
beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'itc-hostile-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe.each(emitters)('a hostile contract, $name', (emitter) => {
  const emission = emitter.emit(model);

  it('names files that stay in their folder on every system', () => {
    const paths = emission.files.map((file) => file.path);
    expect(paths.filter((name) => !isSafePath(name) || !/^[\w./-]{1,200}$/.test(name))).toEqual([]);
    expect(new Set(paths.map((name) => name.toLowerCase())).size).toBe(paths.length);
  });

  it('writes these files and no others', async () => {
    const folder = path.join(base, emitter.name);
    await writeSuite(folder, emission, { emitter, source });
    const written = readdirSync(base, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter(
        (file) => !file.startsWith('..') || !emitters.some(({ name }) => file.startsWith(`../${name}/`)),
      );
    expect(written.sort()).toEqual([...emission.files.map((file) => file.path), 'itc.lock'].sort());
  });

  it('keeps the schemas as they are', () => {
    const file = emission.files.find((one) => one.path === 'contract.json');
    expect(JSON.parse(file?.text ?? 'null')).toEqual(JSON.parse(JSON.stringify(model.contract)));
  });
});

describe('a hostile contract in Python', () => {
  const folder = () => path.join(base, 'python');
  beforeAll(() => writeSuite(folder(), pytest.emit(model), { emitter: pytest, source }));

  it('is Python that Ruff likes', () => {
    expect(complaints(folder())).toBe('');
  });

  it('is collected by pytest under the names that the lock has', async () => {
    expect([...(await collectedIn(folder()))].sort()).toEqual(Object.values(pytest.emit(model).cases).sort());
  });

  it('calls and imports nothing that the contract names, and keeps all of its texts', async () => {
    const { strings, calls, imports } = await factsOf(folder());
    expect(calls.filter((call) => !knownCalls.includes(call))).toEqual([]);
    expect(imports.filter((module) => !knownImports.includes(module))).toEqual([]);
    const there = new Set(strings);
    expect([...textsOf(model)].filter((text) => !there.has(text))).toEqual([]);
  });
});

describe('a hostile contract in Ruby', () => {
  const folder = () => path.join(base, 'ruby');
  const emission = rspec.emit(model);
  beforeAll(() => writeSuite(folder(), emission, { emitter: rspec, source }));

  it('is Ruby that Ruby and RuboCop like', { timeout: 300_000 }, () => {
    expect(rubyComplaints(folder())).toBe('');
  });

  it('is collected by RSpec under the names that the lock has', () => {
    expect([...describedIn(folder())].sort()).toEqual(Object.values(emission.cases).sort());
  });

  it('calls nothing that the contract names, and keeps all of its texts', () => {
    const { texts, calls } = rubyFactsOf(folder());
    expect(calls.filter((call) => !knownRubyCalls.includes(call) && !isMade(call))).toEqual([]);
    expect(lost(textsOf(model), texts)).toEqual([]);
  });

  /** Things and good values are methods of the suite: what a contract names becomes one, and calls nothing else. */
  function isMade(call: string): boolean {
    return emission.files.some(({ text }) => new RegExp(`(?:def |thing\\(:)${call}\\b`).test(text));
  }
});

/** Texts of a model that its suite does not hold: a description has no room for half a surrogate pair. */
function lost(texts: ReadonlySet<string>, there: ReadonlySet<string>): readonly string[] {
  return [...texts].filter((text) => !there.has(asBytes(text)) && !there.has(asBytes(described(text))));
}

/** Pieces that mean something in one language or another. */
const pieces =
  `" ' """ ''' \` \\ \n \r \u2028 \0 \u202e \ud800 # // */ { } %s #{exit(1)} \${exit(1)} exit(1) ../ def été`.split(
    ' ',
  );

/** Some of these pieces, or what random text there is. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
);

const hostileContract = fc.record({
  title: hostileText,
  tag: hostileText,
  operationId: hostileText,
  summary: hostileText,
  segment: hostileText,
  query: hostileText,
  member: hostileText,
  values: fc.uniqueArray(hostileText, { minLength: 1, maxLength: 3 }),
  example: hostileText,
});

describe('any text in a contract', () => {
  it('stays data in Python', { timeout: 600_000 }, async () => {
    const folder = path.join(base, 'any');
    const texts = new Set<string>();
    let count = 0;
    for (const hostile of fc.sample(hostileContract, { numRuns: 60, seed: 20261120 })) {
      const made = await compileText(JSON.stringify(contractWith(hostile)), `any-${count}.json`);
      for (const text of textsOf(made.model)) texts.add(text);
      const target = path.join(folder, String(count++));
      await writeSuite(target, pytest.emit(made.model), { emitter: pytest, source: made.source });
      expect(complaints(target), JSON.stringify(hostile)).toBe('');
    }
    const { strings, calls, imports } = await factsOf(folder);
    expect(calls.filter((call) => !knownCalls.includes(call))).toEqual([]);
    expect(imports.filter((module) => !knownImports.includes(module))).toEqual([]);
    const there = new Set(strings);
    expect([...texts].filter((text) => !there.has(text))).toEqual([]);
  });
});

describe('any text in a contract, once more', () => {
  it('stays data in Ruby', { timeout: 600_000 }, async () => {
    const folder = path.join(base, 'any-ruby');
    const texts = new Set<string>();
    let count = 0;
    for (const hostile of fc.sample(hostileContract, { numRuns: 60, seed: 20261129 })) {
      const made = await compileText(JSON.stringify(contractWith(hostile)), `any-${count}.json`);
      for (const text of textsOf(made.model)) texts.add(text);
      const { files, cases } = rspec.emit(made.model);
      const own = files.filter((file) => !file.path.startsWith('itc_support'));
      const target = path.join(folder, String(count++));
      await writeSuite(target, { files: own, cases }, { emitter: rspec, source: made.source });
    }
    expect(rubyComplaints(folder)).toBe('');
    const facts = rubyFactsOf(folder);
    expect(lost(texts, facts.texts)).toEqual([]);
    expect(facts.calls).not.toContain('exit');
  });
});

type Hostile = typeof hostileContract extends fc.Arbitrary<infer Value> ? Value : never;

function contractWith({
  title,
  tag,
  operationId,
  summary,
  segment,
  query,
  member,
  values,
  example,
}: Hostile) {
  const schema = {
    type: 'object',
    required: [member],
    properties: { [member]: { type: 'string', enum: values } },
  };
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    paths: {
      [`/${segment.replaceAll(/[{}?#]/g, '')}`]: {
        post: {
          operationId,
          tags: [tag],
          summary,
          parameters: [
            { name: query, in: 'query', example, schema: { type: 'string', enum: [example, 'other'] } },
          ],
          requestBody: { required: true, content: { 'application/json': { schema } } },
          responses: { 200: { description: summary, content: { 'application/json': { schema } } } },
        },
      },
    },
  };
}
