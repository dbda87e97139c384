import type { Credential, LogIn } from '../../src/model/callers.ts';
import type { Value } from '../../src/model/value.ts';
import { code } from '../../src/print/code.ts';
import { concat, type Doc } from '../../src/print/document.ts';
import { snake } from '../../src/print/names.ts';
import { personVariable } from '../../src/suite/person-variables.ts';
import { array, call, comment, hash, literal, text } from './ruby.ts';

/** Where a credential comes from: `ENV.fetch('CREDENTIAL_BEARER', nil)`, or `log_in.call('USER')`. */
export function printSource(source: Credential['source']): Doc {
  return source.kind === 'variable'
    ? call('ENV.fetch', [text(source.name), 'nil'])
    : call(`${snake(source.logIn)}.call`, [
        text(source.person),
        ...(source.scopes === undefined ? [] : [text(source.scopes.join(' '))]),
      ]);
}

/** A lambda of spec_helper.rb that makes a log-in of what the environment says of a person. */
export function printLogIn(logIn: LogIn): Doc {
  const scope = logIn.kind === 'grant' && logIn.scopes.length > 0 ? logIn.scopes.join(' ') : undefined;
  const parameters = scope === undefined ? 'person' : `person, scope = ${text(scope)}`;
  return code`
    # ${comment(`${logIn.summary}, as somebody of whom the environment tells.`)}
    ${snake(logIn.name)} = lambda do |${parameters}|
      ${logIn.kind === 'call' ? printCall(logIn) : printGrant(logIn)}
    end
  `;
}

function printCall(logIn: Extract<LogIn, { readonly kind: 'call' }>): Doc {
  const { method, url, headers, body, credential, template, logOut } = logIn;
  const where = { body: 'token', header: 'header', cookie: 'cookie' } as const;
  return call('Itc.log_in', [
    text(method),
    text(url),
    ...(headers === undefined ? [] : [concat('headers: ', printPersonal(headers))]),
    ...(body === undefined ? [] : [printBody(body)]),
    `${where[credential.in]}: ${text(credential.at)}`,
    ...(template === undefined ? [] : [`template: ${text(template)}`]),
    ...(logOut === undefined
      ? []
      : [
          concat(
            'log_out: ',
            array([
              text(logOut.method),
              text(logOut.path),
              hash(Object.entries(logOut.parameters).map(([name, pointer]) => [name, text(pointer)])),
            ]),
          ),
        ]),
  ]);
}

function printBody({
  kind,
  value,
  ...body
}: NonNullable<Extract<LogIn, { readonly kind: 'call' }>['body']>): Doc {
  const personal = printPersonal(value);
  return kind === 'text' && 'mediaType' in body
    ? concat('text: ', array([text(body.mediaType), personal]))
    : concat(`${kind}: `, personal);
}

function printGrant({ grant, endpoint, scopes }: Extract<LogIn, { readonly kind: 'grant' }>): Doc {
  const [name, settings] = {
    password: ['password_grant', ['username', 'password', 'client_id', 'client_secret']] as const,
    'client-credentials': ['client_credentials', ['client_id', 'client_secret']] as const,
  }[grant];
  return call(`Itc.${name}`, [
    endpoint.kind === 'token' ? text(endpoint.url) : `discovery: ${text(endpoint.url)}`,
    ...settings.map((setting) => concat(`${setting}: `, ofPerson(setting))),
    ...(scopes.length === 0 ? [] : ['scope: scope']),
  ]);
}

/** A value in which a seed is what the environment says of the person. */
function printPersonal(value: Value): Doc {
  switch (value.kind) {
    case 'literal':
      return literal(value.json);
    case 'object':
      return hash(Object.entries(value.members).map(([name, member]) => [name, printPersonal(member)]));
    case 'array':
      return array(value.items.map(printPersonal));
    case 'seed':
      return ofPerson(value.name);
    default:
      throw new Error(`A log-in cannot be made of a value of kind ${value.kind}.`);
  }
}

/** `ENV.fetch("#{person}_EMAIL", nil)` */
function ofPerson(name: string): Doc {
  return call('ENV.fetch', [`"${personVariable('#{person}', name)}"`, 'nil']);
}
