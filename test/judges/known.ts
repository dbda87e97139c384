import { isObject, type Json } from '../../src/api/json.ts';
import type { TestModel } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';

/** What a mock wants to know of a caller: credentials and seed values by name, as `setup/conftest.py` reads them. */
export interface Known {
  readonly credentials: Readonly<Record<string, string>>;
  readonly seeds: Readonly<Record<string, Json>>;
}

type Seed = Extract<Value, { readonly kind: 'seed' }>;

/** Any credential for each scheme, and for each seed what the contract shows, or else a number. */
export function knownOf(model: TestModel): Known {
  const schemes = Object.keys(model.contract.securitySchemes);
  return {
    credentials: Object.fromEntries(schemes.map((name) => [name, 'ali:sesame'])),
    seeds: Object.fromEntries(
      [...seedsIn([model.suites, model.fixtures])].map(({ name, example }) => [name, example ?? '1']),
    ),
  };
}

/** Every seed of a part of the model, wherever it stands. */
function* seedsIn(part: unknown): Iterable<Seed> {
  if (typeof part !== 'object' || part === null) return;
  if (isSeed(part)) yield part;
  else for (const member of Object.values(part)) yield* seedsIn(member);
}

function isSeed(part: object): part is Seed {
  return isObject(part as Json) && 'kind' in part && part.kind === 'seed' && 'name' in part;
}
