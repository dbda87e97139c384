import type { Method } from '../../api/api.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../api/json.ts';
import type { Person, PersonLogIn, PersonSignUp } from '../../api/people.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Source } from '../../source/source.ts';
import { readGenerators, type Generator } from './generators.ts';
import { mediaTypeOf, payloadOf } from './payload.ts';
import { textOf } from './text-of.ts';
import { reportUnread } from './unread.ts';

/**
 * Reads an auth file of Web Fuzzing Commons (github.com/WebFuzzing/Commons, `wfc/schemas/auth.yaml`), which EvoMaster and
 * others read, too: people, with fixed headers or a log-in whose answer has a token or a cookie. What `authTemplate` says
 * holds for everybody who does not say it. Both spellings of `token` are known, that of version 0.x (`extractFromField`)
 * and the later one (`extractFrom`).
 *
 * Its secrets are left where they are: a person keeps the names of what is secret, and the report says which variables
 * of the environment stand for them.
 */
export function readPeople(source: Source, report: Report): readonly Person[] {
  const { value, document } = source;
  const auth = isObject(value as Json) ? (value as JsonObject)['auth'] : undefined;
  if (!isArray(auth ?? null)) {
    report.add('auth/not-auth', { document, pointer: '' }, { document });
    return [];
  }
  const template = (value as JsonObject)['authTemplate'] ?? null;
  reportUnread(source, report);
  return (auth as readonly Json[]).flatMap((entry, index): readonly Person[] => {
    const own = isObject(entry) ? entry : {};
    const said = merged(isObject(template) ? template : {}, own);
    const name = textOf(said['name']);
    const left = (reason: string) => {
      // Without its place: the lines around it hold secrets.
      report.add('auth/broken-person', undefined, { document, name: name ?? `number ${index + 1}`, reason });
      return [];
    };
    if (name === undefined) return left('it has no name');
    const headers = headerNames(said['fixedHeaders']);
    // Whoever has a header of their own needs no log-in that is only the template's.
    const isSettled = 'fixedHeaders' in own && !('loginEndpointAuth' in own);
    const told = isSettled ? undefined : said['loginEndpointAuth'];
    const creates = said['createUsers'] ?? null;
    const generators = isObject(creates) ? readGenerators(creates['generators']) : [];
    if (typeof generators === 'string') return left(generators);
    const logIn = isObject(told ?? null) ? logInOf(told as JsonObject, generators) : undefined;
    if (typeof logIn === 'string') return left(logIn);
    const signUp = isObject(creates) ? signUpOf(creates, generators) : undefined;
    if (typeof signUp === 'string') return left(signUp);
    if (signUp !== undefined && logIn === undefined)
      return left('it is made by createUsers, and nothing says how it logs in');
    if (logIn === undefined && headers.length === 0)
      return left('it has neither fixedHeaders nor loginEndpointAuth');
    return [{ name, headers, ...(logIn && { logIn }), ...(signUp && { signUp }), document }];
  });
}

/** One object over another, member by member at every depth. */
function merged(below: JsonObject, above: JsonObject): JsonObject {
  const names = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const [under, over] = [below[name] ?? null, above[name] ?? null];
      return [name, isObject(under) && isObject(over) ? merged(under, over) : (over ?? under)];
    }),
  );
}

function headerNames(value: Json | undefined): readonly string[] {
  return isArray(value ?? null)
    ? (value as readonly Json[]).flatMap((header) => (isObject(header) ? (textOf(header['name']) ?? []) : []))
    : [];
}

const verbs: ReadonlySet<string> = new Set(['POST', 'GET', 'PATCH', 'DELETE', 'PUT']);

/** Where a call goes; a text says what is missing. */
function targetOf(said: JsonObject, what: string): Pick<PersonLogIn, 'method' | 'url'> | string {
  const url = textOf(said['endpoint']) ?? textOf(said['externalEndpointURL']);
  const verb = textOf(said['verb']) ?? '';
  if (url === undefined) return `${what} has neither endpoint nor externalEndpointURL`;
  return verbs.has(verb) ? { method: verb as Method, url } : `${what} has no verb`;
}

/** The call that makes somebody; a text says what is missing. */
function signUpOf(said: JsonObject, made: readonly Generator[]): PersonSignUp | string {
  const target = targetOf(said, 'its createUsers');
  if (typeof target === 'string') return target;
  const payload = payloadOf(said, made);
  if (typeof payload === 'string') return payload;
  if (payload === undefined) return 'its createUsers has no payloadRaw';
  return {
    ...target,
    mediaType: mediaTypeOf(said),
    payload,
    made: made.map(({ name, template }) => ({ name, template })),
  };
}

/** A log-in; a text says what is missing. */
function logInOf(said: JsonObject, made: readonly Generator[]): PersonLogIn | string {
  const target = targetOf(said, 'its log-in');
  if (typeof target === 'string') return target;
  const taken = said['expectCookies'] === true ? cookie : tokenOf(said['token']);
  if (typeof taken === 'string') return taken;
  const payload = payloadOf(said, made);
  if (typeof payload === 'string') return payload;
  return {
    ...target,
    headers: headerNames(said['headers']),
    mediaType: mediaTypeOf(said),
    ...(payload !== undefined && { payload }),
    ...taken,
  };
}

type Taken = Pick<PersonLogIn, 'credential' | 'send'>;

/** Which cookie it is, the contract says. */
const cookie: Taken = { credential: { in: 'cookie', at: '' } };

function tokenOf(said: Json | undefined): Taken | string {
  if (!isObject(said ?? null)) return 'its log-in has neither token nor expectCookies';
  const token = said as JsonObject;
  const field = textOf(token['extractFromField']);
  const header = textOf(token['extractFromHeader']);
  const selector = textOf(token['extractSelector']);
  const isInHeader = token['extractFrom'] === 'header';
  const credential =
    (field ?? (isInHeader ? undefined : selector)) !== undefined
      ? ({ in: 'body', at: (field ?? selector)! } as const)
      : (header ?? selector) !== undefined
        ? ({ in: 'header', at: (header ?? selector)! } as const)
        : undefined;
  const name = textOf(token['sendName']) ?? textOf(token['httpHeaderName']);
  if (credential === undefined) return 'its token says nowhere to extract it from';
  if (name === undefined) return 'its token says nowhere to send it';
  const around = `${textOf(token['headerPrefix']) ?? ''}{token}${textOf(token['headerPostfix']) ?? ''}`;
  const template = textOf(token['sendTemplate']) ?? around;
  return { credential, send: { in: token['sendIn'] === 'query' ? 'query' : 'header', name, template } };
}
