import { isObject } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { matches } from './applicators.ts';
import type { Build, Site } from './building.ts';
import { recurs } from './choose.ts';
import {
  declaredNames,
  demandsOf,
  largest,
  memberSchema,
  memberSchemas,
  type Part,
  placeless,
} from './parts.ts';
import { textsOfPattern } from './pattern-text.ts';
import { memberOf } from './pointer.ts';

/** How many objects deep, and among how many objects, optional properties are filled in; beyond, only what is required. */
const deepestOptional = 6;
const mostObjects = 150;
/** The most undeclared names that are made. */
const mostNames = 100;

/** Whether any part requires a member. */
export function isRequired(name: string, parts: readonly Part[]): boolean {
  return parts.some(({ schema }) => schema.required?.includes(name));
}

/** Names, and the names that dependentRequired brings along. */
export function closureOf(names: readonly string[], parts: readonly Part[]): readonly string[] {
  const all = new Set(names);
  for (const name of all) {
    for (const { schema } of parts) {
      for (const other of memberOf(schema.dependentRequired, name) ?? []) all.add(other);
    }
  }
  return [...all];
}

/** Declared properties that are not required, but for those that would begin the same thing again. */
export function optionalNames(build: Build, parts: readonly Part[], site: Site): readonly string[] {
  const manner = build.mannerAt(site);
  return declaredNames(parts).filter(
    (name) => !isRequired(name, parts) && !recurs(memberSchema(parts, name), manner),
  );
}

/** All that a maximal object has beside the required: optional properties, members of the example, one member of a map. */
export function wantedNames(
  build: Build,
  parts: readonly Part[],
  { site, optional }: { readonly site: Site; readonly optional: readonly string[] },
): readonly string[] {
  const depth = site.path.filter((segment) => typeof segment === 'string').length;
  if (depth >= deepestOptional || site.crowd > mostObjects) return [];
  const suggested = suggestedNames(build, parts, site);
  const isBare = suggested.length === 0 && declaredNames(parts).length === 0;
  const isMap = isBare && parts.some(({ schema }) => saysWhat(schema.additionalProperties));
  const isPatterned = parts.some(({ schema }) => schema.patternProperties);
  return [
    ...optional,
    ...suggested,
    ...(isMap || isPatterned ? otherNames(build, parts, site).slice(0, 1) : []),
  ];
}

/** How many of these members may be objects, or lists of objects; 1 at least. */
export function nestingNames(build: Build, parts: readonly Part[], names: readonly string[]): number {
  const nesting = names.filter((name) => {
    const inner = demandsOf(build.order.schemas, placeless(memberSchema(parts, name)));
    return (
      inner.choices.length > 0 ||
      inner.parts.some(({ schema }) => schema.properties || saysWhat(schema.items))
    );
  });
  return Math.max(1, nesting.length);
}

/** Names that no part declares, for maps and for objects that must have more members than are declared. */
export function otherNames(build: Build, parts: readonly Part[], site: Site): readonly string[] {
  const count = Math.min(largest(parts, 'minProperties') ?? 1, mostNames);
  const rules = parts.flatMap(({ schema }) =>
    typeof schema.propertyNames === 'object' ? [schema.propertyNames] : [],
  );
  const ruled = Array.from({ length: rules.length > 0 ? count : 0 }, (_, variant) => {
    return build.make({ type: 'string', allOf: rules }, { ...site, name: 'key', hints: [], variant });
  });
  const patterns = parts.flatMap(({ schema }) => Object.keys(schema.patternProperties ?? {}));
  const patterned = patterns.flatMap((pattern) => [
    ...['key', 'x-key', 'en', '1', 'a'].filter((name) => matches(pattern, name)).slice(0, 1),
    ...textsOfPattern(pattern, { min: 1, max: 40 }, `${build.order.seed}#${site.path.join('/')}`),
  ]);
  const plain = Array.from({ length: count }, (_, index) => (index === 0 ? 'key' : `key${index + 1}`));
  const names = [...ruled.filter((name) => typeof name === 'string'), ...patterned, ...plain];
  return [...new Set(names)].filter((name) => isNameGood(build, parts, name));
}

/** Members that the contract's example has and no part declares. */
function suggestedNames(build: Build, parts: readonly Part[], { hints }: Site): readonly string[] {
  const example = hints.find((hint) => isObject(hint) && Object.keys(hint).length > 0);
  if (!isObject(example)) return [];
  const declared = new Set(declaredNames(parts));
  return Object.keys(example).filter((name) => !declared.has(name) && isNameGood(build, parts, name));
}

function isNameGood(build: Build, parts: readonly Part[], name: string): boolean {
  const isAllowed = parts.every(({ schema }) =>
    build.order.validator.isValid(schema.propertyNames ?? true, name),
  );
  return isAllowed && memberSchemas(parts, name).every(({ schema }) => schema !== false);
}

/** Whether a schema says anything of its values. */
function saysWhat(schema: JsonSchema | undefined): boolean {
  return typeof schema === 'object' && Object.keys(schema).length > 0;
}
