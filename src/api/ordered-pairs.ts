import { wordsOf } from './words.ts';

/** Two names that everybody reads as the ends of one range. */
export interface OrderedPair {
  readonly low: string;
  readonly high: string;
}

/** Words for the two ends of a range; the rest of both names is the same: `minPrice` and `maxPrice`. */
const ends: readonly (readonly [string, string])[] = [
  ['min', 'max'],
  ['minimum', 'maximum'],
  ['from', 'to'],
  ['from', 'until'],
  ['start', 'end'],
  ['starts', 'ends'],
  ['begin', 'end'],
  ['begins', 'ends'],
  ['opens', 'closes'],
  ['in', 'out'],
  ['earliest', 'latest'],
  ['since', 'until'],
  ['after', 'before'],
  ['gte', 'lte'],
  ['gt', 'lt'],
  ['lower', 'upper'],
];

/** The pairs among the names, by their words alone: a convention, and no promise of any contract. */
export function orderedPairs(names: readonly string[]): readonly OrderedPair[] {
  const byWords = new Map(names.map((name) => [wordsOf(name).join(' '), name]));
  return names.flatMap((low) => {
    const words = wordsOf(low);
    return words.flatMap((word, index) =>
      ends.flatMap(([first, second]) => {
        const high = word === first ? byWords.get(words.with(index, second).join(' ')) : undefined;
        return high === undefined ? [] : [{ low, high }];
      }),
    );
  });
}
