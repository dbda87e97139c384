import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { against, run, specHelper, total } from './suite-run.ts';

const own = (body: string) => `# frozen_string_literal: true

require_relative 'spec_helper'
require_relative 'itc_things'

RSpec.describe 'Own', type: :contract do
  it 'does' do
    ${body}
  end
end
`;

/** A log-in, as the user writes it into the set-up. */
const setUp = (status: number) =>
  specHelper.replace(
    "ENV.fetch('CREDENTIAL_BEARER_AUTH', nil)",
    `Itc.log_in('POST', '/log-in', json: { password: 'hunter22' }, token: '/${status === 200 ? 'token' : 'nothing'}')`,
  );

describe('against a server', () => {
  it.each([
    ['in random order', ['--order', 'random']],
    ['with the reporter of the user', ['--format', 'documentation']],
    ['with warnings', ['--warnings']],
  ])('passes %s, and leaves nothing behind', async (_, args) => {
    const { output, count, server, code } = await against(undefined, { args });
    expect(count('passed'), output).toBe(total);
    expect(code).toBe(0);
    expect(server.left()).toBe(0);
    expect(output).not.toContain('warning');
  });

  it('passes when it is started somewhere else', async () => {
    const { output, count } = await against(undefined, { cwd: tmpdir() });
    expect(count('passed'), output).toBe(total);
  });

  it('says what was promised and where, what was sent, and what came', async () => {
    const { output, verdicts, notes, server } = await against('wrong price');
    const message = verdicts['get-book/happy']?.message ?? '';
    expect(message.replace(/Dune \d{4}/, 'Dune 0000').replaceAll(/bk_\d/g, 'bk_1')).toBe(
      [
        'GET /books/{bookId} breaks the contract at openapi.yaml:44:9   [get-book/happy]',
        '  - body.price is "9.5", expected type "number"',
        '',
        `> curl -X GET '${server.url}/books/bk_1' -H 'authorization: ***'`,
        '< 200 OK',
        '< {"id":"bk_1","title":"Dune 0000","author":"Frank Herbert","price":"9.5"}',
      ].join('\n'),
    );
    expect(verdicts['get-book/happy']?.outcome).toBe('failed');
    expect(notes.find((note) => note.case === 'get-book/happy')?.broken).toEqual([
      {
        cause: expect.stringContaining('expected type "number"') as string,
        operation: 'GET /books/{bookId}',
      },
    ]);
    expect(output).toContain('broken promises');
    expect(output).not.toContain('open-sesame');
    expect(server.left()).toBe(0);
  });

  it.each([
    ['crashes', 'status is 500, expected 201'],
    ['html', 'content-type is text/html, expected application/json'],
    ['no location', 'header Location is missing'],
    ['keeps deleted', 'status is 200, expected 404 or 410'],
  ] as const)('finds a server that %s', async (oddity, problem) => {
    const { output, code } = await against(oddity);
    expect(output).toContain(`- ${problem}`);
    expect(code).toBe(1);
  });

  it('calls it an error where a thing could not be made', async () => {
    const { verdicts } = await against('crashes');
    expect(verdicts['create-book/happy']?.outcome).toBe('failed');
    expect(verdicts['get-book/happy']?.outcome).toBe('error');
    expect(verdicts['get-book/happy']?.message).toContain('POST /books breaks the contract');
  });

  it('waits where it is asked to', async () => {
    expect((await against('busy')).count('passed')).toBe(total);
  });

  it('reports an undeclared refusal once, or refuses it', async () => {
    const lenient = await against('undeclared refusal');
    const finding = 'POST /books answers 400, which it does not declare';
    expect(lenient.count('passed'), lenient.output).toBe(total);
    expect(lenient.output).toContain(`contract findings\n- ${finding}\n`);
    expect(lenient.notes.flatMap(({ findings = [] }) => findings)).toEqual([finding]);
    const strict = await against('undeclared refusal', { variables: { ITC_STRICT_STATUSES: '1' } });
    expect(strict.count('failed')).toBe(4);
    expect(strict.output).toContain('- status is 400, which the operation does not declare');
  });

  it('reports a 401 without a challenge, and does not fail', async () => {
    const { output, count } = await against('no challenge');
    expect(count('passed')).toBe(total);
    expect(output).toContain('- GET /books/{bookId} answers 401 without WWW-Authenticate');
  });

  it('is pending without a credential, says which, and is no success', async () => {
    const { verdicts, count, output, code } = await against(undefined, {
      variables: { CREDENTIAL_BEARER_AUTH: '' },
    });
    expect(count('skipped')).toBe(total);
    expect(verdicts['create-book/happy']?.message).toBe(
      "pending: `credentials` in spec_helper.rb has none for 'bearerAuth'",
    );
    expect(output).toContain(`- ${total}: \`credentials\` in spec_helper.rb has none for 'bearerAuth'\n`);
    expect(output).toContain('Nothing was tested.');
    expect(code).toBe(1);
  });

  it('is a success where something was tested, and still says what is pending', async () => {
    const { code, output } = await against(undefined, {
      files: { 'own_spec.rb': own("skip 'pending: `seeds` in spec_helper.rb'") },
    });
    expect(output).toContain('- 1: `seeds` in spec_helper.rb\n');
    expect(output).not.toContain('Nothing was tested');
    expect(code).toBe(0);
  });

  it('leaves out what the set-up skips, with all that begins so', async () => {
    const skips = specHelper.replace('itc.skips = {}', "itc.skips = { 'create-book' => 'not finished yet' }");
    const { verdicts, count } = await against(undefined, { files: { 'spec_helper.rb': skips } });
    expect(verdicts['create-book/happy']).toMatchObject({ outcome: 'skipped', message: 'not finished yet' });
    expect(count('skipped')).toBe(5);
  });

  it('logs in once, and again when that has expired, and never shows the password', async () => {
    const { count, server } = await against(undefined, { files: { 'spec_helper.rb': setUp(200) } });
    expect(count('passed')).toBe(total);
    expect(server.log.filter((line) => line === 'POST /log-in')).toHaveLength(1);
    const failed = await against(undefined, { files: { 'spec_helper.rb': setUp(500) } });
    expect(failed.verdicts['create-book/happy']?.message).toContain('  - body.nothing is missing');
    expect(failed.verdicts['create-book/happy']?.outcome).toBe('failed');
    expect(failed.verdicts['get-book/happy']?.outcome).toBe('error');
    expect(failed.output).not.toMatch(/hunter22|open-sesame/);
  });

  it('runs what the user does around each case', async () => {
    const around = specHelper.replace(
      '    example.run',
      "    puts 'before'\n    example.run\n    puts 'after'",
    );
    const { output } = await against(undefined, { files: { 'spec_helper.rb': around } });
    expect(output.match(/before/g)).toHaveLength(total);
    expect(output.match(/after/g)).toHaveLength(total);
  });

  it('cleans up after an example that failed', async () => {
    const { server, native } = await against(undefined, {
      files: { 'own_spec.rb': own("api.post('/books', json: new_book)\n    raise 'oh'") },
    });
    expect(server.left()).toBe(0);
    expect(native.find(({ test }) => test === 'own_spec.rb: Own does')).toMatchObject({
      outcome: 'error',
      message: 'RuntimeError: oh',
    });
  });
});

