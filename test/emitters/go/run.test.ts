import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../src/run/notes.ts';
import { against, run, setup, total } from './suite-run.ts';

/** The set-up with other fields than it was written with. */
const setUp = (...replacements: readonly (readonly [string, string])[]) =>
  replacements.reduce((text, [from, to]) => text.replace(from, to), setup);

const own = (body: string) => `package contracttests

import "testing"

func TestOwn(t *testing.T) {
${body}
}
`;

describe('against a server', { timeout: 120_000 }, () => {
  it.each([
    ['as many at once as there are processors', []],
    ['one after the other', ['-parallel=1']],
    ['in random order', ['-shuffle=on']],
    ['twice', ['-count=2']],
  ])('passes %s, and leaves nothing behind', async (_, args) => {
    const { code, output, count, server } = await against(undefined, { args });
    expect(count('passed'), output).toBe(total);
    expect(server.left()).toBe(0);
    expect(code).toBe(0);
  });

  it('says what was promised and where, what was sent, and what came', async () => {
    const { output, verdicts, server } = await against('wrong price', { args: ['-run', 'GetBook/reads'] });
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
    // The line of the test, and none of the support code.
    expect(output).toMatch(/ books_test\.go:\d+: GET \/books/);
    expect(output).not.toContain('open-sesame');
    expect(server.left()).toBe(0);
  });

  it('counts what breaks before a test as an error, and names the promises behind failures', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'itc-notes-'));
    const notes = path.join(folder, 'notes');
    const { verdicts, output } = await against('crashes', { variables: { ITC_NOTES: notes } });
    expect(verdicts['create-book/happy']?.outcome).toBe('failed');
    expect(verdicts['get-book/happy']?.outcome).toBe('error');
    expect(verdicts['get-book/happy']?.message).toContain('POST /books breaks the contract');
    expect(output).toContain('broken promises');
    const broken = readNotes(notes).find((note) => note.case === 'create-book/happy')?.broken;
    expect(broken?.[0]?.operation).toBe('POST /books');
    expect(readFileSync(notes, 'utf8').trimEnd().split('\n').length).toBe(readNotes(notes).length);
  });

  it('reports a refusal that the contract does not declare as a finding, and fails for it when told to', async () => {
    const lax = await against('undeclared refusal');
    expect(lax.output).toContain('which it does not declare');
    expect(lax.count('passed'), lax.output).toBe(total);
    const strict = await against('undeclared refusal', { variables: { ITC_STRICT_STATUSES: '1' } });
    expect(strict.count('failed')).toBeGreaterThan(0);
  });

  it('waits where a server is busy', async () => {
    const { count, output } = await against('busy');
    expect(count('passed'), output).toBe(total);
  });
});

describe('without what it needs', { timeout: 120_000 }, () => {
  it('is pending without a credential, and a run in which all is pending fails', async () => {
    const { code, output, said, verdicts } = await run({
      variables: { CREDENTIAL_BEARER_AUTH: '', BASE_URL: 'http://127.0.0.1:1' },
      args: ['-run', 'GetBook/reads'],
    });
    expect(verdicts['get-book/happy']).toMatchObject({
      outcome: 'skipped',
      message: "pending: `Credentials` in setup_test.go has none for 'bearerAuth'",
    });
    expect(output).toContain('Nothing was tested.');
    expect(code).toBe(1);
    expect(said.filter(({ outcome }) => outcome === 'error')).toEqual([]);
  });

  it('fails where nobody answers', async () => {
    const { verdicts } = await run({ variables: { BASE_URL: 'http://127.0.0.1:1' } });
    expect(verdicts['create-book/happy']?.message).toContain('there is no answer: ');
    expect(verdicts['get-book/happy']?.outcome).toBe('error');
  });

  it('calls every case an error where the target is none', async () => {
    const { count, verdicts } = await run({ variables: { BASE_URL: 'nowhere' } });
    expect(count('error')).toBe(total);
    expect(verdicts['get-book/happy']?.message).toBe('`Target` in setup_test.go is no base URL: "nowhere"');
  });

  it('leaves out what the set-up says, by the beginnings of ids', async () => {
    const skips = 'Skips: object{{"create-book", "not finished"}}';
    const { count, verdicts } = await against(undefined, {
      files: { 'setup_test.go': setUp(['Skips: object{}', skips]) },
    });
    expect(verdicts['create-book/required/body/title']).toMatchObject({
      outcome: 'skipped',
      message: 'not finished',
    });
    expect(count('skipped')).toBe(5);
  });
});

