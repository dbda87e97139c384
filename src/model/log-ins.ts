import { isObject, type Json, type JsonObject } from '../api/json.ts';
import { kebab } from '../api/words.ts';
import type { LogIn } from './callers.ts';
import { isMade, type Requests } from './requests.ts';
import type { Subject } from './subject.ts';
import { object, type Value } from './value.ts';

/**
 * The log-in for each security scheme that has one: a flow of OAuth 2 with a declared token endpoint (RFC 6749 §4.3,
 * §4.4), OpenID Connect Discovery, or an operation that gives a credential. Flows that need a person at a browser (the
 * authorization code, the implicit and the device flow) can't be made by a suite.
 */
export function logInsOf(subject: Subject): ReadonlyMap<string, LogIn> {
  const found = new Map<string, LogIn>();
  const name = () => ['log', 'in', ...(found.size === 0 ? [] : [String(found.size + 1)])];
  for (const [scheme, { type, ...how }] of Object.entries(subject.api.securitySchemes)) {
    if (type === 'oauth2' && 'flows' in how) {
      const grant = grantOf(how.flows, subject);
      if (grant) found.set(scheme, { name: name(), ...grant });
    }
    if (type === 'openIdConnect' && 'url' in how && /^https?:/.test(how.url))
      found.set(scheme, {
        name: name(),
        summary: `A token of what ${how.url} names`,
        kind: 'grant',
        grant: 'client-credentials',
        endpoint: { kind: 'discovery', url: how.url },
        scopes: [],
      });
  }
  for (const { operation, schemes, credential, template, logOut } of subject.logIns) {
    const [first] = schemes.filter((scheme) => !found.has(scheme));
    const made = subject.requests.good(operation);
    if (first === undefined || !isMade(made)) continue;
    const { method, path, headers, body } = made.call;
    const logIn: LogIn = {
      name: name(),
      summary: `${method} ${path}`,
      kind: 'call',
      method,
      url: path,
      ...(headers && { headers }),
      ...(body && { body: { ...body, value: spelledOut(body.value, subject.requests) } }),
      credential,
      ...(template !== undefined && { template: template.template }),
      ...(logOut && {
        logOut: {
          method: logOut.operation.method,
          path: logOut.operation.path,
          parameters: logOut.parameters,
        },
      }),
    };
    for (const scheme of schemes) if (!found.has(scheme)) found.set(scheme, logIn);
  }
  return found;
}

type Grant = Pick<
  Extract<LogIn, { readonly kind: 'grant' }>,
  'kind' | 'grant' | 'endpoint' | 'scopes' | 'summary'
>;

/** Of the flows that need nobody at a browser, the first. */
function grantOf(flows: JsonObject, subject: Subject): Grant | undefined {
  const kinds = { password: 'password', clientCredentials: 'client-credentials' } as const;
  for (const [key, grant] of Object.entries(kinds)) {
    const flow: Json | undefined = flows[key];
    if (!isObject(flow) || typeof flow['tokenUrl'] !== 'string' || flow['tokenUrl'] === '') continue;
    const scopes = isObject(flow['scopes'] ?? null) ? Object.keys(flow['scopes'] as JsonObject) : [];
    const url = ownPath(flow['tokenUrl'], subject) ?? flow['tokenUrl'];
    return { kind: 'grant', grant, endpoint: { kind: 'token', url }, scopes, summary: `A token of ${url}` };
  }
  return undefined;
}

/** The path of a token endpoint that the API has itself: relative, or the address of one of its operations. */
function ownPath(url: string, { api }: Subject): string | undefined {
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//');
  if (isAbsolute && !URL.canParse(url, 'http://localhost')) return undefined;
  const path = isAbsolute ? new URL(url, 'http://localhost').pathname : `/${url.replace(/^\.?\//, '')}`;
  const own = path.startsWith(`${api.basePath}/`) ? path.slice(api.basePath.length) : path;
  if (!isAbsolute) return own;
  return api.operations.some((operation) => operation.path === own) ? own : undefined;
}

/** A value without names of examples: the setup file has none. */
function spelledOut(value: Value, requests: Requests): Value {
  switch (value.kind) {
    case 'example':
      return spelledOut(requests.examples.get(kebab(value.name))!.value, requests);
    case 'object':
      return object(
        Object.fromEntries(
          Object.entries(value.members).map(([name, member]) => [name, spelledOut(member, requests)]),
        ),
      );
    default:
      return value;
  }
}
