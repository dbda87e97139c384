import type { SecurityScheme } from '../../api/api.ts';
import type { Actor } from '../../model/callers.ts';
import type { Call, TestModel } from '../../model/model.ts';
import type { Promises } from '../../model/promises.ts';
import type { ShownBody, ShownRequest } from './shown-request.ts';
import { hereDocument, shellWord, variable, variablesIn } from './variables.ts';

/**
 * A request as a command of curl that a POSIX shell takes, one option a line. The address, credentials and whatever
 * comes from earlier answers are variables: `$BASE_URL`, `$TOKEN`, `$BOOK_ID`.
 */
export function curl(
  request: ShownRequest,
  { as }: Pick<Call, 'as'>,
  { model, promises }: { readonly model: TestModel; readonly promises: Promises },
): string {
  const credentials = credentialOf(as, promises, model);
  const { body } = request;
  const separator = request.target.includes('?') ? '&' : '?';
  const query = credentials.query.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join('&');
  const url = `${variable('base', 'url')}${request.target}${query === '' ? '' : separator + query}`;
  const cookies = [...request.cookies, ...credentials.cookies];
  const headers = [...credentials.headers, ...request.headers];
  const parts = [
    `curl -X ${request.method} ${shellWord(url)}`,
    ...headers.map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    ...credentials.options,
    ...(cookies.length > 0
      ? [`-b ${shellWord(cookies.map(([name, value]) => `${name}=${value}`).join('; '))}`]
      : []),
    ...(body ? bodyParts(body) : []),
  ];
  return parts.join(' \\\n  ');
}

function bodyParts(body: ShownBody): readonly string[] {
  switch (body.kind) {
    case 'json':
    case 'text': {
      const type = `-H ${shellWord(`content-type: ${body.mediaType}`)}`;
      if (variablesIn(body.text).length === 0) return [type, `--data-raw ${shellWord(body.text)}`];
      return [type, `--data-binary @- <<BODY\n${hereDocument(body.text)}\nBODY`];
    }
    case 'form':
      return body.fields.map(([name, value]) => `--data-urlencode ${shellWord(`${name}=${value}`)}`);
    case 'multipart':
      return body.fields.map(([name, value]) => `-F ${shellWord(`${name}=${value}`)}`);
  }
}

interface Credentials {
  readonly headers: readonly (readonly [string, string])[];
  readonly query: readonly (readonly [string, string])[];
  readonly cookies: readonly (readonly [string, string])[];
  readonly options: readonly string[];
}

const none: Credentials = { headers: [], query: [], cookies: [], options: [] };

/** The first alternative that the operation offers, held by whoever calls. */
function credentialOf(actor: Actor, { security }: Promises, { contract }: TestModel): Credentials {
  const [alternative = []] = security;
  if (actor === 'anonymous') return none;
  return alternative.reduce<Credentials>((all, { scheme: name }) => {
    const scheme = contract.securitySchemes[name];
    const secret = credentialText(actor, scheme);
    switch (scheme?.type) {
      case 'http':
        if (isBasic(actor, scheme)) return { ...all, options: [...all.options, `-u ${shellWord(secret)}`] };
        return header(all, 'authorization', `${schemeName(scheme.scheme, actor)} ${secret}`);
      case 'apiKey':
        return withKey(all, scheme, secret);
      case 'oauth2':
      case 'openIdConnect':
        return header(all, 'authorization', `${schemeName('bearer', actor)} ${secret}`);
      case 'mutualTLS':
        return { ...all, options: [...all.options, `--cert ${shellWord(secret)}`] };
      case undefined:
        return all;
    }
  }, none);
}

/** What somebody shows, as variables: `$TOKEN`, `$STRANGER_API_KEY`, `$USER:$PASSWORD`. */
export function credentialText(actor: Actor, scheme: SecurityScheme | undefined): string {
  if (actor === 'malformed') return 'malformed';
  const holder = actor === 'user' || actor === 'wrong-scheme' ? [] : [actor];
  if (isBasic(actor, scheme)) return `${variable(...holder, 'user')}:${variable(...holder, 'password')}`;
  switch (scheme?.type) {
    case 'apiKey':
      return variable(...holder, 'api', 'key');
    case 'mutualTLS':
      return variable(...holder, 'certificate');
    default:
      return variable(...holder, 'token');
  }
}

function isBasic(actor: Actor, scheme: SecurityScheme | undefined): boolean {
  return (
    scheme?.type === 'http' && scheme.scheme === 'basic' && actor !== 'malformed' && actor !== 'wrong-scheme'
  );
}

function schemeName(scheme: string, actor: Actor): string {
  const named = actor === 'wrong-scheme' ? (scheme === 'basic' ? 'bearer' : 'basic') : scheme;
  return named.charAt(0).toUpperCase() + named.slice(1);
}

function withKey(
  all: Credentials,
  { in: location, name }: { readonly in: 'query' | 'header' | 'cookie'; readonly name: string },
  value: string,
): Credentials {
  switch (location) {
    case 'header':
      return header(all, name, value);
    case 'query':
      return { ...all, query: [...all.query, [name, value]] };
    case 'cookie':
      return { ...all, cookies: [...all.cookies, [name, value]] };
  }
}

function header(all: Credentials, name: string, value: string): Credentials {
  return { ...all, headers: [...all.headers, [name, value]] };
}
