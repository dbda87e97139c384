import { expect, it } from 'vitest';
import { orderedPairs } from '../../src/api/ordered-pairs.ts';

it('finds the two ends of a range by their names', () => {
  const names = [
    'minPrice',
    'max_price',
    'price',
    'from',
    'to',
    'createdAfter',
    'createdBefore',
    'min',
    'start',
  ];
  expect(orderedPairs(names)).toEqual([
    { low: 'minPrice', high: 'max_price' },
    { low: 'from', high: 'to' },
    { low: 'createdAfter', high: 'createdBefore' },
  ]);
});
