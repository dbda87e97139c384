import type { Credential, LogIn, Value } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import type { Doc } from '../../src/print/document.ts';
import { camel } from '../../src/print/names.ts';
import { personVariable } from '../../src/suite/person-variables.ts';
import type { Imports } from './imports.ts';
import { array, call, comment, literal, object, text } from './typescript.ts';

/** What the functions of the support code may hide. */
const taken = ['logIn', 'clientCredentials', 'passwordGrant', 'setup', 'env'];

function nameOf(name: LogIn['name']): string {
  const own = camel(name) || 'logIn';
  return taken.includes(own) ? `${own}As` : own;
}

/** Where a credential comes from: `env.CREDENTIAL_BEARER`, or `logInAs('USER')`. */
export function printSource(source: Credential['source']): Doc {
  return source.kind === 'variable'
    ? `env.${source.name}`
    : call(nameOf(source.logIn), [
        text(source.person),
        ...(source.scopes === undefined ? [] : [text(source.scopes.join(' '))]),
      ]);
}

/** A function of setup.ts that makes a log-in of what the environment says of a person. */
export function printLogIn(logIn: LogIn, imports: Imports): Doc {
  const scope = logIn.kind === 'grant' && logIn.scopes.length > 0 ? logIn.scopes.join(' ') : undefined;
  const parameters = ['person: string', ...(scope === undefined ? [] : [`scope = ${text(scope)}`])];
  return code`
    /** ${comment(logIn.summary)}, as somebody of whom the environment tells. */
    const ${nameOf(logIn.name)} = (${parameters.join(', ')}) =>
      ${logIn.kind === 'call' ? printCall(logIn, imports) : printGrant(logIn, imports)};
  `;
}

function printCall(
  { method, url, headers, body, credential, template, logOut }: Extract<LogIn, { readonly kind: 'call' }>,
  imports: Imports,
): Doc {
  const where = { body: 'token', header: 'header', cookie: 'cookie' } as const;
  const sent: readonly (readonly [string, Doc])[] =
    body === undefined
      ? []
      : [
          [
            body.kind,
            body.kind === 'text'
              ? array([text(body.mediaType), printPersonal(body.value)])
              : printPersonal(body.value),
          ],
        ];
  return call(imports.use('itc/setup', 'logIn'), [
    text(method),
    text(url),
    object([
      ...(headers === undefined ? [] : [['headers', printPersonal(headers)] as const]),
      ...sent,
      [where[credential.in], text(credential.at)],
      ...(template === undefined ? [] : [['template', text(template)] as const]),
      ...(logOut === undefined
        ? []
        : [
            [
              'logOut',
              array([
                text(logOut.method),
                text(logOut.path),
                object(Object.entries(logOut.parameters).map(([name, pointer]) => [name, text(pointer)])),
              ]),
            ] as const,
          ]),
    ]),
  ]);
}

function printGrant(
  { grant, endpoint, scopes }: Extract<LogIn, { readonly kind: 'grant' }>,
  imports: Imports,
): Doc {
  const [name, settings] = {
    password: [
      'passwordGrant',
      [
        ['username', 'username'],
        ['password', 'password'],
        ['clientId', 'client_id'],
        ['clientSecret', 'client_secret'],
      ],
    ] as const,
    'client-credentials': [
      'clientCredentials',
      [
        ['clientId', 'client_id'],
        ['clientSecret', 'client_secret'],
      ],
    ] as const,
  }[grant];
  return call(imports.use('itc/setup', name), [
    object([
      [endpoint.kind === 'token' ? 'url' : 'discovery', text(endpoint.url)],
      ...settings.map(([option, setting]) => [option, ofPerson(setting)] as const),
      ...(scopes.length === 0 ? [] : [['scope', 'scope'] as const]),
    ]),
  ]);
}

/** A value in which a seed is what the environment says of the person. */
function printPersonal(value: Value): Doc {
  switch (value.kind) {
    case 'literal':
      return literal(value.json);
    case 'object':
      return object(Object.entries(value.members).map(([name, member]) => [name, printPersonal(member)]));
    case 'array':
      return array(value.items.map(printPersonal));
    case 'seed':
      return ofPerson(value.name);
    default:
      throw new Error(`A log-in cannot be made of a value of kind ${value.kind}.`);
  }
}

/** `` env[`${person}_EMAIL`] `` */
function ofPerson(name: string): Doc {
  return `env[\`${personVariable('${person}', name)}\`]`;
}
