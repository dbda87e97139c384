import type { SecurityScheme } from '../api/api.ts';
import type { Payload, Person, PersonLogIn, PersonSignUp } from '../api/people.ts';
import { isNamedOnTheWire } from '../api/security.ts';
import { wordsOf } from '../api/words.ts';
import type { CallLogIn, Credential } from './callers.ts';
import type { Body, Example } from './model.ts';
import type { Subject } from './subject.ts';
import { joined, literal, object, type Value } from './value.ts';

/** A person's credential for one security scheme, and the log-in that it comes from. */
export interface PersonCredential {
  readonly scheme: string;
  /** What the names of the person's variables begin with. */
  readonly person: string;
  /** Absent: the first variable holds the credential. */
  readonly logIn?: CallLogIn;
  /** The variables of the environment that are to hold the person's secrets. */
  readonly variables: readonly string[];
}

type Actor = Credential['actor'];

const actors: readonly Actor[] = ['user', 'stranger', 'lesser', 'expired'];

/**
 * Who of an auth file plays whom: whoever is named as an actor is that actor; else the first is the user, and the second
 * the stranger.
 */
export function castOf(people: readonly Person[]): ReadonlyMap<Actor, Person> {
  const isActor = (name: string): name is Actor => actors.some((actor) => actor === name);
  const cast = new Map<Actor, Person>();
  for (const person of people) if (isActor(person.name)) cast.set(person.name, person);
  const free = people.filter(({ name }) => !isActor(name));
  for (const actor of ['user', 'stranger'] as const) {
    const next = cast.has(actor) ? undefined : free.shift();
    if (next) cast.set(actor, next);
  }
  return cast;
}

/** What a person has for the security schemes of the contract, each of which takes what the file says. */
export function personCredentials(person: Person, { api }: Subject): readonly PersonCredential[] {
  const prefix = constant(person.name);
  return Object.entries(api.securitySchemes).flatMap(([scheme, how]): readonly PersonCredential[] => {
    const logIn = person.logIn && logInFor(person.logIn, how, person.signUp);
    if (logIn) {
      const { payload, headers } = person.logIn!;
      const { payload: made } = person.signUp ?? {};
      const payloads = [made, payload].filter((one) => one !== undefined);
      const secrets = new Set([...payloads.flatMap(secretsIn), ...headers]);
      const variables = [...secrets].map((name) => `${prefix}_${constant(name)}`);
      return [{ scheme, logIn, person: prefix, variables }];
    }
    const header = person.headers.find((name) => takesHeader(how, name));
    return header === undefined
      ? []
      : [{ scheme, person: prefix, variables: [`${prefix}_${constant(header)}`] }];
  });
}

function constant(text: string): string {
  return (
    wordsOf(text)
      .join('_')
      .toUpperCase()
      .replaceAll(/[^A-Z0-9_]/g, '') || 'PERSON'
  );
}

function takesHeader(how: SecurityScheme, header: string): boolean {
  if (how.type === 'apiKey') return how.in === 'header' && how.name.toLowerCase() === header.toLowerCase();
  return isNamedOnTheWire(how) && header.toLowerCase() === 'authorization';
}

/** The log-in for a scheme that takes what it gives; undefined where the scheme takes something else. */
function logInFor(
  { credential, send, ...call }: PersonLogIn,
  how: SecurityScheme,
  signUp?: PersonSignUp,
): CallLogIn | undefined {
  const isCookie = how.type === 'apiKey' && how.in === 'cookie';
  const isInQuery = how.type === 'apiKey' && how.in === 'query' && how.name === send?.name;
  const fits = send === undefined ? isCookie : send.in === 'query' ? isInQuery : takesHeader(how, send.name);
  if (!fits) return undefined;
  const isWrapped = how.type === 'apiKey' && send !== undefined && send.template !== '{token}';
  const body = call.payload && bodyOf(call.payload, call.mediaType);
  const headers = call.headers.map((name) => [name, { kind: 'seed', name } as const] as const);
  return {
    kind: 'call',
    method: call.method,
    url: call.url,
    ...(headers.length > 0 && { headers: object(Object.fromEntries(headers)) }),
    ...(body && { body }),
    ...(signUp && signUp.made.length > 0 && { given: signUp.made.map(made) }),
    ...(signUp && {
      signUp: {
        method: signUp.method,
        url: signUp.url,
        body: bodyOf(signUp.payload, signUp.mediaType),
      },
    }),
    credential: isCookie ? { in: 'cookie', at: how.name } : credential,
    ...(isWrapped && { template: send.template }),
  };
}

function made({ name, template }: PersonSignUp['made'][number]): Example {
  return { name: wordsOf(name), value: { kind: 'unique', template } };
}

function bodyOf(payload: Payload, mediaType: string): Body {
  const value = spelled(payload);
  return /x-www-form-urlencoded/i.test(mediaType)
    ? { kind: 'form', value }
    : { kind: 'json', mediaType, value };
}

/** A payload whose secrets are what the environment says of the person. */
function spelled(payload: Payload): Value {
  switch (payload.kind) {
    case 'literal':
      return literal(payload.json);
    case 'secret':
      return { kind: 'seed', name: payload.name };
    case 'made':
      return { kind: 'given', name: wordsOf(payload.name) };
    case 'text':
      return joined(payload.parts.map(spelled));
    case 'object':
      return object(
        Object.fromEntries(Object.entries(payload.members).map(([name, member]) => [name, spelled(member)])),
      );
  }
}

function secretsIn(payload: Payload): readonly string[] {
  if (payload.kind === 'secret') return [payload.name];
  return payload.kind === 'object' ? Object.values(payload.members).flatMap(secretsIn) : [];
}
