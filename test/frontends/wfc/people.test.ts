import { describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.ts';
import { readPeople } from '../../../src/frontends/wfc/people.ts';
import { parseSource } from '../../../src/source/parse.ts';

function read(text: string) {
  const report = new Report();
  const source = parseSource({ document: 'auth.yaml', url: 'file:///auth.yaml', text }, report)!;
  return { people: readPeople(source, report), codes: report.diagnostics.map(({ code }) => code) };
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
    expect(read(text)).toEqual({ people: [], codes: [code] });
  });
});
