import { describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.ts';
import { readPeople } from '../../../src/frontends/wfc/people.ts';
import { parseSource } from '../../../src/source/parse.ts';

function read(text: string) {
  const report = new Report();
  const source = parseSource({ document: 'auth.yaml', url: 'file:///auth.yaml', text }, report)!;
  const people = readPeople(source, report);
  return {
    people,
    codes: report.diagnostics.map(({ code }) => code),
    messages: report.diagnostics.map(({ message }) => message),
  };
}

describe('an auth file of Web Fuzzing Commons', () => {
  it('tells of fixed headers, and not what they hold', () => {
    const { people } = read(`
auth:
  - name: FOO
    fixedHeaders: [{ name: Authorization, value: Bearer s3cret }]
`);
    expect(people).toMatchObject([{ name: 'FOO', headers: ['Authorization'] }]);
    expect(JSON.stringify(people)).not.toContain('s3cret');
  });

  it('tells of log-ins, each with what the template says', () => {
    const { people } = read(`
auth:
  - name: foo
    loginEndpointAuth: { payloadRaw: '{"username": "foo", "password": "hunter22", "remember": true}' }
  - name: bar
    loginEndpointAuth:
      verb: PUT
      payloadUserPwd: { username: bar, password: hunter33, usernameField: who, passwordField: word }
authTemplate:
  loginEndpointAuth: { endpoint: /login, verb: POST, contentType: application/json, expectCookies: true }
`);
    expect(people).toMatchObject([
      {
        logIn: {
          method: 'POST',
          url: '/login',
          credential: { in: 'cookie' },
          payload: {
            members: {
              username: { kind: 'secret', name: 'username' },
              password: { kind: 'secret', name: 'password' },
              remember: { kind: 'literal', json: true },
            },
          },
        },
      },
      {
        logIn: {
          method: 'PUT',
          payload: { members: { who: { name: 'who' }, word: { name: 'word' } } },
        },
      },
    ]);
    expect(JSON.stringify(people)).not.toMatch(/hunter/);
  });

  it.each([
    [
      'token: { extractFromField: /t, httpHeaderName: Authorization, headerPrefix: "JWT " }',
      {
        credential: { in: 'body', at: '/t' },
        send: { in: 'header', name: 'Authorization', template: 'JWT {token}' },
      },
    ],
    [
      'token: { extractFrom: header, extractSelector: X-Auth, sendIn: query, sendName: key }',
      { credential: { in: 'header', at: 'X-Auth' }, send: { in: 'query', name: 'key', template: '{token}' } },
    ],
    [
      'token: { extractFrom: body, extractSelector: /t, sendIn: header, sendName: X-T, sendTemplate: "Bearer {token}" }',
      { credential: { in: 'body', at: '/t' }, send: { name: 'X-T', template: 'Bearer {token}' } },
    ],
  ])('knows both spellings of a token: %s', (token, expected) => {
    const { people } = read(`
auth:
  - name: foo
    loginEndpointAuth: { endpoint: /login, verb: POST, payloadRaw: "grant_type=password&pin=1", ${token} }
`);
    expect(people).toMatchObject([{ logIn: expected }]);
  });

  it.each([
    ['[]', 'auth/not-auth'],
    ['auth: [{ name: foo }]', 'auth/broken-person'],
    ['auth: [{ fixedHeaders: [{ name: a, value: b }] }]', 'auth/broken-person'],
    ['auth: [{ name: foo, loginEndpointAuth: { verb: POST } }]', 'auth/broken-person'],
    ['auth: [{ name: foo, loginEndpointAuth: { endpoint: /login, verb: POST } }]', 'auth/broken-person'],
  ])('says what is wrong with %s', (text, code) => {
    expect(read(text)).toMatchObject({ people: [], codes: [code] });
  });

  const newcomer = (
    more: string,
    payload = '{"user": "{$name}", "mail": "{$name}@example.com", "password": "hunter22"}',
  ) => `
auth:
  - name: ada
    createUsers:
      endpoint: /users
      verb: POST
      contentType: application/json
      payloadRaw: '${payload}'
      ${more}
    loginEndpointAuth: { endpoint: /login, verb: POST, payloadUserPwd: { username: '{$name}', password: hunter22, usernameField: user, passwordField: password }, token: { extractFrom: body, extractSelector: /t, sendIn: header, sendName: Authorization } }
`;

  it('tells who is made first, and what of them is new', () => {
    const { people, codes } = read(
      newcomer("generators: [{ placeHolder: '{$name}', prefix: ada_, maxLength: 10 }]"),
    );
    const name = { kind: 'made', name: 'name' };
    expect(codes).toEqual([]);
    expect(people).toMatchObject([
      {
        signUp: {
          method: 'POST',
          url: '/users',
          mediaType: 'application/json',
          made: [{ name: 'name', template: 'ada_######' }],
          payload: {
            members: {
              user: name,
              mail: { kind: 'text', parts: [name, { kind: 'literal', json: '@example.com' }] },
              password: { kind: 'secret', name: 'password' },
            },
          },
        },
        logIn: { payload: { members: { user: name, password: { kind: 'secret' } } } },
      },
    ]);
    expect(JSON.stringify(people)).not.toMatch(/hunter/);
  });

  it.each([
    ["generators: [{ placeHolder: '{$name}', prefix: abcdefgh, maxLength: 10 }]", 'has no room for 3 digits'],
    ['generators: [{ prefix: a }]', 'a generator has no placeHolder'],
  ])('says what is wrong with %s', (generators, reason) => {
    const { people, messages } = read(newcomer(generators));
    expect(people).toEqual([]);
    expect(messages[0]).toContain(reason);
  });

  it('says what it cannot send', () => {
    const { messages } = read(newcomer('generators: []', '<user/>'));
    expect(messages[0]).toContain('its payloadRaw is no JSON');
    const { messages: alone } = read(
      'auth: [{ name: ada, createUsers: { endpoint: /users, verb: POST, payloadRaw: "{}" } }]',
    );
    expect(alone[0]).toContain('nothing says how it logs in');
  });

  it('says, with its line and without what stands around it, what it does not read', () => {
    const { codes, messages } = read(`configs: { maxTime: 5m }
auth:
  - name: foo
    requireMockHandling: true
    fixedHeaders: [{ name: Authorization, value: s3cret, secret: true }]
`);
    expect(codes).toEqual(['auth/unread', 'auth/unread', 'auth/unread']);
    expect(messages).toEqual([
      'auth.yaml:1:1: configs is not read: it is for the tool that it names.',
      'auth.yaml:4:5: requireMockHandling is not read: a suite cannot set up the answers of other services inside of yours.',
      'auth.yaml:5:58: secret is not read: the format has no such member here.',
    ]);
  });
});
