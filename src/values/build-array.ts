import { isArray, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import type { Build, Site } from './building.ts';
import { recurs } from './choose.ts';
import { isEqual } from './equality.ts';
import { hintsForItem } from './hints.ts';
import { type Demands, itemSchemas, largest, type Part, smallest } from './parts.ts';

/** The longest array that is made; a schema that wants a longer one gets none. */
export const longestArray = 1_000;

/** Arrays that may meet the demands: one item (or as many as are wanted) first, then as few as are allowed. */
export function* arraysFor(build: Build, { parts }: Demands, site: Site): Generator<Json> {
  yield* shortExamples(build, site);
  const wanted = wantedItems(parts);
  const min = Math.max(largest(parts, 'minItems') ?? 0, wanted.length);
  const max = smallest(parts, 'maxItems') ?? Infinity;
  if (min > max || min > longestArray) return;
  const prefix = Math.max(0, ...parts.map(({ schema }) => schema.prefixItems?.length ?? 0));
  const isTurn = site.isEnding || recurs(itemSchema(parts, 0), build.mannerAt(site));
  const usual = isTurn ? min : Math.min(max, Math.max(min, 1, prefix));
  for (const length of new Set([usual, min, Math.min(max, Math.max(min, 1))])) {
    const items = itemsFor(build, { parts, wanted, length, min }, site);
    if (items) yield items;
  }
}

/** The contract's own example as it is, where it is a short list of scalars. */
function shortExamples(build: Build, { hints, variant, isEnding }: Site): readonly Json[] {
  if (build.order.size === 'minimal' || variant > 0 || isEnding) return [];
  return hints.filter(
    (hint) =>
      isArray(hint) && hint.length > 0 && hint.length <= 3 && hint.every((item) => typeof item !== 'object'),
  );
}

interface Plan {
  readonly parts: readonly Part[];
  readonly wanted: readonly JsonSchema[];
  readonly length: number;
  readonly min: number;
}

function itemsFor(
  build: Build,
  { parts, wanted, length, min }: Plan,
  site: Site,
): readonly Json[] | undefined {
  const isUnique = parts.some(({ schema }) => schema.uniqueItems);
  const items: Json[] = [];
  // `contains` is met by the last items: the first ones may have schemas of their own.
  const firstWanted = length - wanted.length;
  for (let index = 0; index < length; index++) {
    const extra = wanted[index - firstWanted];
    const schema: JsonSchema =
      extra === undefined ? itemSchema(parts, index) : { allOf: [itemSchema(parts, index), extra] };
    const inner: Site = { ...site, path: [...site.path, index], hints: hintsForItem(site.hints, index) };
    const item = isUnique
      ? anotherItem(build, schema, { site: inner, items })
      : build.make(schema, { ...inner, variant: site.variant + index });
    if (item !== undefined) items.push(item);
    else if (index < min) return undefined;
    else break;
  }
  return items;
}

/** An item that none of the others equals: samples in turns, until one is new. */
function anotherItem(build: Build, schema: JsonSchema, { site, items }: Neighbours): Json | undefined {
  for (let turn = 0; turn < 8; turn++) {
    const item = build.make(schema, { ...site, variant: site.variant + items.length + turn });
    if (item === undefined) return undefined;
    if (!items.some((other) => isEqual(other, item))) return item;
  }
  return undefined;
}

interface Neighbours {
  readonly site: Site;
  readonly items: readonly Json[];
}

function itemSchema(parts: readonly Part[], index: number): JsonSchema {
  const schemas = itemSchemas(parts, index).map(({ schema }) => schema);
  return schemas.length === 1 ? schemas[0]! : { allOf: schemas };
}

/** What `contains` wants, as often as it wants it. */
function wantedItems(parts: readonly Part[]): readonly JsonSchema[] {
  return parts.flatMap(({ schema: { contains, minContains = 1 } }) =>
    contains === undefined ? [] : Array.from({ length: Math.min(minContains, longestArray) }, () => contains),
  );
}
