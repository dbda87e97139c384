import { beforeAll, describe, expect, it } from 'vitest';
import { promised, runOwn, type Answered, type Received } from './own-suite.ts';

const answers: Readonly<Record<string, (count: number) => Answered>> = {
  slow: (count) => ({ status: 200, body: { state: count < 3 ? 'queued' : 'done' } }),
  never: () => ({ status: 200, body: { state: 'queued' } }),
  busy: (count) =>
    count < 2 ? { status: 503, headers: { 'Retry-After': '0' } } : { status: 200, body: { state: 'done' } },
  broken: () => ({ status: 500, body: {} }),
  made: (count) => (count < 2 ? { status: 503 } : { status: 201, body: { id: 7 } }),
  list: () => ({ status: 200, headers: { 'X-Total': '12', 'X-Kind': 'Big' }, body: { state: 'done', n: 3 } }),
};

const done = '.conforms(200).meets({"properties": {"state": {"const": "done"}}})';
const tests: Readonly<Record<string, string>> = {
  slow: `api.again(5).get("/slow")${done}`,
  never: `api.again(2, seconds=0.01).get("/never")${done}`,
  busy: `api.again(1, seconds=30, on=[503]).get("/busy")${done}`,
  broken: `api.again(5, on=["2XX", 503]).get("/broken")${done}`,
  made: 'api.again(1).post("/made").accepted(201, having="/id")',
  number: 'api.get("/list").conforms(200).meets({"type": "number", "minimum": 12}, header="X-Total")',
  text: 'api.get("/list").conforms(200).meets({"type": "string", "pattern": "^small$"}, header="x-kind")',
  no_header: 'api.get("/list").conforms(200).meets({"type": "string"}, header="X-Other")',
  body: 'api.get("/list").conforms(200).meets({"anyOf": [{"required": ["m"]}, {"properties": {"n": {"maximum": 2}}}]})',
};

let received: readonly Received[] = [];
const verdicts = new Map<string, { readonly outcome: string; readonly message?: string }>();

beforeAll(async () => {
  const counts = new Map<string, number>();
  const gets = Object.keys(answers).map((name) => [`GET /${name}`, promised({ 200: {}, 503: {} })]);
  const cleanup = {
    method: 'DELETE',
    path: '/made/{id}',
    parameters: { id: { from: 'body', pointer: '/id' } },
  } as const;
  const ran = await runOwn({
    contract: {
      operations: {
        ...Object.fromEntries(gets),
        'POST /made': { ...promised({ 201: {}, 503: {} }), cleanup },
      },
    },
    answer: ({ line }) => {
      const name = line.split('/')[1]!;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return answers[name]?.(counts.get(name)!) ?? { status: 404 };
    },
    tests: Object.entries(tests)
      .map(([name, body]) => `def test_${name}(api):\n    ${body}\n`)
      .join('\n\n'),
  });
  received = ran.received;
  for (const { test, outcome, message } of ran.verdicts)
    verdicts.set(test.replace(/^.*::test_/, ''), { outcome, ...(message !== undefined && { message }) });
}, 60_000);

const times = (path: string) => received.filter(({ line }) => line.endsWith(path)).length;

describe('an answer that may take a while', () => {
  it.each([
    ['slow', 'passed', 3],
    ['never', 'failed', 3],
    ['busy', 'passed', 2],
    ['broken', 'failed', 1],
  ])('%s %s after %i answers', (name, outcome, count) => {
    expect([verdicts.get(name)?.outcome, times(`/${name}`)]).toEqual([outcome, count]);
  });

  it('fails as any other does, with its last answer', () => {
    expect(verdicts.get('never')?.message).toContain('  - body.state is "queued", expected const "done"');
  });

  it('removes what a later attempt has made', () => {
    expect(verdicts.get('made')?.outcome).toBe('passed');
    expect(received.map(({ line }) => line)).toContain('DELETE /made/7');
  });
});

describe('meets', () => {
  it('reads a header as text, and as the number that it stands for', () => {
    expect(verdicts.get('number')?.outcome).toBe('passed');
    expect(verdicts.get('text')?.message).toContain('  - header x-kind is "Big", expected pattern "^small$"');
    expect(verdicts.get('no_header')?.message).toContain('  - header X-Other is missing');
  });

  it('says what of the body breaks a schema', () => {
    expect(verdicts.get('body')?.message).toContain('  - body');
    expect(verdicts.get('body')?.outcome).toBe('failed');
  });
});
