import { isArray, type Json, type JsonObject } from '../api/json.ts';
import type { Attempt } from './attempts.ts';
import { originOf } from './attempts-at-scalars.ts';
import { declaredNames, type Part, requiredNames } from './parts.ts';

/**
 * A member that the object does not declare, where it is closed; an array in its place; and the discriminator's value of
 * another alternative.
 *
 * An array is tried where something is required alone: to some servers an empty array is an empty object.
 */
export function objectShapes(parts: readonly Part[], value: JsonObject): readonly Attempt[] {
  const typed = parts.find(({ schema }) => [schema.type].flat().includes('object'));
  const needs = requiredNames(parts).length > 0;
  return [
    ...undeclared(parts, value),
    ...parts.flatMap((part) => otherKinds(part, value)),
    ...(typed && needs && isClosedType(typed) ? [ofAnotherShape(typed, 'is an array', [])] : []),
  ];
}

/** An object in place of an array; not an empty one, which to some servers is an empty array. */
export function arrayShapes(parts: readonly Part[], value: readonly Json[]): readonly Attempt[] {
  const typed = parts.find(({ schema }) => [schema.type].flat().includes('array'));
  return typed && isClosedType(typed)
    ? [ofAnotherShape(typed, 'is an object', { item: value[0] ?? 'text' })]
    : [];
}

function isClosedType({ schema }: Part): boolean {
  const types = [schema.type].flat();
  return !(types.includes('array') && types.includes('object'));
}

function ofAnotherShape(part: Part, says: string, value: Json): Attempt {
  return {
    group: 'shape',
    keyword: 'type',
    variant: isArray(value) ? 'array' : 'object',
    says,
    origin: originOf(part, 'type'),
    changes: [{ kind: 'with', value }],
  };
}

/** What a member is called that no contract declares. */
const surprises = ['surprise', 'surpriseMember', 'x-surprise'] as const;

function undeclared(parts: readonly Part[], value: JsonObject): readonly Attempt[] {
  const declared = declaredNames(parts);
  const member = surprises.find((name) => !declared.includes(name) && !Object.hasOwn(value, name));
  return parts.flatMap((part): readonly Attempt[] => {
    const keyword = (['additionalProperties', 'unevaluatedProperties'] as const).find(
      (one) => part.schema[one] === false,
    );
    if (keyword === undefined || member === undefined) return [];
    const origin = originOf(part, keyword);
    const changes = [{ kind: 'with', value: 'itc' } as const];
    return [{ group: 'shape', keyword, variant: '', says: 'is not declared', origin, member, changes }];
  });
}

function otherKinds(part: Part, value: JsonObject): readonly Attempt[] {
  const { discriminator } = part.schema;
  if (discriminator === undefined) return [];
  const { propertyName: member, mapping } = discriminator;
  const others = Object.keys(mapping).filter((kind) => kind !== value[member]);
  const about = {
    group: 'shape',
    keyword: 'discriminator',
    variant: 'another-kind',
    says: 'is that of another alternative',
    origin: originOf(part, 'discriminator'),
    member,
  } as const;
  if (others.length === 0 || !Object.hasOwn(value, member)) {
    const reason = `no other alternative is known that ${member} could name`;
    return [{ ...about, omitted: { code: 'not-made', reason } }];
  }
  return [
    {
      ...about,
      changes: others.map((kind) => ({ kind: 'with', value: kind })),
    },
  ];
}
