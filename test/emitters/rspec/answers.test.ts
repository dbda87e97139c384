import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../src/api/json.ts';
import { run } from './tools.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'itc-answers-'));
cpSync('emitters/rspec/support', folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

interface Answered {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
}

/** An application that gives one answer after the other, the last again and again, and what is asked of it. */
const script = `
require 'json'
require './itc_support'
given = JSON.parse($stdin.read)
content = { 'content' => {}, 'headers' => {}, 'at' => '' }
responses = %w[200 201 503].to_h { |status| [status, content] }
cleanup = { 'method' => 'DELETE', 'path' => '/made/{id}',
            'parameters' => { 'id' => { 'from' => 'body', 'pointer' => '/id' } } }
operation = { 'responses' => responses, 'security' => [], 'at' => '' }
operations = { 'GET /a' => operation, 'POST /a' => operation.merge('cleanup' => cleanup) }
contract = Itc::Contract.new('operations' => operations, 'securitySchemes' => {}, 'basePath' => '/v2')
Itc::Contract.define_singleton_method(:load) { |_| contract }
seen = []
lock = Mutex.new
app = lambda do |env|
  lock.synchronize { seen << [env['REQUEST_METHOD'], env['PATH_INFO'], env['rack.input'].read].join(' ').strip }
  status, headers, body = given['answers'][[seen.size, given['answers'].size].min - 1].values_at('status', 'headers', 'body')
  [status || 200, { 'content-type' => 'application/json' }.merge(headers || {}), [JSON.generate(body)]]
end
findings = []
Itc.configure { |itc| itc.target = app }
Itc.session.reporter.define_singleton_method(:finding) { |text| findings << text }
include Itc::Helpers
told = begin
  answer = instance_eval(given['answer'])
  matcher = given['expected'] && instance_eval(given['expected'])
  matcher.nil? || matcher.matches?(answer) ? 'passed' : matcher.failure_message[/^  - .*/]
rescue RSpec::Core::Pending::SkipDeclaredInExample => e
  e.argument
end
Itc.session.created.remove_all
print JSON.generate({ 'told' => told, 'seen' => seen, 'findings' => findings })
`;

interface Told {
  readonly told: string;
  readonly seen: readonly string[];
  readonly findings: readonly string[];
}

function tell(answers: readonly Answered[], answer: string, expected?: string): Told {
  const given = JSON.stringify({ answers, answer, expected });
  const before = `require 'stringio'; $stdin = StringIO.new(${JSON.stringify(given).replaceAll('#', '\\#')});`;
  const { code, output } = run('ruby', ['-e', before + script], folder);
  if (code !== 0) throw new Error(output);
  return JSON.parse(output) as Told;
}

const body = (value: Json): readonly Answered[] => [{ body: value }];
const get = "api.get('/a')";

describe('what is expected of an answer', () => {
  it.each([
    ['passed', { items: [{ id: 7 }] }, "conform(200).having('/items/0/id')"],
    ['  - body.next is missing, which the test needs', {}, "conform(200).having('/next')"],
    ['  - body.id is null, and the test needs it', { id: null }, "be_accepted(200).having('/id')"],
    [
      '  - body.id is 7, without no, which the test needs',
      { id: 7 },
      "be_accepted(200).having('/id', '/id/no')",
    ],
    [
      'pending: body.items of GET /a has 1 item, and the test needs item 1',
      { items: [1] },
      "conform(200).having('/items/1')",
    ],
    ['passed', { a: 2, b: 1 }, "conform(200).being_either({ a: 1 }, { 'a' => 2 })"],
    ['passed', { n: 3 }, "conform(200).meeting({ properties: { n: { type: 'integer' } } })"],
    [
      '  - body.state is "queued", expected const "done"',
      { state: 'queued' },
      "conform(200).meeting({ properties: { state: { const: 'done' } } })",
    ],
    ['  - body[0].n is 3, expected at least 12', [{ n: 3 }], "conform(200).with_every('/n', at_least: 12)"],
    [
      '  - body[0].n is "b", expected what contains "a"',
      [{ n: 'b' }],
      "conform(200).with_every('/n', contains: 'a')",
    ],
    ['  - body[0].n is 3, expected 4', [{ n: 3 }], "conform(200).with_every('/n', equals: 4)"],
    [
      '  - body[1].n is "no 1", behind "no 2" of item 0: that is not ascending',
      [{ n: 'no 2' }, { n: 'no 1' }],
      "conform(200).sorted_by('/n')",
    ],
    [
      'pending: no two items have a n that can be compared',
      [{ n: 'no 2' }, { n: 'no 10' }, { n: '-1' }, { n: '-2' }],
      "conform(200).sorted_by('/n')",
    ],
  ])('%s: %j %s', (told, value, expected) => {
    expect(tell(body(value), get, expected).told).toBe(told);
  });

  it('is told of the value that it is nearest to', () => {
    const one = tell(
      [{ status: 201, body: { a: 1, b: 2 } }],
      "api.post('/a')",
      `conform(201).being_either({ a: 3, b: 3 }, { a: 1, b: 4 })`,
    );
    expect(one.told).toBe('  - body.b is 2, expected 4');
  });

  it('reads a header as text, as the number that it stands for, and as JSON', () => {
    const answers = [{ headers: { 'x-total': '12', 'x-kind': 'Big', 'x-json': '{"a":1}' }, body: {} }];
    const said = (expected: string) => tell(answers, get, `conform(200).meeting(${expected})`).told;
    expect(said("{ type: 'number', minimum: 12 }, header: 'X-Total'")).toBe('passed');
    expect(said("{ type: 'object', required: ['a'] }, header: 'X-Json'")).toBe('passed');
    expect(said("{ type: 'string', pattern: '^small$' }, header: 'x-kind'")).toBe(
      '  - header x-kind is "Big", expected pattern "^small$"',
    );
    expect(said("{ type: 'string' }, header: 'X-Other'")).toBe('  - header X-Other is missing');
  });

  it('is pending where a right answer lacks what is wanted', () => {
    expect(tell(body({}), `${get}.wanted('/next')`).told).toBe(
      'pending: body.next is missing, which the test needs',
    );
    expect(tell(body({ next: 1 }), `${get}.wanted('/next')`).told).toBe('passed');
  });
});

describe('an answer that may take a while', () => {
  const done = "conform(200).meeting({ properties: { state: { const: 'done' } } })";
  const queued = { body: { state: 'queued' } };
  it.each([
    ['passed', [queued, queued, { body: { state: 'done' } }], 'api.again(5)', 3],
    ['  - body.state is "queued", expected const "done"', [queued], 'api.again(2, seconds: 0.01)', 3],
    [
      'passed',
      [{ status: 503, headers: { 'retry-after': '0' } }, { body: { state: 'done' } }],
      'api.again(1, seconds: 30, on: [503])',
      2,
    ],
    ['  - status is 500, expected 200', [{ status: 500, body: {} }], "api.again(5, on: ['2XX', 503])", 1],
  ])('%s', (told, answers, caller, count) => {
    const said = tell(answers, `${caller}.get('/a')`, done);
    expect([said.told, said.seen.length]).toEqual([told, count]);
  });

  it('removes what a later attempt has made', () => {
    const answers = [{ status: 503 }, { status: 201, body: { id: 7 } }, { status: 200 }];
    const { told, seen } = tell(answers, "api.again(1).post('/a')", "be_accepted(201).having('/id')");
    expect([told, seen]).toEqual(['passed', ['POST /a', 'POST /a', 'DELETE /made/7']]);
  });
});

describe('requests at once', () => {
  const race = "api.at_once(2, 'POST', '/a', each: [{ n: 1 }, { n: 2 }])";

  it('have a body each, and may all be accepted where that is right', () => {
    const { told, seen } = tell([{ body: {} }], race, 'conform(200).and_others(200, 503)');
    expect([told, seen]).toEqual(['passed', ['POST /a {"n":1}', 'POST /a {"n":2}']]);
  });

  it('are not all accepted where one alone may be', () => {
    expect(tell([{ body: {} }], race, 'conform(200).and_others(503)').told).toBe(
      '  - another request like it, sent at once, was accepted too',
    );
  });
});

describe('the path in front of all paths', () => {
  const twelve = `12.times { ${get} }`;

  it('is asked for where nothing is found without it', () => {
    expect(tell([{ status: 404, body: {} }], twelve).findings).toEqual([
      'the first 10 requests were all answered with 404, and the contract has /v2 in front of every path: does BASE_URL lack it?',
    ]);
  });

  it('is not spoken of where something is found', () => {
    expect(tell([{ body: {} }], twelve).findings).toEqual([]);
  });
});
