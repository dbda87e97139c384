import type { Api, Operation, Parameter } from '../api/api.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import type { SaidSeed } from '../api/owner.ts';
import { numberType, parts } from '../api/schema-shape.ts';
import { singular } from '../api/singular.ts';
import { wordsOf } from '../api/words.ts';
import type { Value } from './value.ts';

/** What a seed is called in the setup file: the parameter's name; a plain `id` is told apart by what stands before it. */
export function seedName(
  operation: Operation,
  { name, in: location }: Pick<Parameter, 'name' | 'in'>,
): string {
  if (location !== 'path' || wordsOf(name).length > 1) return name;
  const before = operation.path.split('/');
  const hole = `{${name}}`;
  const position = before.findIndex((segment) => segment.includes(hole));
  const container = singular(
    before.slice(0, position).findLast((segment) => segment !== '' && !segment.includes('{')) ?? '',
  );
  if (container.length === 0 || container.at(-1) === wordsOf(name).at(-1)) return name;
  return [...container, ...wordsOf(name)]
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

/** The seed that the owner says a parameter is: marked as one, or listed under its own name or the seed's. */
export function saidSeed({ owner }: Api, operation: Operation, parameter: Parameter): Value | undefined {
  if (owner?.seeds === undefined && parameter.isSeed !== true) return undefined;
  const derived = seedName(operation, parameter);
  const seeds: OwnerSeeds = owner?.seeds ?? {};
  const name = [derived, parameter.name].find((candidate) => Object.hasOwn(seeds, candidate));
  if (name === undefined && parameter.isSeed !== true) return undefined;
  return seed(name ?? derived, seeds);
}

/** The seed that the owner says a body's member is: by its name, or where its schema is marked. */
export function saidSeedOf({ owner, schemas }: Api, name: string, schema: JsonSchema): Value | undefined {
  const seeds: OwnerSeeds = owner?.seeds ?? {};
  const isMarked = () => parts(schema, schemas).some((part) => part['x-itc-seed'] === true);
  if (!Object.hasOwn(seeds, name) && !isMarked()) return undefined;
  return typed(seed(name, seeds), schema, schemas);
}

type OwnerSeeds = Readonly<Record<string, SaidSeed>>;
type Seed = Extract<Value, { readonly kind: 'seed' }>;

function seed(name: string, seeds: OwnerSeeds): Seed {
  const value = Object.hasOwn(seeds, name) ? seeds[name]!.value : undefined;
  return { kind: 'seed', name, ...(value !== undefined && { default: value }) };
}

/** A body says what is a number, and an environment variable does not. */
function typed(said: Seed, schema: JsonSchema, schemas: Schemas): Seed {
  const type = numberType(schema, schemas);
  return type === undefined ? said : { ...said, type };
}
