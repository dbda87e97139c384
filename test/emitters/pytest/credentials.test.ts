import { describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/model/promises.ts';
import { promised, runOwn, type Received } from './own-suite.ts';

const securitySchemes: Contract['securitySchemes'] = {
  basic: { type: 'http', scheme: 'basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  header: { type: 'apiKey', in: 'header', name: 'X-Key' },
  query: { type: 'apiKey', in: 'query', name: 'key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
};

/** One operation, which takes these credentials. */
const taking = (...security: readonly (readonly string[])[]): Partial<Contract> => ({
  securitySchemes,
  operations: { 'GET /things': promised({ 200: {} }, ...security) },
});

const ok = () => ({ status: 200 });
const test = 'def test_own(api):\n    api.get("/things", cookies={"theme": "dark"}).conforms(200)\n';

describe('a credential', () => {
  it.each<[scheme: string, value: string, sent: (received: Received) => unknown, expected: string]>([
    ['basic', 'ada:s3cret', ({ headers }) => headers.authorization, 'Basic YWRhOnMzY3JldA=='],
    ['bearer', 's3cret', ({ headers }) => headers.authorization, 'Bearer s3cret'],
    ['bearer', 'bearer s3cret', ({ headers }) => headers.authorization, 'bearer s3cret'],
    ['header', 's3cret', ({ headers }) => headers['x-key'], 's3cret'],
    ['query', 's3/cret', ({ line }) => line, 'GET /things?key=s3%2Fcret'],
    ['cookie', 's3cret', ({ headers }) => headers.cookie, 'theme=dark; session=s3cret'],
  ])('is sent where the contract says: %s', async (scheme, value, sent, expected) => {
    const variables = { [`CREDENTIAL_${scheme.toUpperCase()}`]: value };
    const { output, received } = await runOwn({
      contract: taking([scheme]),
      answer: ok,
      tests: test,
      variables,
    });
    expect(output).toContain('1 passed');
    expect(received.map(sent)).toEqual([expected]);
  });

  it('may be one of several, or several together', async () => {
    const contract = taking(['basic'], ['header', 'query']);
    const variables = { CREDENTIAL_HEADER: 'one', CREDENTIAL_QUERY: 'two' };
    const { received } = await runOwn({ contract, answer: ok, tests: test, variables });
    expect(received).toMatchObject([{ line: 'GET /things?key=two', headers: { 'x-key': 'one' } }]);
    const { verdicts } = await runOwn({
      contract,
      answer: ok,
      tests: test,
      variables: { CREDENTIAL_HEADER: 'one' },
    });
    expect(verdicts).toMatchObject([
      { outcome: 'skipped', message: expect.stringContaining("none for 'basic' or 'header' and 'query'") },
    ]);
  });

  it('that is refused is named, and not shown', async () => {
    const { output, verdicts } = await runOwn({
      contract: taking(['header']),
      answer: ({ line }) => ({ status: 401, body: { line, key: 's3cret-key' } }),
      tests: test,
      variables: { CREDENTIAL_HEADER: 's3cret-key' },
    });
    expect(verdicts[0]?.message).toContain(
      [
        '  - status is 401, expected 200',
        "  - the credential for 'header' was refused: see `credentials` in conftest.py",
      ].join('\n'),
    );
    expect(output).not.toContain('s3cret-key');
  });

  it('that nobody sent is not blamed', async () => {
    const { output } = await runOwn({
      contract: taking(['header']),
      answer: () => ({ status: 401 }),
      tests: test.replaceAll('api', 'anonymous'),
    });
    expect(output).toContain('- status is 401, expected 200');
    expect(output).not.toContain('was refused');
  });

  it('that is malformed is still sent in its place', async () => {
    const { received } = await runOwn({
      contract: taking(['query', 'basic']),
      answer: () => ({ status: 401, headers: { 'WWW-Authenticate': 'Basic' } }),
      tests: 'def test_own(malformed):\n    malformed.get("/things").conforms(401)\n',
    });
    expect(received).toMatchObject([
      { line: 'GET /things?key=not-a-credential', headers: { authorization: 'Basic !' } },
    ]);
  });
});

describe('a log-in', () => {
  const setUp = (conftest: string) =>
    conftest.replace(
      'os.environ.get("CREDENTIAL_BEARER")',
      'lambda api: api.post("/log-in", json={"password": "hunter22"}).body["token"]',
    );
  const twice = `
def test_first(api):
    api.get("/things").conforms(200)

def test_second(api):
    api.get("/things").conforms(200)
`;

  /** A token is good for one request. */
  function expiring() {
    let token = 0;
    let used = 0;
    return ({ line, headers }: Received) => {
      if (line === 'POST /log-in') return { status: 200, body: { token: `token-${(token += 1)}` } };
      const isGood = headers.authorization === `Bearer token-${token}` && used < token;
      if (isGood) used = token;
      return isGood ? { status: 200 } : { status: 401 };
    };
  }

  it('is called again when its token has expired, and the request is sent again', async () => {
    const { output, received } = await runOwn({
      contract: taking(['bearer']),
      answer: expiring(),
      tests: twice,
      setUp,
    });
    expect(output).toContain('2 passed');
    expect(received.map(({ line, headers }) => `${line} ${headers.authorization ?? ''}`)).toEqual([
      'POST /log-in ',
      'GET /things Bearer token-1',
      'GET /things Bearer token-1',
      'POST /log-in ',
      'GET /things Bearer token-2',
    ]);
  });

  it('is tried once more, and not for ever', async () => {
    const answer = ({ line }: Received) =>
      line === 'POST /log-in' ? { status: 200, body: { token: 'a-token' } } : { status: 401 };
    const { output, received } = await runOwn({ contract: taking(['bearer']), answer, tests: test, setUp });
    expect(output).toContain("the credential for 'bearer' was refused");
    expect(received).toHaveLength(4);
  });
});
