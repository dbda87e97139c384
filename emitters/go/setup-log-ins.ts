import type { Credential, LogIn } from '../../src/model/callers.ts';
import type { Value } from '../../src/model/value.ts';
import { code } from '../../src/print/code.ts';
import { concat, exploded, type Doc } from '../../src/print/document.ts';
import { camel } from '../../src/print/names.ts';
import { print } from '../../src/print/print.ts';
import { personVariable } from '../../src/suite/person-variables.ts';
import { call, comment, list, literal, object, text } from './go.ts';
import type { Imports } from './imports.ts';

/** Where a credential comes from: `os.Getenv("CREDENTIAL_BEARER")`, or `logIn("USER")`. */
export function printSource(source: Credential['source'], logIns: readonly LogIn[]): Doc {
  if (source.kind === 'variable') return call('os.Getenv', [text(source.name)]);
  const name = nameOfLogIn(source.logIn);
  const takesScope = logIns.some((one) => nameOfLogIn(one.name) === name && scopeOf(one) !== undefined);
  const scopes = source.scopes === undefined || !takesScope ? [] : [text(source.scopes.join(' '))];
  return call(name, [text(source.person), ...scopes]);
}

/** What a log-in asks for by itself. */
function scopeOf(logIn: LogIn): string | undefined {
  return logIn.kind === 'grant' && logIn.scopes.length > 0 ? logIn.scopes.join(' ') : undefined;
}

function nameOfLogIn(words: LogIn['name']): string {
  return camel(words) || 'logIn';
}

/** A function of setup_test.go that makes a log-in of what the environment says of a person. */
export function printLogIn(logIn: LogIn, imports: Imports): Doc {
  const name = nameOfLogIn(logIn.name);
  const scope = scopeOf(logIn);
  const parameters = scope === undefined ? 'person string' : 'person string, scope ...string';
  const printed = logIn.kind === 'call' ? printCall(logIn, imports) : printGrant(logIn, scope, imports);
  return code`
    // ${name}: ${comment(logIn.summary)}, as somebody of whom the environment tells.
    func ${name}(${parameters}) ${logIn.kind === 'call' ? 'LogIn' : 'Grant'} {
      return ${printed}
    }
  `;
}

type CallLogIn = Extract<LogIn, { readonly kind: 'call' }>;

function printCall(
  { method, url, headers, body, credential, template, logOut }: CallLogIn,
  imports: Imports,
): Doc {
  const carried = { json: 'JSON', form: 'Form', multipart: 'Multipart', text: 'Text' } as const;
  const where = { body: 'Token', header: 'Header', cookie: 'Cookie' } as const;
  return fields('LogIn', [
    ['Method', text(method)],
    ['Path', text(url)],
    ...(headers === undefined ? [] : [['Headers', printFields(headers, imports)] as const]),
    ...(body === undefined ? [] : [[carried[body.kind], printFields(body.value, imports)] as const]),
    ...(body?.kind === 'text' ? [['MediaType', text(body.mediaType)] as const] : []),
    [where[credential.in], text(credential.at)],
    ...(template === undefined ? [] : [['Template', text(template)] as const]),
    ...(logOut === undefined ? [] : [['LogOut', oneLine(printLogOut(logOut))] as const]),
  ]);
}

function printLogOut({ method, path, parameters }: NonNullable<CallLogIn['logOut']>): Doc {
  const pointers = Object.entries(parameters).map(([name, pointer]) => [text(name), text(pointer)] as const);
  return concat(`LogOut{${text(method)}, ${text(path)}, `, object(pointers), '}');
}

function printGrant(
  { grant, endpoint }: Extract<LogIn, { readonly kind: 'grant' }>,
  scope: string | undefined,
  imports: Imports,
): Doc {
  const isPassword = grant === 'password';
  const chosen =
    scope === undefined
      ? []
      : [
          [
            'Scope',
            `${imports.use('cmp', 'Or')}(${imports.use('strings', 'Join')}(scope, " "), ${text(scope)})`,
          ] as const,
        ];
  return fields('Grant', [
    [endpoint.kind === 'token' ? 'TokenURL' : 'Discovery', text(endpoint.url)],
    ...(isPassword
      ? ([
          ['IsPassword', 'true'],
          ['Username', ofPerson('username')],
          ['Password', ofPerson('password')],
        ] as const)
      : []),
    ['ClientID', ofPerson('client_id')],
    ['ClientSecret', ofPerson('client_secret')],
    ...chosen,
  ]);
}

/**
 * A struct with a field per line. gofmt aligns the values of neighbours that have one line each; an object has a line for
 * each member, and is alone.
 */
function fields(type: string, entries: readonly Field[]): Doc {
  const rows = groupsOf(entries).flatMap((group) => {
    const width = Math.max(...group.map(([name]) => name.length)) + 1;
    return group.map(([name, value]) => concat(`${name}:`.padEnd(width), ' ', value));
  });
  return exploded(`${type}{`, rows, '}');
}

type Field = readonly [name: string, value: Doc];

function groupsOf(entries: readonly Field[]): readonly (readonly Field[])[] {
  const groups: Field[][] = [];
  let isOpen = false;
  for (const entry of entries) {
    const isLine = typeof entry[1] === 'string';
    if (isLine && isOpen) groups.at(-1)?.push([...entry]);
    else groups.push([entry]);
    isOpen = isLine;
  }
  return groups;
}

/** A value that stays on its line, however long it is. */
function oneLine(value: Doc): string {
  return print(value, { width: Infinity, tab: 4 }).trimEnd();
}

/** An object with a line for each member. */
function printFields(value: Value, imports: Imports): Doc {
  if (value.kind !== 'object' && value.kind !== 'literal') return oneLine(printPersonal(value, imports));
  const printed = printPersonal(value, imports);
  return typeof printed === 'string' || printed.kind !== 'brackets'
    ? oneLine(printed)
    : { ...printed, breaks: 'always' };
}

/** A value in which a seed is what the environment says of the person. */
function printPersonal(value: Value, imports: Imports): Doc {
  switch (value.kind) {
    case 'literal':
      return literal(value.json, imports);
    case 'object':
      return object(
        Object.entries(value.members).map(([name, member]) => [text(name), printPersonal(member, imports)]),
      );
    case 'array':
      return list(value.items.map((item) => printPersonal(item, imports)));
    case 'seed':
      return ofPerson(value.name);
    default:
      throw new Error(`A log-in cannot be made of a value of kind ${value.kind}.`);
  }
}

/** `os.Getenv(person + "_EMAIL")` */
function ofPerson(name: string): Doc {
  return `os.Getenv(person + ${text(personVariable('', name))})`;
}
