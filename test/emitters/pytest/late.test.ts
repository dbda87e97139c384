import { describe, expect, it } from 'vitest';
import { promised, runOwn, type Answered, type Received } from './own-suite.ts';

const things = { type: 'array', items: { $ref: '#/$defs/Thing' } } as const;
const thing = { type: 'object', properties: { name: { type: 'string' } } } as const;
const contract = {
  operations: {
    'GET /things': promised({ 200: { 'application/json': things } }),
    'GET /thing': promised({ 200: { 'application/json': { $ref: '#/$defs/Thing' } } }),
  },
  $defs: { Thing: thing },
};

/** What a test says, and how often it asked. */
async function ran(check: string, answer: (received: Received, count: number) => Answered) {
  const tests = `def test_own(api):\n    api.get("/things").conforms(200).${check}\n`;
  const { verdicts, received } = await runOwn({ contract, answer, tests });
  return { outcome: verdicts[0]?.outcome, message: verdicts[0]?.message ?? '', asked: received.length };
}

const listed = (...names: readonly string[]): Answered => ({
  status: 200,
  body: names.map((name) => ({ name })),
});

describe('a list that is right only after a while', () => {
  it('is asked for again before what it lacks is judged', async () => {
    const late = (_: Received, count: number) => (count < 3 ? listed() : listed('a'));
    expect(await ran('lists({"name": "a"})', late)).toMatchObject({ outcome: 'passed', asked: 3 });
  });

  it('is asked for again before what it still has is judged', async () => {
    const late = (_: Received, count: number) => (count < 3 ? listed('a') : listed());
    expect(await ran('lacks({"name": "a"})', late)).toMatchObject({ outcome: 'passed', asked: 3 });
  });

  it('is not waited for without end, and the last answer is shown', async () => {
    const never = (_: Received, count: number) => listed(`no ${count}`);
    const { outcome, message, asked } = await ran('lists({"name": "a"})', never);
    expect({ outcome, asked }).toEqual({ outcome: 'failed', asked: 7 });
    expect(message).toContain('body does not list it: none of its 1 items contains {"name":"a"}');
    expect(message).toContain('no 7');
  }, 20_000);

  it('that fails meanwhile is judged as it was', async () => {
    const failing = (_: Received, count: number): Answered => (count === 1 ? listed() : { status: 503 });
    expect(await ran('lists({"name": "a"})', failing)).toMatchObject({ outcome: 'failed', asked: 2 });
  });
});

describe('an answer that has nothing to say', () => {
  it.each<[what: string, answered: Answered, problem?: string]>([
    ['null', { status: 200, body: null }],
    ['an empty list', { status: 200, body: [] }],
    ['an empty object', { status: 200, body: {} }],
    ['no body', { status: 204 }],
    ['a refusal', { status: 404, body: { name: 'x' } }],
    ['a thing', { status: 200, body: { name: 'x' } }, 'body is {"name":"x"}, expected nothing'],
    ['a list', { status: 200, body: [1] }, 'body has 1 items, expected none'],
  ])('is not %s unless that is nothing', async (_, answered, problem) => {
    const tests = 'def test_own(api):\n    api.get("/undeclared").is_empty()\n';
    const { verdicts } = await runOwn({ contract, answer: () => answered, tests });
    expect(verdicts[0]?.outcome).toBe(problem === undefined ? 'passed' : 'failed');
    expect(verdicts[0]?.message).toContain(problem ?? '');
  });
});

it('tells a promise that several tests found broken once, and makes each of them fail', async () => {
  const tests = `
def test_one(api):
    api.get("/thing").conforms(200)

def test_all(api):
    api.get("/things").conforms(200)

def test_refused(api):
    api.get("/thing").conforms(404)
`;
  const answer = ({ line }: Received): Answered => {
    const body = { name: null };
    return { status: 200, body: line === 'GET /things' ? [body, body] : body };
  };
  const { output, verdicts } = await runOwn({ contract, answer, tests });
  expect(verdicts.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  const cause = 'Thing/properties/name: null, expected type "string"';
  expect(output).toContain(`- ${cause} (3 tests: GET /thing, GET /things)`);
  expect(output).toContain(
    '- GET /thing at openapi.yaml:9:9: status is 200, expected 404 (1 test: GET /thing)',
  );
  expect(verdicts[1]?.broken).toEqual([{ cause, operation: 'GET /things' }]);
});

it('tells what to do where a server refuses what the contract allows', async () => {
  const tests = 'def test_own(api):\n    api.get("/undeclared").conforms(200)\n';
  const { verdicts, output } = await runOwn({ contract, answer: () => ({ status: 422 }), tests });
  expect(verdicts[0]?.message).toContain(
    '  - if the API is right, say in `fields`, `parameters` or `seeds` of itc.yaml what it takes',
  );
  expect(output).toContain('- GET /undeclared: status is 422, expected 200 (1 test: GET /undeclared)');
  expect(verdicts[0]?.broken).toHaveLength(1);
});
