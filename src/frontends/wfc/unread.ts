import { isArray, isObject, type Json } from '../../api/json.ts';
import type { Report } from '../../diagnostics/report.ts';
import { createLocator } from '../../source/locate.ts';
import { escapeToken } from '../../source/place.ts';
import type { Source } from '../../source/source.ts';

/** What the format has, by the object that has it; `*` stands for the items of a list. */
const known: Readonly<Record<string, readonly string[]>> = {
  '': ['schemaVersion', 'auth', 'authTemplate', 'configs'],
  person: ['name', 'requireMockHandling', 'fixedHeaders', 'loginEndpointAuth', 'createUsers'],
  header: ['name', 'value'],
  logIn: [
    'endpoint',
    'externalEndpointURL',
    'payloadRaw',
    'payloadUserPwd',
    'headers',
    'verb',
    'contentType',
    'token',
    'expectCookies',
  ],
  pair: ['username', 'password', 'usernameField', 'passwordField'],
  token: [
    'extractFrom',
    'extractSelector',
    'sendIn',
    'sendName',
    'sendTemplate',
    // Those of version 0.x.
    'extractFromField',
    'extractFromHeader',
    'httpHeaderName',
    'headerPrefix',
    'headerPostfix',
  ],
  signUp: ['endpoint', 'externalEndpointURL', 'payloadRaw', 'verb', 'contentType', 'generators'],
  generator: ['placeHolder', 'minLength', 'maxLength', 'prefix', 'postfix'],
};

/** What stands in a member of an object. */
const inside: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { auth: 'person', authTemplate: 'person' },
  person: { fixedHeaders: 'header', loginEndpointAuth: 'logIn', createUsers: 'signUp' },
  logIn: { payloadUserPwd: 'pair', headers: 'header', token: 'token' },
  signUp: { generators: 'generator' },
};

const reasons: Readonly<Record<string, string>> = {
  requireMockHandling: 'a suite cannot set up the answers of other services inside of yours',
  configs: 'it is for the tool that it names',
};

/**
 * Reports what of an auth file is not read: what is for other tools, and what the format does not have. With its line, and
 * not with the lines around it: they hold secrets.
 */
export function reportUnread({ value, ...source }: Source, report: Report): void {
  const locate = createLocator([{ value, ...source }]);
  const { document } = source;
  const say = (pointer: string, name: string, reason: string) => {
    const at = locate({ document, pointer });
    const where = at === undefined ? document : `${document}:${at.line}:${at.column}`;
    report.add('auth/unread', undefined, { where, name, reason });
  };
  const visit = (node: Json, kind: string, pointer: string): void => {
    if (isArray(node)) return node.forEach((item, index) => visit(item, kind, `${pointer}/${index}`));
    if (!isObject(node)) return;
    for (const [name, member] of Object.entries(node)) {
      const place = `${pointer}/${escapeToken(name)}`;
      if (!known[kind]!.includes(name)) say(place, name, 'the format has no such member here');
      else if (name in reasons && member !== false) say(place, name, reasons[name]!);
      const within = inside[kind]?.[name];
      if (within !== undefined) visit(member, within, place);
    }
  };
  visit(value as Json, '', '');
}
