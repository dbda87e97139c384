import type { Words } from '../../src/api/words.ts';
import type { Credential, LogIn } from '../../src/model/callers.ts';
import type { Body } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';
import { code } from '../../src/print/code.ts';
import { concat, type Doc } from '../../src/print/document.ts';
import { snake } from '../../src/print/names.ts';
import { personVariable } from '../../src/suite/person-variables.ts';
import { signature } from './exchange.ts';
import { call, dict, docstring, list, literal, text, tuple } from './python.ts';
import { identifier } from './reserved.ts';

/** Where a credential comes from: `os.environ.get("CREDENTIAL_BEARER")`, or `log_in("USER")`. */
export function printSource(source: Credential['source']): Doc {
  return source.kind === 'variable'
    ? call('os.environ.get', [text(source.name)])
    : call(snake(source.logIn), [
        text(source.person),
        ...(source.scopes === undefined ? [] : [text(source.scopes.join(' '))]),
      ]);
}

/** A function of conftest.py that makes a log-in of what the environment says of a person. */
export function printLogIn(logIn: LogIn): Doc {
  const scope = logIn.kind === 'grant' && logIn.scopes.length > 0 ? logIn.scopes.join(' ') : undefined;
  const parameters = ['person', ...(scope === undefined ? [] : [`scope=${text(scope)}`])];
  const { given = [], signUp } = logIn.kind === 'call' ? logIn : {};
  const who =
    signUp === undefined
      ? 'somebody of whom the environment tells'
      : `somebody new, whom ${signUp.method} ${signUp.url} makes`;
  return code`
    ${signature(snake(logIn.name), parameters)}
      ${docstring(`${logIn.summary}, as ${who}.`)}
      ${given.map(({ name, value }) => concat(`${local(name)} = `, printPersonal(value)))}
      return ${logIn.kind === 'call' ? printCall(logIn) : printGrant(logIn)}
  `;
}

function printCall({
  method,
  url,
  headers,
  body,
  credential,
  template,
  signUp,
  logOut,
}: Extract<LogIn, { readonly kind: 'call' }>): Doc {
  const where = { body: 'token', header: 'header', cookie: 'cookie' } as const;
  return call('itc_support.log_in', [
    text(method),
    text(url),
    ...(headers === undefined ? [] : [concat('headers=', printPersonal(headers))]),
    ...(body === undefined ? [] : [concat(`${body.kind}=`, printCarried(body))]),
    `${where[credential.in]}=${text(credential.at)}`,
    ...(template === undefined ? [] : [`template=${text(template)}`]),
    ...(signUp === undefined
      ? []
      : [
          concat(
            'sign_up=',
            tuple([
              text(signUp.method),
              text(signUp.url),
              dict([[signUp.body.kind, printCarried(signUp.body)]]),
            ]),
          ),
        ]),
    ...(logOut === undefined
      ? []
      : [
          concat(
            'log_out=',
            tuple([
              text(logOut.method),
              text(logOut.path),
              dict(Object.entries(logOut.parameters).map(([name, pointer]) => [name, text(pointer)])),
            ]),
          ),
        ]),
  ]);
}

function printCarried(body: Body): Doc {
  const value = printPersonal(body.value);
  return body.kind === 'text' ? tuple([text(body.mediaType), value]) : value;
}

/** What a value that was made once is called in the function of a log-in: no name of its parameters. */
function local(name: Words): string {
  const taken = identifier(name, 'value');
  return taken === 'person' || taken === 'scope' ? `${taken}_` : taken;
}

function printGrant({ grant, endpoint, scopes }: Extract<LogIn, { readonly kind: 'grant' }>): Doc {
  const [name, settings] = {
    password: ['password_grant', ['username', 'password', 'client_id', 'client_secret']] as const,
    'client-credentials': ['client_credentials', ['client_id', 'client_secret']] as const,
  }[grant];
  return call(`itc_support.${name}`, [
    endpoint.kind === 'token' ? text(endpoint.url) : `discovery=${text(endpoint.url)}`,
    ...settings.map((setting) => concat(`${setting}=`, ofPerson(setting))),
    ...(scopes.length === 0 ? [] : ['scope=scope']),
  ]);
}

/** A value in which a seed is what the environment says of the person. */
function printPersonal(value: Value): Doc {
  switch (value.kind) {
    case 'literal':
      return literal(value.json);
    case 'object':
      return dict(Object.entries(value.members).map(([name, member]) => [name, printPersonal(member)]));
    case 'array':
      return list(value.items.map(printPersonal));
    case 'seed':
      return ofPerson(value.name);
    case 'given':
      return local(value.name);
    case 'unique':
      return call('itc_support.unique', [text(value.template)]);
    case 'text':
      return concat(
        ...value.parts.flatMap((part, index) => [...(index === 0 ? [] : [' + ']), printPersonal(part)]),
      );
    default:
      throw new Error(`A log-in cannot be made of a value of kind ${value.kind}.`);
  }
}

/** `os.environ.get(f"{person}_EMAIL")` */
function ofPerson(name: string): Doc {
  return call('os.environ.get', [`f"${personVariable('{person}', name)}"`]);
}
