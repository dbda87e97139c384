import type { Operation, OperationKey, SecurityRequirement } from '../api/api.ts';
import { canExpire } from '../api/security.ts';
import { grantsOf, lesserOf, opens, type Grant } from '../api/standing.ts';
import { wordsOf } from '../api/words.ts';
import { credentialWords } from './credential-words.ts';
import { castOf, personCredentials } from './people.ts';
import type { CaseDraft } from './draft.ts';
import { logInsOf } from './log-ins.ts';
import type { Actor, Credential, LogIn } from './callers.ts';
import type { TestModel } from './model.ts';
import type { Subject } from './subject.ts';

type Others = Exclude<Credential['actor'], 'user'>;

/** What the setup file is asked for: the user's credential for each security scheme, and those of others whom cases call. */
export function credentialsOf(
  subject: Subject,
  cases: readonly CaseDraft[],
): Pick<TestModel, 'credentials' | 'logIns'> {
  const { securitySchemes } = subject.api;
  const logIns = logInsOf(subject);
  const variables = new Set<string>();
  const told = toldBy(subject, logIns);
  const sourceOf = (
    actor: Credential['actor'],
    { scheme, scopes, grant }: Pick<Wanted, 'scheme' | 'scopes' | 'grant'>,
  ): Credential['source'] => {
    const own = told.sources.get(`${actor} ${scheme}`);
    if (own !== undefined) return own;
    const logIn = actor === 'expired' ? undefined : logIns.get(scheme);
    const person = [actor, ...(scopes ?? [])];
    if (logIn === undefined)
      return {
        kind: 'variable',
        name: variable([...(actor === 'user' ? ['credential'] : person), scheme], variables),
      };
    // A token may be good for less than its holder (RFC 6749 §3.3): nobody else is needed.
    if (logIn.kind === 'grant' && grant !== undefined)
      return { kind: 'log-in', logIn: logIn.name, person: 'USER', scopes: grant.scopes };
    return { kind: 'log-in', logIn: logIn.name, person: variable(person, new Set()) };
  };
  /** Whether the user's own credential can be ended, so that nobody needs an old one. */
  const ends = (scheme: string): boolean => {
    const source = told.sources.get(`user ${scheme}`);
    if (source === undefined) return canEnd(logIns.get(scheme));
    return source.kind === 'log-in' && canEnd(told.logIns.find(({ name }) => name === source.logIn));
  };
  const own = Object.entries(securitySchemes).map(([scheme, how]): Credential => ({
    actor: 'user',
    scheme,
    summary: `${credentialWords(how)}${goodFor(scheme, subject)}`,
    source: sourceOf('user', { scheme }),
  }));
  const called = calledBy(cases);
  const others = (['stranger', 'lesser', 'expired'] as const).flatMap((actor) =>
    wantedOf(actor, subject, called.get(actor) ?? new Set())
      .filter(({ scheme }) => actor !== 'expired' || !ends(scheme))
      .map((wanted): Credential => ({
        actor,
        scheme: wanted.scheme,
        summary: wanted.summary,
        ...(wanted.scopes && { scopes: wanted.scopes }),
        source: sourceOf(actor, wanted),
      })),
  );
  const credentials = [...own, ...others];
  return numbered(credentials, new Set([...logIns.values(), ...told.logIns]));
}

interface Told {
  /** By actor and scheme. */
  readonly sources: ReadonlyMap<string, Credential['source']>;
  readonly logIns: readonly LogIn[];
}

/** What an auth file tells of people; what it does not copy, the report says. */
function toldBy(subject: Subject, known: ReadonlyMap<string, LogIn>): Told {
  const people = subject.api.people ?? [];
  const { report } = subject.requests.context;
  const cast = castOf(people);
  const sources = new Map<string, Credential['source']>();
  const logIns = new Map<string, LogIn>();
  for (const person of people) {
    const actor = [...cast].find(([, one]) => one === person)?.[0];
    const given = personCredentials(person, subject);
    if (given.length === 0)
      report.add('auth/no-scheme', undefined, { name: person.name, document: person.document });
    else if (actor === undefined)
      report.add('auth/no-actor', undefined, { name: person.name, document: person.document });
    if (actor === undefined || given.length === 0) continue;
    const names = [...new Set(given.flatMap(({ variables }) => variables))].join(', ');
    const { name, document } = person;
    report.add('auth/secrets', undefined, { name, document, actor, variables: names });
    for (const { scheme, person: prefix, logIn, variables } of given) {
      if (logIn === undefined) {
        sources.set(`${actor} ${scheme}`, { kind: 'variable', name: variables[0]! });
        continue;
      }
      // What ends a credential only the contract knows, of the same log-in.
      const same = known.get(scheme);
      const isSame = same?.kind === 'call' && same.method === logIn.method && same.url === logIn.url;
      const logOut = isSame ? same.logOut : undefined;
      const key = JSON.stringify(logIn);
      const called = logIns.get(key)?.name ?? ['log', 'in', 'of', 'the', 'file', String(logIns.size)];
      logIns.set(key, {
        name: called,
        summary: `${logIn.method} ${logIn.url}`,
        ...logIn,
        ...(logOut && { logOut }),
      });
      sources.set(`${actor} ${scheme}`, { kind: 'log-in', logIn: called, person: prefix });
    }
  }
  return { sources, logIns: [...logIns.values()] };
}

