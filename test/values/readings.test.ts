import { expect, it } from 'vitest';
import { readingsOf, textReadings } from '../../src/values/readings.ts';

it.each<[string, readonly unknown[]]>([
  ['{"a":1}', ['{"a":1}', { a: 1 }]],
  [' [1] ', [' [1] ', '[1]', [1]]],
  ['"a\\"b"', ['"a\\"b"', 'a"b']],
  ['{"a":1', ['{"a":1']],
  ['"a":"b"', ['"a":"b"']],
  ['{a}', ['{a}']],
  ['"', ['"']],
  ['1', ['1', 1, true]],
])('%s is read as text, scalar or JSON', (text, readings) => {
  expect(textReadings(text)).toEqual(readings);
});

it('reads a text as a list where it holds the delimiter, JSON or not', () => {
  expect(readingsOf('{"a":1,"b":"2"}', ',')).toContainEqual({ a: 1, b: '2' });
  expect(readingsOf('1,2', ',')).toContainEqual([1, 2]);
});
