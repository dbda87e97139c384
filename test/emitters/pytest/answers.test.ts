import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../src/api/json-schema.ts';
import type { Contract } from '../../../src/model/promises.ts';
import { promised, runOwn, type Answered } from './own-suite.ts';

const json = (schema: JsonSchema) => ({ 'application/json': schema });
const problem = json({ type: 'object', required: ['title'] });
const get = (status: string | number) => `def test_own(api):\n    api.get("/things").conforms(${status})\n`;

/** The problems that a test of one request has with its answer. */
async function problems(
  responses: Parameters<typeof promised>[0],
  answered: Answered,
  expected: string | number = 200,
): Promise<readonly string[]> {
  const contract = { operations: { 'GET /things': promised(responses) } };
  const { verdicts } = await runOwn({ contract, answer: () => answered, tests: get(expected) });
  return (verdicts[0]?.message ?? '').split('\n').filter((line) => line.startsWith('  - '));
}

describe('an answer', () => {
  it.each<[why: string, ...Parameters<typeof problems>, ...expected: string[]]>([
    [
      'its own status first',
      { 404: json({ type: 'object' }), '4XX': problem },
      { status: 404, body: {} },
      404,
    ],
    [
      'else its class',
      { '4XX': problem, default: json(true) },
      { status: 418, body: {} },
      418,
      '  - body.title is missing',
    ],
    [
      'else the default',
      { 200: {}, default: problem },
      { status: 404, body: {} },
      404,
      '  - body.title is missing',
    ],
    [
      'and a default promises no success',
      { default: problem },
      { status: 500, body: {} },
      200,
      '  - status is 500, expected 200',
      '  - body.title is missing',
    ],
    ['a class may be expected', { 201: {} }, { status: 201 }, '"2XX"'],
    [
      'a text',
      { 200: { 'text/*': { type: 'string', maxLength: 3 } } },
      { status: 200, body: 'four' },
      200,
      '  - body is "four", expected maxLength 3',
    ],
    ['no text at all', { 200: { 'text/plain': { type: 'string' } } }, { status: 200, body: '' }, 200],
    [
      'no JSON at all',
      { 200: json(true) },
      { status: 200, headers: { 'Content-Type': 'application/json' } },
      200,
      '  - body is missing, expected application/json',
    ],
    [
      'another type',
      { 200: json(true) },
      { status: 200, body: '{}' },
      200,
      '  - content-type is text/plain, expected application/json',
    ],
  ])('is held to what is promised: %s', async (_, responses, answered, expected, ...lines) => {
    expect(await problems(responses, answered, expected)).toEqual(lines);
  });
});

describe('beside the verdicts', () => {
  const cleanup: NonNullable<Contract['operations'][string]['cleanup']> = {
    method: 'DELETE',
    path: '/things/{id}',
    parameters: { id: { from: 'body', pointer: '/id' } },
  };
  const contract = {
    operations: { 'POST /things': { ...promised({ 201: json({ pattern: '^\\p{L}+$' }) }), cleanup } },
  };
  const tests = 'def test_own(api):\n    api.post("/things").conforms(201)\n';

  it.each<[why: string, answer: (line: string) => Answered, finding: string]>([
    [
      'a thing that was not removed',
      (line) => (line.startsWith('POST') ? { status: 201, body: { id: 1 } } : { status: 500 }),
      'clean-up: DELETE /things/{id} answers 500',
    ],
    [
      'a thing that nobody can remove',
      () => ({ status: 201, body: {} }),
      'clean-up: what POST /things makes stays, since its answer does not say its id',
    ],
    [
      'a pattern that is not checked',
      (line) => (line.startsWith('POST') ? { status: 201, body: { id: 1 } } : { status: 204 }),
      'pattern ^\\p{L}+$ is not checked: Python has no \\p',
    ],
  ])('there is %s, also where warnings are errors', async (_, answer, finding) => {
    for (const args of [[], ['-W', 'error'], ['-W', 'ignore']]) {
      const { output, verdicts } = await runOwn({
        contract,
        answer: ({ line }) => answer(line),
        tests: tests + tests.replace('own', 'another'),
        args,
      });
      expect(output).toContain('2 passed');
      expect(output.split(`- ${finding}`)).toHaveLength(2);
      expect(verdicts.flatMap(({ findings = [] }) => findings)).toContain(finding);
    }
  });
});