/** An environment variable's name, which no other credential has. */
function variable(parts: readonly string[], taken: Set<string>): string {
  const words = parts.flatMap(wordsOf).join('_').toUpperCase();
  const wish = words.replaceAll(/[^A-Z0-9_]/g, '') || 'CREDENTIAL';
  let name = wish;
  for (let count = 2; taken.has(name); count++) name = `${wish}_${count}`;
  taken.add(name);
  return name;
}

function canEnd(logIn: LogIn | undefined): boolean {
  return logIn?.kind === 'call' && logIn.logOut !== undefined;
}

/** The log-ins that are used, numbered: `log in`, `log in 2`. */
function numbered(
  credentials: readonly Credential[],
  logIns: ReadonlySet<LogIn>,
): Pick<TestModel, 'credentials' | 'logIns'> {
  const used = new Set(
    credentials.map(({ source }) => (source.kind === 'log-in' ? source.logIn : undefined)),
  );
  const kept = [...logIns].filter(({ name }) => used.has(name));
  const names = new Map(
    kept.map(
      ({ name }, index) => [name, ['log', 'in', ...(index === 0 ? [] : [String(index + 1)])]] as const,
    ),
  );
  return {
    credentials: credentials.map((credential) =>
      credential.source.kind === 'log-in'
        ? { ...credential, source: { ...credential.source, logIn: names.get(credential.source.logIn)! } }
        : credential,
    ),
    logIns: kept.map((logIn) => ({ ...logIn, name: names.get(logIn.name)! })),
  };
}

interface Wanted extends Pick<Credential, 'scheme' | 'summary' | 'scopes'> {
  /** What it is good for, and for no more. */
  readonly grant?: Grant;
}

/** The operations that each actor calls. */
function calledBy(cases: readonly CaseDraft[]): ReadonlyMap<Actor, ReadonlySet<OperationKey>> {
  const found = new Map<Actor, Set<OperationKey>>();
  for (const { steps } of cases) {
    for (const { call } of steps) {
      let called = found.get(call.as);
      if (called === undefined) found.set(call.as, (called = new Set()));
      called.add(call.operation);
    }
  }
  return found;
}

/** The schemes for which an actor who calls these operations needs a credential. */
function wantedOf(actor: Others, subject: Subject, called: ReadonlySet<OperationKey>): readonly Wanted[] {
  const { api } = subject;
  const operations = api.operations.filter(({ key }) => called.has(key));
  const schemes = [...new Set(operations.flatMap(({ security }) => security[0]?.map(schemeName) ?? []))];
  switch (actor) {
    case 'stranger':
      return schemes.map((scheme) => ({ scheme, summary: 'another user, who owns nothing of the first' }));
    case 'expired':
      return schemes
        .filter((scheme) => canExpire(api.securitySchemes[scheme]))
        .map((scheme) => ({ scheme, summary: 'a credential that was good once' }));
    case 'lesser':
      return lesserCredentials(operations, schemes, subject);
  }
}

function schemeName({ scheme }: SecurityRequirement): string {
  return scheme;
}

/** As few persons as will do: each has what most of the operations refuse that are left. */
function lesserCredentials(
  operations: readonly Operation[],
  schemes: readonly string[],
  { api }: Subject,
): readonly Wanted[] {
  const all = operations.map((operation) => lesserOf(operation, api.operations));
  const without = all.find((lesser) => lesser?.kind === 'without');
  let left = all.flatMap((lesser) => (lesser?.kind === 'grants' ? [lesser.grants.map(keyOf)] : []));
  if (left.length === 0) {
    const lacking = without?.kind === 'without' ? ` without the scope ${without.scopes.join(' ')}` : '';
    const summary = lacking === '' ? 'somebody whom operations refuse with 403' : `somebody${lacking}`;
    return schemes.map((scheme) => ({ scheme, summary }));
  }
  const grants: Grant[] = [];
  while (left.length > 0) {
    const candidates = [...new Set(left.flat())];
    const count = (key: string) => left.filter((keys) => keys.includes(key)).length;
    const best = candidates.toSorted((a, b) => count(b) - count(a))[0]!;
    grants.push(JSON.parse(best) as Grant);
    left = left.filter((keys) => !keys.includes(best));
  }
  return grants.map((grant) => {
    const { scheme, scopes } = grant;
    const what = scopes.length === 1 ? 'the scope' : 'the scopes';
    return {
      scheme,
      grant,
      summary: `somebody with no more than ${what} ${scopes.join(' ')}`,
      ...(grants.length > 1 && { scopes }),
    };
  });
}

function keyOf({ scheme, scopes }: Grant): string {
  return JSON.stringify({ scheme, scopes });
}

/** What the user's credential is to be good for: the one grant that opens all that asks for some, else all scopes. */
function goodFor(scheme: string, { operations, api }: Subject): string {
  const scoped = operations.filter(({ security }) =>
    security.flat().some((one) => one.scheme === scheme && one.scopes.length > 0),
  );
  const grants = grantsOf(api.operations).filter((grant) => grant.scheme === scheme);
  const enough = grants.find((grant) => scoped.every((operation) => opens(grant, operation)));
  const scopes = enough?.scopes ?? [...new Set(grants.flatMap((grant) => grant.scopes))];
  if (scoped.length === 0 || scopes.length === 0) return '';
  return `, good for the ${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(' ')}`;
}
