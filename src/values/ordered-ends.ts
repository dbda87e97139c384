import type { Json } from '../api/json.ts';
import { orderedPairs } from '../api/ordered-pairs.ts';

/** Other values of an end that are tried: there are three samples of a date. */
const tries = [1, 2, 3, 4];

const instant = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|$)/;
const timeOfDay = /^\d{2}:\d{2}(:\d{2}|$)/;

/**
 * The ends of each range that its names tell (`start` and `end`), brought in order where they are the wrong way round or
 * meet: a right server may refuse both. No contract says so, and everybody does.
 *
 * @param another another good value of one end: the first, the second …; undefined for an end that must stay as it is
 */
export function withOrderedEnds(
  values: ReadonlyMap<string, Json>,
  another: (name: string, variant: number) => Json | undefined,
): ReadonlyMap<string, Json> {
  const ordered = new Map(values);
  for (const { low, high } of orderedPairs([...values.keys()])) {
    const [first, last] = [ordered.get(low)!, ordered.get(high)!];
    if (areOutOfOrder(first, last) !== true) continue;
    const others = (name: string): readonly Json[] =>
      tries.flatMap((variant) => another(name, variant) ?? []);
    const [lows, highs] = [others(low), others(high)];
    const pairs = [
      ...highs.map((value) => [first, value] as const),
      ...lows.map((value) => [value, last] as const),
      ...lows.flatMap((one) => highs.map((other) => [one, other] as const)),
    ];
    const found = pairs.find(([one, other]) => areOutOfOrder(one, other) === false);
    if (found) ordered.set(low, found[0]).set(high, found[1]);
  }
  return ordered;
}

/** Whether the low end does not lie before the high one; undefined where the two can't be held against each other. */
export function areOutOfOrder(low: Json, high: Json): boolean | undefined {
  if (typeof low === 'number' && typeof high === 'number') return low >= high;
  if (typeof low !== 'string' || typeof high !== 'string') return undefined;
  if (instant.test(low) && instant.test(high)) {
    const [first, last] = [momentOf(low), momentOf(high)];
    return Number.isNaN(first + last) ? undefined : first >= last;
  }
  return timeOfDay.test(low) && timeOfDay.test(high) ? low >= high : undefined;
}

/** Whether one end of a range (`minPrice`, `maxPrice`) would then not lie on its own side of the other. */
export function passesOtherEnd(
  owner: Readonly<Record<string, Json>>,
  { name, value }: { readonly name: string; readonly value: Json },
): boolean {
  const now: Readonly<Record<string, Json>> = { ...owner, [name]: value };
  return orderedPairs(Object.keys(now)).some(
    ({ low, high }) => (low === name || high === name) && areOutOfOrder(now[low]!, now[high]!) === true,
  );
}

/** Dates and points in time by when they are, whatever their offsets; a time without one is taken for UTC. */
function momentOf(text: string): number {
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/i.test(text.slice(10));
  return Date.parse(text.length > 10 && !hasOffset ? `${text}Z` : text);
}
