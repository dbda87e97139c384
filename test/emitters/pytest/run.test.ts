import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { against, conftest, run, total } from './suite-run.ts';

const actors = `
def test_actors(anonymous, malformed):
    anonymous.get("/books").conforms(401)
    malformed.get("/books").conforms(401)
`;

const failing = `
from itc_fixtures import new_book

def test_makes_two(api):
    api.post("/books", json=new_book()).conforms(201)
    api.post("/books", json=new_book()).conforms(204)
`;

/** A log-in, as the user writes it into the set-up. */
const logIn = (status: number) =>
  `lambda api: api.post("/log-in", json={"password": "hunter22"}).conforms(${status}).body["token"]`;

const setUp = (status: number) => conftest.replace('os.environ.get("CREDENTIAL_BEARER_AUTH")', logIn(status));

describe('against a server', () => {
  it.each([
    ['in random order', []],
    ['by two workers', ['-n', '2']],
    ['without import paths', ['--import-mode=importlib', '-p', 'no:randomly']],
  ])('passes %s, and leaves nothing behind', async (_, args) => {
    const { output, count, server } = await against(undefined, { args });
    expect(count('passed'), output).toBe(total);
    expect(server.left()).toBe(0);
    expect(output).not.toContain('warning');
  });

  it('passes when it is started somewhere else', async () => {
    const { output, count } = await against(undefined, { cwd: tmpdir(), args: ['-n', '2'] });
    expect(count('passed'), output).toBe(total);
  });

  it('says what was promised and where, what was sent, and what came', async () => {
    const { output, verdicts, server } = await against('wrong price', {
      args: ['-k', 'test_reads_a_book or lists'],
    });
    const message = verdicts['get-book/happy']?.message ?? '';
    expect(message.replace(/Dune \d{4}/, 'Dune 0000')).toBe(
      [
        'GET /books/{bookId} breaks the contract at openapi.yaml:44:9   [get-book/happy]',
        '  - body.price is "9.5", expected type "number"',
        '',
        `> curl -X GET '${server.url}/books/bk_1' -H 'authorization: ***'`,
        '< 200 OK',
        '< {"id":"bk_1","title":"Dune 0000","author":"Frank Herbert","price":"9.5"}',
      ].join('\n'),
    );
    expect(output).toContain('test_books.py:');
    expect(output).not.toContain('open-sesame');
    expect(server.left()).toBe(0);
  });

  it.each([
    ['crashes', 'status is 500, expected 201'],
    ['html', 'content-type is text/html, expected application/json'],
    ['no location', 'header Location is missing'],
    ['keeps deleted', 'status is 200, expected 404 or 410'],
  ] as const)('finds a server that %s', async (oddity, problem) => {
    expect((await against(oddity)).output).toContain(`- ${problem}`);
  });

  it('waits where it is asked to', async () => {
    expect((await against('busy')).count('passed')).toBe(total);
  });

  it('reports an undeclared refusal once, or refuses it', async () => {
    const lenient = await against('undeclared refusal');
    expect(lenient.count('passed'), lenient.output).toBe(total);
    expect(lenient.output).toContain('- POST /books answers 400, which it does not declare');
    expect(Object.values(lenient.verdicts).flatMap((verdict) => verdict?.findings ?? [])).toEqual([
      'POST /books answers 400, which it does not declare',
    ]);
    const strict = await against('undeclared refusal', { variables: { ITC_STRICT_STATUSES: '1' } });
    expect(strict.count('failed')).toBe(4);
    expect(strict.output).toContain('- status is 400, which the operation does not declare');
  });

  it('reports a 401 without a challenge, and does not fail', async () => {
    const { output, count } = await against('no challenge', { args: ['-n', '2'] });
    expect(count('passed')).toBe(total);
    expect(output).toContain('- GET /books/{bookId} answers 401 without WWW-Authenticate');
  });

  it('is pending without a credential, and says which', async () => {
    const { verdicts, count } = await against(undefined, { variables: { CREDENTIAL_BEARER_AUTH: '' } });
    expect(count('skipped')).toBe(total);
    expect(verdicts['create-book/happy']?.message).toBe(
      "pending: `credentials` in conftest.py has none for 'bearerAuth'",
    );
  });

  it.each([[[]], [['-n', '2']]])('is no success where nothing was tested (%j)', async (args) => {
    const { code, output } = await against(undefined, { variables: { CREDENTIAL_BEARER_AUTH: '' }, args });
    expect(output).toContain('= pending tests =');
    expect(output).toContain(
      `- ${total}: \`credentials\` in conftest.py has none for 'bearerAuth'\nNothing was tested.\n`,
    );
    expect(code).toBe(5);
  });

  it('is one where something was, and still says what is pending', async () => {
    const pending = 'import pytest\n\ndef test_own():\n    pytest.skip("pending: `seeds` in conftest.py")\n';
    const { code, output } = await against(undefined, { files: { 'test_own.py': pending } });
    expect(output).toContain('- 1: `seeds` in conftest.py\n');
    expect(output).not.toContain('Nothing was tested');
    expect(code).toBe(0);
  });

  it('leaves it to the set-up to skip everything', async () => {
    const tests = { 'test_books.py': 'import pytest\n\ndef test_own():\n    pytest.skip("known")\n' };
    const { code, output } = await against(undefined, { files: tests });
    expect(output).not.toContain('pending tests');
    expect(code).toBe(0);
  });

  it('leaves out what the set-up skips', async () => {
    const skips = conftest.replace(
      '    return {}\n\n\n@pytest.fixture(autouse',
      '    return {"create-book/required": "known"}\n\n\n@pytest.fixture(autouse',
    );
    const { verdicts, count } = await against(undefined, { files: { 'conftest.py': skips } });
    expect(count('skipped')).toBe(2);
    expect(verdicts['create-book/required/body/title']).toMatchObject({
      outcome: 'skipped',
      message: 'known',
    });
  });

  it('logs in once, and shows no secret of it', async () => {
    const good = await against('wrong price', { files: { 'conftest.py': setUp(200) } });
    expect(good.server.log.filter((line) => line === 'POST /log-in')).toHaveLength(1);
    expect(good.output).toContain("-H 'authorization: ***'");
    const bad = await against(undefined, { files: { 'conftest.py': setUp(201) } });
    expect(bad.count('failed')).toBeGreaterThan(0);
    expect(bad.output).toContain(`-d '{"password":"***"}'`);
    for (const { output } of [good, bad]) expect(output).not.toMatch(/open-sesame|hunter22/);
  });

  it('sends no credential, or a bad one, where a test says so', async () => {
    const said = await against(undefined, { files: { 'test_own.py': actors } });
    expect(said.output).toContain('12 passed');
  });

  it('removes what a test has made, the last thing first, also when the test fails', async () => {
    const { output, server } = await against(undefined, {
      files: { 'test_own.py': failing },
      args: ['-k', 'test_makes'],
    });
    expect(output).toContain('1 failed');
    expect(server.log).toEqual(['POST /books', 'POST /books', 'DELETE /books/bk_2', 'DELETE /books/bk_1']);
  });

  it('says so when nobody answers', async () => {
    const { output, count } = await run({ variables: { BASE_URL: 'http://127.0.0.1:9' } });
    expect(count('passed')).toBe(0);
    expect(output).toContain('- there is no answer: [Errno 111] Connection refused');
  });
});
