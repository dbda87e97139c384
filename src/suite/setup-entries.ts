import type { Credential, LogIn } from '../model/callers.ts';
import type { TestModel } from '../model/model.ts';
import { constant, Scope, wordsOf } from '../print/names.ts';
import { personVariables } from './person-variables.ts';
import type { Seeds } from './seeds.ts';

/** What one line of the setup file gives: a credential or a seed, from a variable of the environment or a log-in. */
export interface SetupEntry {
  /** The security scheme, or the seed. */
  readonly name: string;
  readonly source: Credential['source'];
  /** Whether no case waits for it. */
  readonly isOptional?: boolean;
  /** For who fills it in. */
  readonly remark?: string;
}

export interface SetupEntries {
  /** What stands in front of every path of the contract; `''` where there is nothing. */
  readonly basePath: string;
  /** Of every security scheme of the contract. */
  readonly credentials: readonly SetupEntry[];
  /** Of everybody else whom a test lets call, by actor. */
  readonly others: readonly { readonly actor: string; readonly credentials: readonly Credential[] }[];
  readonly logIns: readonly LogIn[];
  /** Of every seed that a test speaks of. */
  readonly seeds: readonly SetupEntry[];
}

/** What the setup file is asked for, each with a variable of its own. */
export function setupEntries(model: TestModel, known: Seeds): SetupEntries {
  const own = model.credentials.filter(({ actor }) => actor === 'user');
  const credentials = own.map(({ scheme, summary, source }) => ({ name: scheme, source, remark: summary }));
  const others = (['stranger', 'lesser', 'expired'] as const)
    .map((actor) => ({ actor, credentials: model.credentials.filter((one) => one.actor === actor) }))
    .filter((other) => other.credentials.length > 0);
  const variable = variablesOf(model);
  const seeds = known.all().map(({ name, example, default: otherwise }) => ({
    name,
    source: { kind: 'variable', name: variable(name) } as const,
    ...(example !== undefined && { remark: `such as ${JSON.stringify(example)}` }),
    ...(otherwise !== undefined && {
      isOptional: true,
      remark: `${JSON.stringify(otherwise)} where it is not given`,
    }),
  }));
  const { basePath = '' } = model.contract;
  return { basePath, credentials, others, logIns: model.logIns, seeds };
}

/** The variable of a seed: its own, or, where the user logs in with the same, the one of the user. */
function variablesOf({ credentials, logIns }: TestModel): (seed: string) => string {
  const variables = new Scope([]);
  const users = credentials.flatMap(({ actor, source }) =>
    actor === 'user' && source.kind === 'log-in'
      ? logIns
          .filter(({ name }) => name === source.logIn)
          .flatMap((logIn) => [...personVariables(logIn, source.person)])
      : [],
  );
  const known = new Map(users);
  return (seed) =>
    known.get(seed) ??
    variables.take(['SEED', constant(wordsOf(seed))].filter((part) => part !== '').join('_'));
}
