import { describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/model/promises.ts';
import { promised, runOwn, type Answered, type Received } from './own-suite.ts';

const securitySchemes: Contract['securitySchemes'] = {
  basic: { type: 'http', scheme: 'basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  session: { type: 'apiKey', in: 'cookie', name: 'sid' },
};

/** An operation that takes these, each with its scopes behind a colon: `bearer:admin`. */
const taking = (...security: readonly (readonly string[])[]): Contract['operations'][string] => ({
  ...promised({ 200: {}, 401: {}, 403: {} }),
  security: security.map((names) =>
    names.map((name) => {
      const [scheme = '', scopes = ''] = name.split(':');
      return { scheme, scopes: scopes === '' ? [] : scopes.split(' ') };
    }),
  ),
});

interface Told {
  readonly operation: Contract['operations'][string];
  /** What `credentials` and `others` return. */
  readonly credentials: string;
  readonly others?: string;
  /** The body of one test. */
  readonly test: string;
  readonly answer?: Parameters<typeof runOwn>[0]['answer'];
}

/** Runs one test of `GET /things`, with a set-up as a user would write it. */
async function told({ operation, credentials, others = '{}', test, answer }: Told) {
  const actors = [
    ...new Set(/\b(api|anonymous|wrong_scheme|expired|stranger|lesser)\b/g[Symbol.match](test)),
  ];
  return runOwn({
    contract: { securitySchemes, operations: { 'GET /things': operation } },
    answer: answer ?? (() => ({ status: 200 })),
    tests: `def test_own(${actors.join(', ')}):\n    ${test}\n`,
    setUp: (conftest) =>
      conftest
        .replace(/(def credentials\(\):\n\s+"""[^]*?"""\n\s+return )\{[^]*?\n {4}\}/, `$1${credentials}`)
        .replace(/(def others\(\):\n\s+"""[^]*?"""\n\s+return )\{\}/, `$1${others}`),
  });
}

const authorization = ({ headers }: Received) => headers.authorization;
const get = (actor: string) => `${actor}.get("/things")`;

describe('who calls', () => {
  it('is the user, with the first of several credentials that opens the operation', async () => {
    const credentials = '{"bearer": {"admin": "keeper-1", "reader writer": "person-1"}}';
    const sent = async (...security: readonly (readonly string[])[]) =>
      (await told({ operation: taking(...security), credentials, test: get('api') })).received.map(
        authorization,
      );
    expect(await sent(['bearer:reader'])).toEqual(['Bearer person-1']);
    expect(await sent(['bearer:reader'], ['bearer:admin'])).toEqual(['Bearer keeper-1']);
    expect(await sent(['bearer'])).toEqual(['Bearer keeper-1']);
    expect(await sent(['bearer:owner'])).toEqual([]);
  });

  it.each([
    ['stranger', '{"stranger": {"bearer": "other-1"}}', 'Bearer other-1'],
    ['lesser', '{"lesser": {"bearer": "little-1"}}', 'Bearer little-1'],
    ['lesser', '{"lesser": {"bearer": {"admin": "a", "reader": "little-2"}}}', 'Bearer little-2'],
    ['expired', '{"expired": {"bearer": "old-1"}}', 'Bearer old-1'],
    ['wrong_scheme', '{}', 'Basic keeper-1'],
  ])('is %s, as %s', async (actor, others, expected) => {
    const operation = taking(['bearer:admin']);
    const { received } = await told({
      operation,
      credentials: '{"bearer": "keeper-1"}',
      others,
      test: get(actor),
    });
    expect(received.map(authorization)).toEqual([expected]);
  });

  it('is somebody lesser among the credentials of the user, where nobody else is named', async () => {
    const credentials = '{"bearer": {"admin": "keeper-1", "reader": "person-1"}}';
    const operation = taking(['bearer:admin']);
    const { received } = await told({ operation, credentials, test: get('lesser') });
    expect(received.map(authorization)).toEqual(['Bearer person-1']);
  });

  it('sends a password behind the word Bearer, and any word that no alternative takes', async () => {
    const credentials = '{"basic": "ada:s3cret"}';
    const sent = async (...security: readonly (readonly string[])[]) =>
      (await told({ operation: taking(...security), credentials, test: get('wrong_scheme') })).received.map(
        authorization,
      );
    expect(await sent(['basic'])).toEqual(['Bearer YWRhOnMzY3JldA==']);
    expect(await sent(['basic'], ['bearer'])).toEqual(['Digest YWRhOnMzY3JldA==']);
  });

  it.each(['stranger', 'lesser', 'expired'])(
    'makes a case pending that nobody is named for: %s',
    async (actor) => {
      const { verdicts } = await told({
        operation: taking(['bearer:admin']),
        credentials: '{"bearer": "keeper-1"}',
        test: get(actor),
      });
      expect(verdicts).toMatchObject([
        {
          outcome: 'skipped',
          message: expect.stringContaining(
            `is to name the actor '${actor}', as in {"${actor}": {"bearer": ...}}`,
          ),
        },
      ]);
    },
  );

  it('goes on with a conftest.py that does not know of others', async () => {
    const { output } = await runOwn({
      contract: { securitySchemes, operations: { 'GET /things': taking(['bearer']) } },
      answer: () => ({ status: 200 }),
      tests:
        'def test_own(api):\n    api.get("/things")\n\ndef test_other(stranger):\n    stranger.get("/things")\n',
      variables: { CREDENTIAL_BEARER: 'keeper-1' },
      setUp: (conftest) => conftest.replace(/@pytest.fixture\(scope="session"\)\ndef others[^]*?\n\n\n/, ''),
    });
    expect(output).toContain('1 passed, 1 skipped');
  });
});

describe('what a call carries', () => {
  it('is no more than the schemes that it names', async () => {
    const { received } = await told({
      operation: taking(['bearer', 'key']),
      credentials: '{"bearer": "one-1", "key": "two-2"}',
      test: 'api.get("/things", schemes=["key"])',
    });
    expect(received.map(({ headers }) => [headers.authorization, headers['x-key']])).toEqual([
      [undefined, 'two-2'],
    ]);
  });

  it('is what the test holds, and is not shown', async () => {
    const { received, output } = await told({
      operation: taking(['bearer']),
      credentials: '{}',
      test: 'anonymous.get("/things", credentials={"bearer": "held-in-hand"}).conforms(204)',
      answer: ({ headers }) => ({ status: 200, body: headers.authorization ?? '' }),
    });
    expect(received.map(authorization)).toEqual(['Bearer held-in-hand']);
    expect(output).toContain('status is 200, expected 204');
    expect(output.replaceAll(/credentials=\{"bearer": "held-in-hand"\}/g, '')).not.toContain('held-in-hand');
  });
});

describe('a log-in', () => {
  const logIn = (more: string) => `{"bearer": itc_support.log_in("POST", "/log-in", ${more})}`;

  it('takes a token from a body or a header, and puts it behind a word', async () => {
    const answer = ({ line }: Received) =>
      line === 'POST /log-in'
        ? { status: 200, headers: { 'X-Token': 'from-header' }, body: { data: { token: 'from-body' } } }
        : { status: 200 };
    const sent = async (more: string, scheme = 'bearer') =>
      (
        await told({
          operation: taking([scheme]),
          credentials: logIn(more).replace('"bearer"', `"${scheme}"`),
          test: get('api'),
          answer,
        })
      ).received.at(-1)?.headers;
    expect(await sent('json={"a": "b"}, token="/data/token"')).toMatchObject({
      authorization: 'Bearer from-body',
    });
    expect(await sent('form={"a": "b"}, header="X-Token"')).toMatchObject({
      authorization: 'Bearer from-header',
    });
    expect(await sent('token="/data/token", template="Token {token}"', 'key')).toMatchObject({
      'x-key': 'Token from-body',
    });
  });

  it('takes a cookie that the answer sets', async () => {
    const { received } = await told({
      operation: taking(['session']),
      credentials: logIn('json={"a": "b"}, cookie="sid"').replace('bearer', 'session'),
      test: get('api'),
      answer: ({ line }) =>
        line === 'POST /log-in'
          ? { status: 204, headers: { 'Set-Cookie': 'sid=s3ssion; Path=/' } }
          : { status: 200 },
    });
    expect(received.map(({ line, headers }) => `${line} ${headers.cookie ?? ''}`)).toEqual([
      'POST /log-in ',
      'GET /things sid=s3ssion',
    ]);
  });

  it('is pending where the environment does not say who logs in', async () => {
    const { verdicts, received } = await told({
      operation: taking(['bearer']),
      credentials: logIn('json={"email": "a", "password": os.environ.get("NOBODY")}, token="/token"'),
      test: get('api'),
    });
    expect(received).toEqual([]);
    expect(verdicts).toMatchObject([
      { outcome: 'skipped', message: expect.stringContaining("its log-in for 'bearer' has no password") },
    ]);
  });

  it('is ended for whoever comes with what was good once', async () => {
    const { received } = await told({
      operation: taking(['bearer']),
      credentials: logIn(
        'json={"a": "b"}, token="/token", log_out=("DELETE", "/sessions/{id}", {"id": "/id"})',
      ),
      test: get('expired'),
      answer: ({ line }, count) =>
        line === 'POST /log-in'
          ? { status: 200, body: { token: `token-${count}`, id: count } }
          : { status: 204 },
    });
    expect(received.map(({ line, headers }) => `${line} ${headers.authorization ?? ''}`)).toEqual([
      'POST /log-in ',
      'DELETE /sessions/1 Bearer token-1',
      'GET /things Bearer token-1',
    ]);
  });

  it('that fails says so, and shows no password', async () => {
    const { output } = await told({
      operation: taking(['bearer']),
      credentials: logIn('json={"password": "hunter22"}, token="/token"'),
      test: get('api'),
      answer: () => ({ status: 403, body: { title: 'No.' } }),
    });
    expect(output).toContain('POST /log-in');
    expect(output).toContain('status is 403, expected 2XX');
    expect(output).not.toContain('hunter22');
  });

  it('may be a grant of OAuth 2, of a server that a discovery document names', async () => {
    const form = ({ body, headers }: Received) => [headers.authorization, body];
    const answer = ({ line, headers }: Received): Answered => {
      if (line === 'GET /.well-known/openid-configuration')
        return { status: 200, body: { token_endpoint: `http://${headers.host}/elsewhere/token` } };
      return line.startsWith('POST') ? { status: 200, body: { access_token: 'granted' } } : { status: 200 };
    };
    const operation = taking(['bearer']);
    const client = await told({
      operation,
      credentials:
        '{"bearer": itc_support.client_credentials("/token", client_id="i d", client_secret="s3cret", scope="a b")}',
      test: get('api'),
      answer,
    });
    expect(client.received.map(({ line }) => line)).toEqual(['POST /token', 'GET /things']);
    expect(form(client.received[0]!)).toEqual([
      `Basic ${Buffer.from('i%20d:s3cret').toString('base64')}`,
      'grant_type=client_credentials&scope=a%20b',
    ]);
    expect(authorization(client.received[1]!)).toBe('Bearer granted');
    const person = await told({
      operation,
      credentials:
        '{"bearer": itc_support.password_grant(discovery="/.well-known/openid-configuration", username="ada", password="hunter22")}',
      test: get('api'),
      answer,
    });
    expect(person.received.map(({ line }) => line)).toEqual([
      'GET /.well-known/openid-configuration',
      'POST /elsewhere/token',
      'GET /things',
    ]);
    expect(person.received[1]!.body).toBe('grant_type=password&username=ada&password=hunter22');
  });
});