describe('what breaks outside of a test', { timeout: 120_000 }, () => {
  it('is an error of the cases, where the hook around them panics', async () => {
    const around = 'AroundEachCase: func(t *testing.T) { panic("no database") }';
    const { count, verdicts } = await run({
      files: { 'setup_test.go': setUp(['AroundEachCase: func(t *testing.T) {}', around]) },
    });
    expect(count('error')).toBe(total);
    expect(verdicts['get-book/happy']?.message).toContain('panic: no database');
  });

  it('is never green: a file that does not compile', async () => {
    const { code, said, count } = await run({ files: { 'own_test.go': own('\tundefined()') } });
    expect(code).toBe(1);
    expect(count('passed')).toBe(0);
    expect(said).toMatchObject([{ test: 'contracttests', outcome: 'error' }]);
    expect(said[0]?.message).toContain('undefined: undefined');
  });

  it('is never green: a test that panics', async () => {
    const { code, said } = await run({
      files: { 'own_test.go': own('\tpanic("oh")') },
      args: ['-run', 'TestOwn'],
    });
    expect(code).toBe(1);
    expect(said).toMatchObject([{ test: 'TestOwn', outcome: 'failed' }]);
    expect(said[0]?.message).toContain('panic: oh');
  });

  it('ends a test, and no other, where a value lacks what is asked of it', async () => {
    const body = `	t.Run("a", func(t *testing.T) { api(t).Get("/books").At("/no/such") })
	t.Run("b", func(t *testing.T) { api(t).Post("/books", JSON(without(list{1}, "7"))) })
	t.Run("c", func(t *testing.T) { anonymous(t).Get("/books").Conforms(401) })`;
    const { said } = await against(undefined, {
      files: { 'own_test.go': own(body) },
      args: ['-run', 'TestOwn'],
    });
    const verdictOf = (test: string) => said.find((one) => one.test === test);
    expect(verdictOf('TestOwn/a')?.message).toContain('  - body.no.such is missing');
    expect(verdictOf('TestOwn/b')?.message).toBe('[1] has no item "7"');
    expect(verdictOf('TestOwn/c')?.outcome).toBe('passed');
  });
});

describe('log-ins', { timeout: 120_000 }, () => {
  it('happen once, and their secrets are shown nowhere', async () => {
    const logIn = `LogIn{Method: "POST", Path: "/log-in", JSON: object{{"password", "hunter22"}}, Token: "/token"}`;
    const files = { 'setup_test.go': setUp([`os.Getenv("CREDENTIAL_BEARER_AUTH")`, logIn]) };
    const { count, output, server } = await against(undefined, { files });
    expect(count('passed'), output).toBe(total);
    expect(server.log.filter((line) => line === 'POST /log-in')).toHaveLength(1);
    const wrong = await against('wrong price', { files });
    expect(wrong.output).not.toMatch(/hunter22|open-sesame/);
  });

  it('may be any function', async () => {
    const logIn = `func(api *Client) string { return scalarText(api.Post("/log-in", JSON(object{})).At("/token")) }`;
    const files = { 'setup_test.go': setUp([`os.Getenv("CREDENTIAL_BEARER_AUTH")`, logIn]) };
    const { count, output } = await against(undefined, { files });
    expect(count('passed'), output).toBe(total);
  });
});
