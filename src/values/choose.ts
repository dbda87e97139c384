import type { JsonSchema, JsonType, Schemas } from '../api/json-schema.ts';
import { answeredOnce } from '../api/remembered.ts';
import type { HeightOf } from './endings.ts';
import { memberOf } from './pointer.ts';
import { type Choice, type Demands, demandsOf, type Located, placeless, typesOf } from './parts.ts';
import { nameOfRef } from '../api/subschemas.ts';

/** How the alternatives of a schema are chosen between. */
export interface Manner {
  readonly schemas: Schemas;
  readonly heightOf: HeightOf;
  readonly size: 'minimal' | 'maximal';
  /** Named schemas that the value stands in: to cross one of them again is to recur. */
  readonly around: ReadonlySet<string>;
  /** The value stands in a recursion: the shortest way out is taken. */
  readonly isEnding: boolean;
}

/** Alternatives multiply; where so many have led nowhere, the next ones will not either. */
const mostChoices = 2_000;

/** All that a value must meet once every choice is made, in the order in which it should be tried. */
export function* chosenDemands(schema: JsonSchema, manner: Manner): Generator<Demands> {
  const demands = withInheritance(demandsOf(manner.schemas, placeless(schema)));
  yield* decide(demands, manner, { left: mostChoices });
}

/** The demands of a schema are the same each time a value of it is made, and so is what follows from them. */
const withInheritance = answeredOnce((demands: Demands): Demands => {
  const choices = inheritance(demands);
  return choices.length === 0 ? demands : { ...demands, choices: [...demands.choices, ...choices] };
});

function* decide(demands: Demands, manner: Manner, patience: { left: number }): Generator<Demands> {
  if (patience.left-- <= 0) return;
  if (demands.isImpossible || typesOf(demands.parts)?.length === 0) return;
  const [choice, ...others] = demands.choices;
  if (!choice) {
    yield demands;
    return;
  }
  for (const branch of ordered(choice, manner)) {
    yield* decide(demandsOf(manner.schemas, branch, { ...demands, choices: others }), manner, patience);
  }
}

/** The contract's order; where a recursion is on, the branches that end soonest first; conditions as the size wants. */
function ordered({ keyword, branches }: Choice, manner: Manner): readonly Located[] {
  if (keyword === 'if' || keyword === 'dependentSchemas') {
    return manner.size === 'minimal' || manner.isEnding ? branches.toReversed() : branches;
  }
  if (manner.isEnding) {
    const heights = new Map(branches.map((branch) => [branch, manner.heightOf(branch.schema)]));
    return branches
      .filter((branch) => heights.get(branch) !== Infinity)
      .toSorted((a, b) => heights.get(a)! - heights.get(b)!);
  }
  return branches.toSorted((a, b) => rank(a.schema, manner) - rank(b.schema, manner));
}

/** Null only where there is nothing else that does not recur. */
function rank(schema: JsonSchema, manner: Manner): number {
  if (recurs(schema, manner)) return 2;
  return typeof schema === 'object' && schema.type === 'null' ? 1 : 0;
}

/** Whether a value of a schema cannot but cross one of the named schemas around it again. */
export function recurs(schema: JsonSchema, manner: Manner): boolean {
  return manner.around.size > 0 && crosses(schema, manner, []);
}

function crosses(schema: JsonSchema, manner: Manner, crossed: readonly string[]): boolean {
  if (typeof schema === 'boolean') return false;
  const again = (inner: JsonSchema): boolean => crosses(inner, manner, crossed);
  if (schema.allOf?.some(again)) return true;
  if ([schema.anyOf, schema.oneOf].some((branches) => branches?.filter(isNotNull).every(again) ?? false))
    return true;
  if (schema.$ref === undefined) return false;
  const name = nameOfRef(schema.$ref);
  if (manner.around.has(name)) return true;
  const target = memberOf(manner.schemas, name);
  return target !== undefined && !crossed.includes(name) && crosses(target, manner, [...crossed, name]);
}

function isNotNull(schema: JsonSchema): boolean {
  return typeof schema === 'boolean' || schema.type !== 'null';
}

/**
 * A discriminator without alternatives stands on a base schema (OpenAPI 3.1 §4.8.25): one of the schemas of its mapping,
 * which build on the base, is meant.
 */
export function inheritance({ parts, names }: Demands): readonly Choice[] {
  return parts.flatMap((part): Choice[] => {
    const { discriminator, anyOf, oneOf } = part.schema;
    if (!discriminator || anyOf || oneOf) return [];
    const targets = [...new Set(Object.values(discriminator.mapping))].map(targetName);
    if (targets.length === 0 || targets.some((target) => names.includes(target))) return [];
    const branches = [...targets.map((target): JsonSchema => ({ $ref: `#/$defs/${target}` })), true];
    return [{ keyword: 'anyOf', part, branches: branches.map(placeless) }];
  });
}

/** What the discriminators among the parts call the schemas that were chosen: by property, the value it should have. */
export function discriminatorValues({ parts, names }: Demands): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { schema, origin } of parts) {
    if (!schema.discriminator) continue;
    const { propertyName, mapping } = schema.discriminator;
    const isParent = schema.anyOf !== undefined || schema.oneOf !== undefined;
    const keys = Object.keys(mapping);
    const keyOf = (name: string): string | undefined =>
      keys.find((key) => targetName(mapping[key]!) === name);
    // Above alternatives the last schema crossed was chosen; below, the first one is the most derived.
    const order = (isParent ? names.toReversed() : names).filter((name) => !isParent || name !== origin.name);
    const mapped = order.find((name) => keyOf(name) !== undefined);
    const value = mapped === undefined ? (isParent ? chosenBranch(schema, names) : order[0]) : keyOf(mapped);
    if (value !== undefined && !values.has(propertyName)) values.set(propertyName, value);
  }
  return values;
}

function chosenBranch(
  {
    anyOf = [],
    oneOf = [],
  }: { readonly anyOf?: readonly JsonSchema[]; readonly oneOf?: readonly JsonSchema[] },
  names: readonly string[],
): string | undefined {
  const refs = [...anyOf, ...oneOf].flatMap((branch) =>
    typeof branch === 'object' && branch.$ref ? [nameOfRef(branch.$ref)] : [],
  );
  return refs.find((ref) => names.includes(ref));
}

function targetName(target: string): string {
  return target.startsWith('#/$defs/') ? nameOfRef(target) : target;
}

/** Types to try, in order: as the contract lists them, null last; where it lists none, what its keywords speak of. */
export const typesToTry = answeredOnce(({ parts }: Demands): readonly JsonType[] => {
  const listed = typesOf(parts);
  if (listed)
    return [...listed.filter((type) => type !== 'null'), ...listed.filter((type) => type === 'null')];
  const speaks = (keywords: readonly string[]): boolean =>
    parts.some(({ schema }) => keywords.some((keyword) => Object.hasOwn(schema, keyword)));
  const guessed: JsonType[] = [];
  if (speaks(['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties']))
    guessed.push('object');
  if (speaks(['items', 'prefixItems', 'minItems', 'contains'])) guessed.push('array');
  if (speaks(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']))
    guessed.push('number');
  return [
    ...guessed,
    ...(['string', 'integer', 'boolean', 'object', 'array', 'null'] as const).filter(
      (type) => !guessed.includes(type),
    ),
  ];
});
