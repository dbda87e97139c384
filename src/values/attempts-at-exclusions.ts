import { isArray, isObject, type Json, type JsonObject } from '../api/json.ts';
import type { JsonSchema, JsonType } from '../api/json-schema.ts';
import type { Attempt } from './attempts.ts';
import { originOf } from './attempts-at-scalars.ts';
import type { Change } from './deviate.ts';
import type { Part } from './parts.ts';

/** A member whose name is none that is allowed (JSON Schema Core 2020-12 §10.3.2.4). */
export function nameAttempts(parts: readonly Part[], value: JsonObject): readonly Attempt[] {
  const [member = 'Dune'] = Object.values(value);
  return parts.flatMap((part): readonly Attempt[] => {
    const { propertyNames } = part.schema;
    if (propertyNames === undefined || propertyNames === true) return [];
    return [
      {
        group: 'value',
        keyword: 'propertyNames',
        variant: 'wrong-name',
        says: 'has a member of a wrong name',
        origin: originOf(part, 'propertyNames'),
        changes: strangeNames(propertyNames).map((name) => ({
          kind: 'with',
          value: { ...value, [name]: member },
        })),
      },
    ];
  });
}

function strangeNames(schema: JsonSchema): readonly string[] {
  const { maxLength } = typeof schema === 'object' ? schema : {};
  const long = maxLength === undefined || maxLength > longestName ? [] : ['x'.repeat(maxLength + 1)];
  return [...long, '!', 'no such name', '0', 'x', ''];
}

/** Longer names are too large to send. */
const longestName = 1_000;

/** A list without what it must contain, and one item more than it may have (Core §10.3.1, §11.2). */
export function itemAttempts(part: Part, value: readonly Json[]): readonly Attempt[] {
  const { contains, minContains = 1, items, unevaluatedItems } = part.schema;
  const lists = (all: readonly (readonly Json[])[]): readonly Change[] =>
    all.map((list) => ({ kind: 'with', value: list }));
  const attempts: Attempt[] = [];
  if (contains !== undefined && minContains > 0)
    attempts.push({
      group: 'value',
      keyword: 'contains',
      variant: 'without-what-it-must-contain',
      says: 'lacks an item of the kind that it must have',
      origin: originOf(part, 'contains'),
      changes: lists([value.map(() => 'itc'), value.map(() => 0), value.slice(0, -1), []]),
    });
  for (const [keyword, schema] of [
    ['items', items],
    ['unevaluatedItems', unevaluatedItems],
  ] as const) {
    if (schema !== false) continue;
    attempts.push({
      group: 'shape',
      keyword,
      variant: 'undeclared-item',
      says: 'has an item more than it may have',
      origin: originOf(part, keyword),
      changes: lists([[...value, 'itc']]),
    });
  }
  return attempts;
}

/** What must not be: a value of it that is listed or of its type, or the members that may not be there together. */
export function notAttempts(part: Part, value: Json | undefined): readonly Attempt[] {
  const { not } = part.schema;
  if (not === undefined || not === false) return [];
  const about = {
    group: 'value',
    keyword: 'not',
    variant: 'what-it-must-not-be',
    says: 'is what it must not be',
    origin: originOf(part, 'not'),
  } as const;
  const values = typeof not === 'object' ? excluded(not, value) : [];
  return values.length > 0
    ? [{ ...about, changes: values.map((one) => ({ kind: 'with', value: one })) }]
    : [{ ...about, omitted: { code: 'not-made', reason: 'no value is known that it must not be' } }];
}

function excluded(not: Exclude<JsonSchema, boolean>, value: Json | undefined): readonly Json[] {
  const listed = [...(not.const === undefined ? [] : [not.const]), ...(not.enum ?? [])];
  const branches = [...(not.anyOf ?? []), ...(not.oneOf ?? [])].filter(
    (branch) => typeof branch === 'object',
  );
  const typed = [not.type ?? []].flat().flatMap((type) => samples[type]);
  const together = isObject(value) && not.required ? [withMembers(value, not.required)] : [];
  return [...listed, ...together, ...typed, ...branches.flatMap((branch) => excluded(branch, value))];
}

function withMembers(value: JsonObject, names: readonly string[]): JsonObject {
  const [member = 'Dune'] = Object.values(value).filter((one) => !isArray(one) && !isObject(one));
  return { ...Object.fromEntries(names.map((name) => [name, member])), ...value };
}

const samples: Readonly<Record<JsonType, readonly Json[]>> = {
  string: ['text'],
  integer: [42],
  number: [42],
  boolean: [true],
  object: [{}],
  array: [[]],
  null: [null],
};
