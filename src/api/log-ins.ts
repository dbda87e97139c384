import type { Api, Operation, SecurityScheme } from './api.ts';
import { credentialTemplate, type CredentialTemplate } from './credential-template.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import { isCredential, isLogIn } from './log-in.ts';
import { findLogOut, type LogOut } from './log-out.ts';
import { answerSchema, successes, type Resource } from './resources.ts';
import { members, types } from './schema-shape.ts';
import { isSecured } from './security.ts';
import { kebab, wordsOf } from './words.ts';
import { escapeToken } from '../source/place.ts';

/** An operation that gives a credential to whoever says who they are. */
export interface FoundLogIn {
  readonly operation: Operation;
  /** The security schemes that take the credential. */
  readonly schemes: readonly string[];
  /** Where the answer has it: a JSON Pointer, or the name of a header or cookie. */
  readonly credential: { readonly in: 'body' | 'header' | 'cookie'; readonly at: string };
  /** What is sent in later requests, where that is more than the credential. */
  readonly template?: CredentialTemplate;
  readonly logOut?: LogOut;
  /** The operation by which anybody becomes somebody who can log in. */
  readonly register?: Operation;
}

/** The members that say who somebody is, at the top of a log-in's body. */
export function credentialMembers({ body }: Operation, schemas: Schemas): readonly string[] {
  return [...members(body?.contents[0]?.schema, schemas)]
    .filter(([name, schema]) => isCredential(name, schema, schemas))
    .map(([name]) => name);
}

/** The log-ins of an API, in the contract's order; a scheme takes the credential of the first one that fits. */
export function findLogIns(api: Api, resources: readonly Resource[]): readonly FoundLogIn[] {
  const served = new Set<string>();
  return api.operations
    .filter((operation) => isLogIn(operation, api.schemas) && !operation.path.includes('{'))
    .flatMap((operation): readonly FoundLogIn[] => {
      const credential = credentialIn(operation, api);
      if (credential === undefined) return [];
      const schemes = Object.entries(api.securitySchemes)
        .filter(([name, scheme]) => !served.has(name) && takes(scheme, credential))
        .map(([name]) => name);
      if (schemes.length === 0) return [];
      for (const name of schemes) served.add(name);
      const template = credentialTemplate(api.securitySchemes[schemes[0]!]!, operation, api);
      const logOut = findLogOut(operation, api, resources);
      const register = findRegister(operation, api, resources);
      return [
        {
          operation,
          schemes,
          credential,
          ...(template !== undefined && { template }),
          ...(logOut && { logOut }),
          ...(register && { register }),
        },
      ];
    });
}

/** What a credential is called in an answer, the surest name first. */
const tokens = ['access-token', 'token', 'auth-token', 'session-token', 'jwt', 'id-token', 'api-key'];

function credentialIn(
  logIn: Operation,
  { schemas, securitySchemes }: Api,
): FoundLogIn['credential'] | undefined {
  const schema = answerSchema(logIn);
  const at = schema === undefined ? undefined : tokenIn(schema, schemas);
  if (at !== undefined) return { in: 'body', at };
  const headers = successes(logIn).flatMap((response) => response.headers.map(({ name }) => name));
  const cookie = Object.values(securitySchemes).find(
    (scheme) => scheme.type === 'apiKey' && scheme.in === 'cookie',
  );
  if (cookie?.type === 'apiKey' && headers.some((name) => name.toLowerCase() === 'set-cookie'))
    return { in: 'cookie', at: cookie.name };
  const header = headers.find((name) => /authorization|token/i.test(name));
  return header === undefined ? undefined : { in: 'header', at: header };
}

/** The pointer of a token: a member of the answer, or one envelope deep. */
function tokenIn(schema: JsonSchema, schemas: Schemas): string | undefined {
  const inside = (shape: JsonSchema, prefix: string): string | undefined => {
    const texts = [...members(shape, schemas)].filter(([, member]) =>
      types(member, schemas).includes('string'),
    );
    const found = tokens
      .map((token) => texts.find(([name]) => kebab(wordsOf(name)) === token))
      .find((text) => text !== undefined);
    return found && `${prefix}/${escapeToken(found[0])}`;
  };
  const envelopes = [...members(schema, schemas)].filter(([, member]) =>
    types(member, schemas).includes('object'),
  );
  return (
    inside(schema, '') ??
    envelopes
      .map(([name, member]) => inside(member, `/${escapeToken(name)}`))
      .find((pointer) => pointer !== undefined)
  );
}

/** Whether a scheme takes what a log-in gives. A key that somebody was given for good is no token of a log-in. */
function takes(scheme: SecurityScheme, credential: FoundLogIn['credential']): boolean {
  switch (scheme.type) {
    case 'http':
      return scheme.scheme === 'bearer' && credential.in !== 'cookie';
    case 'apiKey':
      if (scheme.in === 'cookie') return credential.in === 'cookie' && credential.at === scheme.name;
      return (
        credential.in !== 'cookie' &&
        (/authorization|token|session|jwt/i.test(scheme.name) || /api-?key$/i.test(credential.at))
      );
    case 'oauth2':
    case 'openIdConnect':
      return credential.in === 'body';
    case 'mutualTLS':
      return false;
  }
}

/** An open create of something that has all the members which the log-in takes. */
function findRegister(
  logIn: Operation,
  { schemas }: Api,
  resources: readonly Resource[],
): Operation | undefined {
  const wanted = credentialMembers(logIn, schemas);
  const creates = resources.flatMap(({ create }) => create ?? []);
  return creates.find((create) => {
    if (create === logIn || isSecured(create)) return false;
    const known = members(create.body?.contents[0]?.schema, schemas);
    return wanted.length > 1 && wanted.every((name) => known.has(name));
  });
}