describe('what an answer contains', () => {
  const said = async (
    status: number,
    expected: number | string,
    operation = promised({ 200: {}, 404: {} }),
  ) => {
    const { verdicts } = await runOwn({
      contract: { operations: { 'GET /things': operation } },
      answer: () => ({ status, body: { title: 'no' } }),
      tests: `def test_own(api):\n    api.get("/things").conforms(${expected}, containing={"title": "yes"})\n`,
    });
    return (verdicts[0]?.message ?? '').split('\n').filter((line) => line.startsWith('  - '));
  };
  const differs = '  - body.title is "no", expected "yes"';

  it.each([
    ['a success', 200, 200],
    ['a refusal that was expected', 404, 404],
    ['a refusal that nobody declared, where one was expected', 400, 404],
  ])('is looked at in %s', async (_, status, expected) => {
    expect(await said(status, expected)).toEqual([differs]);
  });

  it('is looked at in another success, and not in an error that nobody expected', async () => {
    expect(await said(200, 201)).toEqual(['  - status is 200, expected 201', differs]);
    expect(await said(404, 200)).toEqual(['  - status is 404, expected 200']);
  });
});

describe('a seed', () => {
  const tests =
    'from itc_support import seed\n\ndef test_own(api):\n    api.get("/things/{id}", path={"id": seed("id")}).conforms(200)\n';
  const own = (value: string) =>
    runOwn({
      contract: {},
      answer: () => ({ status: 200 }),
      tests,
      setUp: (conftest) => conftest.replace(/(def seeds.*?)return \{\}/s, `$1return ${value}`),
    });

  it('is put where it belongs', async () => {
    const { output, received } = await own('{"id": "a/b"}');
    expect(output).toContain('1 passed');
    expect(received.map(({ line }) => line)).toEqual(['GET /things/a%2Fb']);
  });

  it('that was a text in the environment is a number where a body wants one', async () => {
    const { output, received } = await runOwn({
      contract: {},
      answer: () => ({ status: 200 }),
      tests:
        'from itc_support import seed\n\ndef test_own(api):\n    api.post("/things", json={"id": seed("id", int)}).conforms(200)\n',
      setUp: (conftest) => conftest.replace(/(def seeds.*?)return \{\}/s, '$1return {"id": "7"}'),
    });
    expect(output).toContain('1 passed');
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([{ id: 7 }]);
  });

  it('that is not there leaves its tests pending', async () => {
    expect((await own('{"id": None}')).verdicts).toMatchObject([
      { outcome: 'skipped', message: "pending: `seeds` in conftest.py has no value for 'id'" },
    ]);
  });
});

describe('a server that is busy', () => {
  const busy = (retryAfter: string) => (_: unknown, count: number) =>
    count === 1 ? { status: 429, headers: { 'Retry-After': retryAfter } } : { status: 200 };
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

  it.each([
    ['seconds', () => '1', 2],
    ['a date', () => inSeconds(2), 2],
    ['a date that is over', () => inSeconds(-60), 2],
    ['more than anybody would wait', () => '3600', 1],
    ['no time', () => 'soon', 1],
  ])('is asked again after %s', async (_, retryAfter, requests) => {
    const { received } = await runOwn({ contract: {}, answer: busy(retryAfter()), tests: get(200) });
    expect(received).toHaveLength(requests);
  });
});

describe('a request', () => {
  it('has its cookies, its form, its parts and its text', async () => {
    const { received } = await runOwn({
      contract: {},
      answer: () => ({ status: 200 }),
      tests: `
from itc_support import upload

def test_own(api):
    api.get("/things", cookies={"theme": "dark & light", "size": 2}).conforms(200)
    api.post("/things", form={"tags": ["a", "b&c"], "isNew": True}).conforms(200)
    api.post("/things", multipart={"image": upload("a.png", "image/png", base64="iVBO"), "about": {"size": 1}}).conforms(200)
    api.post("/things", text=("text/csv", "a,b")).conforms(200)
`,
    });
    expect(received.map(({ headers }) => headers['content-type']?.replace(/boundary=.*/, ''))).toEqual([
      undefined,
      'application/x-www-form-urlencoded',
      'multipart/form-data; ',
      'text/csv',
    ]);
    expect(received[0]?.headers.cookie).toBe('theme=dark%20&%20light; size=2');
    expect(received[1]?.body).toBe('tags=a&tags=b%26c&isNew=true');
    expect(received[2]?.body).toContain('name="image"; filename="a.png"\r\nContent-Type: image/png');
    expect(received[2]?.body).toContain('name="about"\r\nContent-Type: application/json\r\n\r\n{"size":1}');
    expect(received[3]?.body).toBe('a,b');
  });
});
