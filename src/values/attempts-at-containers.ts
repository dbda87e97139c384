import { isObject, type Json, type JsonObject } from '../api/json.ts';
import type { Attempt } from './attempts.ts';
import { originOf } from './attempts-at-scalars.ts';
import { type Part, requiredNames } from './parts.ts';

/** The most items or members that a deviation sends. */
const most = 1_000;

/** Each required member left out, too few members, and too many. */
export function objectAttempts(parts: readonly Part[], value: JsonObject): readonly Attempt[] {
  const required = requiredNames(parts);
  return parts.flatMap((part) => [...missingMembers(part, value), ...countAttempts(part, value, required)]);
}

function missingMembers(part: Part, value: JsonObject): readonly Attempt[] {
  return (part.schema.required ?? []).flatMap((member, index): readonly Attempt[] => {
    if (!Object.hasOwn(value, member)) return [];
    const origin = originOf(part, 'required', index);
    return [
      {
        group: 'required',
        keyword: 'required',
        variant: '',
        says: 'is missing',
        origin,
        member,
        changes: [{ kind: 'without' }],
      },
    ];
  });
}

function countAttempts(part: Part, value: JsonObject, required: readonly string[]): readonly Attempt[] {
  const { minProperties = 0, maxProperties } = part.schema;
  const attempts: Attempt[] = [];
  const members = Object.entries(value);
  if (minProperties > 0) {
    const kept = [
      ...members.filter(([name]) => required.includes(name)),
      ...members.filter(([name]) => !required.includes(name)),
    ];
    const few = Object.fromEntries(kept.slice(0, minProperties - 1));
    attempts.push({
      group: 'bounds',
      keyword: 'minProperties',
      variant: 'too-few-properties',
      says: `has fewer than ${minProperties} properties`,
      origin: originOf(part, 'minProperties'),
      changes: [{ kind: 'with', value: few }],
    });
  }
  if (maxProperties !== undefined) {
    const about = { group: 'bounds', keyword: 'maxProperties', variant: 'too-many-properties' } as const;
    const says = `has more than ${maxProperties} properties`;
    const origin = originOf(part, 'maxProperties');
    const reason = `more than ${maxProperties} properties are too many to send`;
    if (maxProperties > most)
      attempts.push({ ...about, says, origin, omitted: { code: 'too-large', reason } });
    else
      attempts.push({
        ...about,
        says,
        origin,
        changes: [{ kind: 'with', value: crowded(value, maxProperties + 1) }],
      });
  }
  return attempts;
}

/** More members, like the last one. */
function crowded(value: JsonObject, count: number): JsonObject {
  const members = new Map(Object.entries(value));
  const last = [...members.values()].at(-1) ?? 'Dune';
  for (let index = 1; members.size < count; index++) members.set(`key${index}`, last);
  return Object.fromEntries(members);
}

/** Too few items, too many, and the same item twice. */
export function arrayAttempts(part: Part, value: readonly Json[]): readonly Attempt[] {
  const { minItems = 0, maxItems, uniqueItems } = part.schema;
  const attempts: Attempt[] = [];
  if (minItems > 0) {
    const says = `has fewer than ${minItems} items`;
    const changes = [{ kind: 'with', value: value.slice(0, minItems - 1) }] as const;
    attempts.push({
      group: 'bounds',
      keyword: 'minItems',
      variant: 'too-few-items',
      says,
      origin: originOf(part, 'minItems'),
      changes,
    });
  }
  if (maxItems !== undefined) {
    const about = {
      group: 'bounds',
      keyword: 'maxItems',
      variant: 'too-many-items',
      origin: originOf(part, 'maxItems'),
    } as const;
    const says = `has more than ${maxItems} items`;
    const reason = `more than ${maxItems} items are too many to send`;
    if (maxItems > most) attempts.push({ ...about, says, omitted: { code: 'too-large', reason } });
    else
      attempts.push({
        ...about,
        says,
        changes: longer(value, maxItems + 1).map((items) => ({ kind: 'with', value: items })),
      });
  }
  if (uniqueItems && value.length > 0) {
    const twice = value.length > 1 ? [value[0]!, value[0]!, ...value.slice(2)] : [value[0]!, value[0]!];
    const says = 'has the same item twice';
    attempts.push({
      group: 'value',
      keyword: 'uniqueItems',
      variant: 'duplicate-items',
      says,
      origin: originOf(part, 'uniqueItems'),
      changes: [{ kind: 'with', value: twice }],
    });
  }
  return attempts;
}

/** Longer lists: items that differ where they can, else copies of the first one. */
function longer(value: readonly Json[], length: number): readonly (readonly Json[])[] {
  const [first] = value;
  if (first === undefined)
    return ['a', 1, {}].map((item) => Array.from({ length }, (_, index) => another(item, index)));
  const extra = (make: (index: number) => Json): readonly Json[] => [
    ...value,
    ...Array.from({ length: length - value.length }, (_, index) => make(index + 1)),
  ];
  return [extra((index) => another(first, index)), extra(() => first)];
}

function another(item: Json, index: number): Json {
  if (typeof item === 'number') return item + index;
  if (typeof item === 'string') return item + String(index);
  if (!isObject(item)) return item;
  const members = Object.entries(item);
  const changing = members.find(([, member]) => typeof member === 'string' || typeof member === 'number');
  return changing ? { ...item, [changing[0]]: another(changing[1], index) } : item;
}
