import type { Json, JsonObject } from '../api/json.ts';
import type { Schemas } from '../api/json-schema.ts';
import type { Attempt } from './attempts.ts';
import { originOf } from './attempts-at-scalars.ts';
import {
  type Demands,
  demandsOf,
  memberSchemas,
  noDemands,
  type Part,
  requiredNames,
  valuesOf,
} from './parts.ts';

/**
 * What one member's presence or value asks of the others (JSON Schema Validation 2020-12 §6.5.4, Core §10.2.2): without
 * what another member needs; with another value of a member that a condition looks at; without a member that a condition
 * or another member's schema may need. Of the last two nobody knows before it is judged whether they are wrong at all.
 */
export function dependencyAttempts(
  schemas: Schemas,
  parts: readonly Part[],
  value: JsonObject,
): readonly Attempt[] {
  return parts.flatMap((part) => [
    ...neededByAnother(part, value),
    ...otherConditions(schemas, { part, parts }, value),
    ...withoutOptional({ part, parts }, value),
  ]);
}

function neededByAnother(part: Part, value: JsonObject): readonly Attempt[] {
  return Object.entries(part.schema.dependentRequired ?? {}).flatMap(([trigger, names]) =>
    Object.hasOwn(value, trigger)
      ? names
          .filter((member) => Object.hasOwn(value, member))
          .map((member): Attempt => ({
            group: 'dependency',
            keyword: 'dependentRequired',
            variant: `needed-by-${trigger}`,
            says: `is missing, and ${trigger} needs it`,
            origin: originOf(part, 'dependentRequired', trigger),
            member,
            changes: [{ kind: 'without' }],
          }))
      : [],
  );
}

interface Around {
  readonly part: Part;
  readonly parts: readonly Part[];
}

/** The members that an `if` looks at, with each other value that they may have. */
function otherConditions(schemas: Schemas, { part, parts }: Around, value: JsonObject): readonly Attempt[] {
  const condition = part.schema.if;
  if (typeof condition !== 'object') return [];
  return Object.keys(condition.properties ?? {})
    .filter((member) => Object.hasOwn(value, member))
    .flatMap((member) =>
      closedValues(schemas, parts, member)
        .filter((other) => other !== value[member])
        .flatMap((other) => otherwise(part, { member, other }, value)),
    );
}

/** The other value alone, and the other value without what it then needs. */
function otherwise(
  part: Part,
  { member, other }: { readonly member: string; readonly other: Json },
  value: JsonObject,
): readonly Attempt[] {
  const about = { group: 'dependency', keyword: 'if', isGuess: true } as const;
  const said = JSON.stringify(other);
  const changed: JsonObject = { ...value, [member]: other };
  return [
    {
      ...about,
      variant: `if/${String(other)}`,
      says: `is ${said}, which does not go with the others`,
      origin: originOf(part, 'if'),
      member,
      changes: [{ kind: 'with', value: other }],
    },
    ...neededThen(part, changed).map(({ name, origin }): Attempt => {
      const { [name]: _, ...rest } = changed;
      return {
        ...about,
        variant: `if/${String(other)}/${name}`,
        says: `has no ${name}, and its ${member} is ${said}`,
        origin,
        changes: [{ kind: 'with', value: rest }],
      };
    }),
  ];
}

/** What the branches of a condition require, and a value has. */
function neededThen(part: Part, value: JsonObject) {
  return (['then', 'else'] as const).flatMap((keyword) => {
    const branch = part.schema[keyword];
    const required = typeof branch === 'object' ? (branch.required ?? []) : [];
    return required.flatMap((name, index) =>
      Object.hasOwn(value, name) ? [{ name, origin: originOf(part, keyword, 'required', index) }] : [],
    );
  });
}

function closedValues(schemas: Schemas, parts: readonly Part[], member: string): readonly Json[] {
  let demands: Demands = noDemands;
  for (const located of memberSchemas(parts, member)) demands = demandsOf(schemas, located, demands);
  const isTruth = demands.parts.some(({ schema }) => schema.type === 'boolean');
  return valuesOf(demands.parts) ?? (isTruth ? [true, false] : []);
}

/** Optional members left out, where a condition or another member's schema may need them. */
function withoutOptional({ part, parts }: Around, value: JsonObject): readonly Attempt[] {
  const keyword = (['if', 'dependentSchemas'] as const).find((one) => part.schema[one] !== undefined);
  if (keyword === undefined) return [];
  const required = requiredNames(parts);
  return Object.keys(value)
    .filter((member) => !required.includes(member))
    .map((member): Attempt => ({
      group: 'dependency',
      keyword,
      variant: '',
      says: 'is missing, and the others need it',
      origin: originOf(part, keyword),
      member,
      changes: [{ kind: 'without' }],
      isGuess: true,
    }));
}