describe('without a server', () => {
  it('says that nobody answers', async () => {
    const { verdicts } = await run({ variables: { BASE_URL: 'http://127.0.0.1:9' } });
    expect(verdicts['create-book/happy']?.message).toContain('  - there is no answer: Errno::ECONNREFUSED');
    expect(verdicts['create-book/happy']?.outcome).toBe('failed');
    expect(verdicts['get-book/happy']?.outcome).toBe('error');
  });

  it('is never green where a file does not load', async () => {
    const { native, code } = await run({ files: { 'own_spec.rb': 'RSpec.describe("x") { it("y") { } ' } });
    expect(code).toBe(1);
    expect(native).toHaveLength(1);
    expect(native[0]).toMatchObject({ outcome: 'error', test: 'outside of all examples' });
    expect(native[0]?.message).toContain('own_spec.rb');
  });

  it.each([
    ['not a URL', "'127.0.0.1'"],
    ['nothing that can be called', '42'],
  ])('says what is wrong with a target that is %s', async (_, target) => {
    const wrong = specHelper.replace(/itc\.target = .*/, `itc.target = ${target}`);
    const { verdicts } = await run({ files: { 'spec_helper.rb': wrong } });
    expect(verdicts['create-book/happy']).toMatchObject({ outcome: 'error' });
    expect(verdicts['create-book/happy']?.message).toContain('`target` in spec_helper.rb is no');
  });
});
