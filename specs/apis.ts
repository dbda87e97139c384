import { mutants as bookshopMutants } from './bookshop/mutants.ts';
import { start as startBookshop } from './bookshop/server.ts';
import { mutants as faults } from './faults/mutants.ts';
import { start as startParcels } from './faults/server.ts';
import { mutants } from './odd/mutants.ts';
import { oddities, startOdd } from './odd/server.ts';
import type { Mutant } from './service/fault.ts';
import type { Running } from './service/listen.ts';

/** An API to try the compiler on: a contract, a server that keeps it, and mutants of that server. */
export interface TriedApi {
  /** `bookshop`, `odd/cookies`: its folder here. */
  readonly name: string;
  /** The contract, relative to the project's folder. */
  readonly contract: string;
  /** Arazzo documents on it. */
  readonly arazzo?: readonly string[];
  /** An auth file of Web Fuzzing Commons: who calls it. */
  readonly people?: string;
  /** The itc.yaml in which its owner says more of it; its first entry counts. */
  readonly config?: string;
  /** The folder of the set-up files that its owner has written, by emitter; absent: the emitted set-up will do. */
  readonly setup?: Readonly<Record<string, string>>;
  /** What its owner knows, as the emitted set-up reads it: credentials, and seed values. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly mutants: readonly Omit<Mutant, 'summary' | 'put'>[];
  /** Starts it on a free port of 127.0.0.1; `mutant` is the name of one of its mutants. */
  start(mutant?: string): Promise<Running>;
}

export const bookshop: TriedApi = {
  name: 'bookshop',
  contract: 'specs/bookshop/openapi.yaml',
  arazzo: ['specs/bookshop/sale.arazzo.yaml'],
  setup: { pytest: 'specs/bookshop/setup/pytest' },
  mutants: bookshopMutants,
  start: (mutant) => startBookshop({ mutant }),
};

export const parcels: TriedApi = {
  name: 'faults',
  contract: 'specs/faults/openapi.yaml',
  mutants: faults,
  start: (mutant) => startParcels({ mutant }),
};

/** Of the oddities that want something which no contract tells. */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'api-keys': {
    CREDENTIAL_QUERY: 'sesame',
    CREDENTIAL_HEADER: 'sesame',
    CREDENTIAL_COOKIE: 'sesame',
    CREDENTIAL_BASIC: 'ali:sesame',
  },
  'authorization-header': {
    CREDENTIAL_AUTHORIZATION_BEARER: 'Bearer sesame',
    CREDENTIAL_AUTHORIZATION: 'sesame',
    EXPIRED_AUTHORIZATION_BEARER: 'Bearer sesame-0',
    EXPIRED_AUTHORIZATION: 'sesame-0',
  },
  cookies: { CREDENTIAL_SESSION: 'sesame', EXPIRED_SESSION: 'mustard' },
  'cookie-session': { USER_USERNAME: 'ada', USER_PASSWORD: 'sesame-1' },
  'known-headers': { SEED_DIGEST: 'sha-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
  'no-operation-id': { SEED_THING_ID: '1', SEED_PART_ID: '1' },
  'path-styles': {
    SEED_SIMPLE_IDS: '3,4',
    SEED_LABEL_IDS: '.3,4',
    SEED_LABEL_EXPLODED_IDS: '.3.4',
    SEED_MATRIX_IDS: ';ids=3,4',
    SEED_MATRIX_EXPLODED_IDS: ';ids=3;ids=4',
  },
  'path-suffix': { SEED_PROJECT_ID: '1', SEED_DAY_FROM: '2', SEED_DAY_TO: '4' },
  'prose-prefix': { CREDENTIAL_KEY: 'Token sesame', EXPIRED_KEY: 'Token sesame-0' },
  'short-tokens': { USER_USERNAME: 'ada', USER_PASSWORD: 'sesame-1', EXPIRED_TOKEN: 'a-token-of-yesterday' },
  'two-scopes': {
    USER_CLIENT_ID: 'keeper',
    USER_CLIENT_SECRET: 'sesame-1',
    STRANGER_CLIENT_ID: 'stranger',
    STRANGER_CLIENT_SECRET: 'sesame-2',
    EXPIRED_OAUTH: 'a-token-of-yesterday',
  },
  'word-before-token': { SEED_NAME: 'wilma', ADA_PASSWORD: 'sesame-1' },
  'wrapped-list': { SEED_TENANT: 'acme' },
};

const odd = Object.keys(oddities)
  .sort()
  .map((name): TriedApi => ({
    name: `odd/${name}`,
    contract: `specs/odd/${name}/openapi.yaml`,
    ...(name === 'slow-jobs' && { arazzo: ['specs/odd/slow-jobs/print.arazzo.yaml'] }),
    ...(name === 'word-before-token' && { people: 'specs/odd/word-before-token/auth.yaml' }),
    ...(name === 'zones' && { config: 'specs/odd/zones/itc.yaml' }),
    environment: known[name] ?? {},
    mutants: mutants[name] ?? [],
    start: (mutant) => startOdd(name, 0, mutant),
  }));

/** Every API that has a server. */
export const apis: readonly TriedApi[] = [bookshop, parcels, ...odd];

/** @throws Error where there is none of that name, with the names that there are. */
export function apiNamed(name: string): TriedApi {
  const found = apis.find((api) => api.name === name);
  if (found) return found;
  throw new Error(`There is no API ${name}. There are: ${apis.map((api) => api.name).join(', ')}`);
}
