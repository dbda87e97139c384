import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.ts';
import { readPeople } from '../../src/frontends/wfc/people.ts';
import { credentialsOf } from '../../src/model/credentials.ts';
import { parseSource } from '../../src/source/parse.ts';
import { contract } from '../contract.ts';

const json = (schema: string) => `content: { application/json: { schema: ${schema} } }`;

const shop = (how: { readonly schemes: string; readonly security?: string; readonly make?: string }) =>
  contract(`
/sessions:
  post:
    operationId: logIn
    requestBody: { required: true, ${json('{ type: object, required: [email, password], properties: { email: { type: string }, password: { type: string } } }')} }
    responses:
      '200': { description: In, ${json('{ type: object, required: [token], properties: { token: { type: string } } }')} }
      '401': { description: Out }
/things:
  get: { operationId: listThings, security: ${how.security ?? '[{ token: [] }]'}, responses: { '200': { description: Things } } }
  post: { operationId: makeThing, security: ${how.make ?? how.security ?? '[{ token: [] }]'}, responses: { '201': { description: Thing } } }
components:
  securitySchemes: ${how.schemes}
`);

const bearer = '{ token: { type: http, scheme: bearer } }';

const ofModel = async (how: Parameters<typeof shop>[0]) => {
  const { credentials, logIns } = (await shop(how)).model();
  return {
    credentials: credentials.map(({ actor, scheme, source }) =>
      source.kind === 'variable'
        ? `${actor} ${scheme} $${source.name}`
        : `${actor} ${scheme} ${source.logIn.join(' ')} of ${source.person}${source.scopes ? ` for ${source.scopes.join(' ')}` : ''}`,
    ),
    logIns,
  };
};

describe('what the setup file is asked for', () => {
  it.each([
    ['', 'the whole header Authorization, with the word before the key if there is one'],
    [
      ', description: "Your key after the word Token,\\n\\nas in Token abc."',
      'the whole header Authorization: Your key after the word Token,',
    ],
  ])('says of an API key in Authorization that it is sent as it is%s', async (description, summary) => {
    const schemes = `{ token: { type: apiKey, in: header, name: Authorization${description} } }`;
    expect((await shop({ schemes })).model().credentials[0]).toMatchObject({ actor: 'user', summary });
  });

  it('is a variable for each scheme that has no log-in', async () => {
    const { credentials, logIns } = await ofModel({
      schemes:
        '{ key: { type: apiKey, in: header, name: X-Key }, my-key: { type: apiKey, in: query, name: k } }',
      security: '[{ key: [] }]',
    });
    expect(credentials).toEqual(['user key $CREDENTIAL_KEY', 'user my-key $CREDENTIAL_MY_KEY']);
    expect(logIns).toEqual([]);
  });

  it('is who logs in by an operation that gives a token, and whoever comes too late', async () => {
    const { credentials, logIns } = await ofModel({ schemes: bearer });
    expect(credentials).toEqual(['user token log in of USER', 'expired token $EXPIRED_TOKEN']);
    expect(logIns).toMatchObject([
      {
        kind: 'call',
        method: 'POST',
        url: '/sessions',
        body: { value: { members: { email: { kind: 'seed', name: 'email' } } } },
        credential: { in: 'body', at: '/token' },
      },
    ]);
  });

  it('is as few people with fewer scopes as will do', async () => {
    const { credentials } = await ofModel({
      schemes: bearer,
      security: '[{ token: [reader] }, { token: [writer] }]',
      make: '[{ token: [writer] }]',
    });
    expect(credentials).toContain('lesser token log in of LESSER');
  });

  it('is a token of the same client that is good for less, where OAuth gives one', async () => {
    const { credentials, logIns } = await ofModel({
      schemes:
        '{ token: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://a.example/token", scopes: { r: R, w: W } } } } }',
      security: '[{ token: [r] }]',
      make: '[{ token: [w] }]',
    });
    expect(credentials).toEqual([
      'user token log in of USER',
      'lesser token log in of USER for w',
      'lesser token log in of USER for r',
      'expired token $EXPIRED_TOKEN',
    ]);
    expect(logIns).toMatchObject([
      { grant: 'client-credentials', endpoint: { url: 'https://a.example/token' }, scopes: ['r', 'w'] },
    ]);
  });

  it('asks a discovery document for the token endpoint', async () => {
    const { logIns } = await ofModel({
      schemes:
        '{ token: { type: openIdConnect, openIdConnectUrl: "https://a.example/.well-known/openid-configuration" } }',
    });
    expect(logIns).toMatchObject([{ kind: 'grant', endpoint: { kind: 'discovery' } }]);
  });

  it('leaves flows that need a browser to a variable', async () => {
    const { credentials } = await ofModel({
      schemes:
        '{ token: { type: oauth2, flows: { implicit: { authorizationUrl: "https://a.example/auth", scopes: {} } } } }',
    });
    // The contract has an operation that gives a token, and that will do.
    expect(credentials[0]).toBe('user token log in of USER');
  });
});

describe('an auth file', () => {
  const told = async (text: string) => {
    const { subject, api } = await shop({ schemes: bearer });
    const report = new Report();
    const people = readPeople(
      parseSource({ document: 'auth.yaml', url: 'file:///auth.yaml', text }, report)!,
      report,
    );
    const { context } = subject.requests;
    const made = credentialsOf({ ...subject, api: { ...api, people } }, []);
    return { ...made, codes: context.report.diagnostics.map(({ code }) => code) };
  };

  it('says who the user is, and leaves secrets where they are', async () => {
    const { credentials, logIns, codes } = await told(`
auth:
  - name: Ada L.
    loginEndpointAuth:
      endpoint: /sessions
      verb: POST
      payloadUserPwd: { username: ada, password: hunter22, usernameField: email, passwordField: password }
      token: { extractFromField: /token, httpHeaderName: Authorization, headerPrefix: 'Bearer ' }
`);
    expect(credentials).toMatchObject([
      { actor: 'user', source: { kind: 'log-in', logIn: ['log', 'in'], person: 'ADA_L' } },
    ]);
    expect(logIns).toMatchObject([
      { body: { value: { members: { email: { kind: 'seed', name: 'email' } } } } },
    ]);
    expect(codes).toContain('auth/secrets');
    expect(JSON.stringify(logIns)).not.toContain('hunter22');
  });

  it('says which variable holds a header, and what nobody asks for', async () => {
    const { credentials, codes } = await told(`
auth:
  - { name: foo, fixedHeaders: [{ name: Authorization, value: x }] }
  - { name: bar, fixedHeaders: [{ name: X-Nothing, value: x }] }
`);
    expect(credentials).toMatchObject([{ source: { kind: 'variable', name: 'FOO_AUTHORIZATION' } }]);
    expect(codes).toEqual(expect.arrayContaining(['auth/secrets', 'auth/no-scheme']));
  });
});
