import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/api/api.ts';
import { holds, namesIn, type InterParameter } from '../../src/api/inter-parameter.ts';
import { interParameters } from '../../src/api/inter-parameter-language.ts';
import type { Json } from '../../src/api/json.ts';

const read = (text: string) =>
  interParameters({ extensions: { 'x-dependencies': [text] } } as unknown as Operation)[0]!;
const judge = (text: string, values: Readonly<Record<string, Json>>) =>
  holds((read(text) as InterParameter).condition, new Map(Object.entries(values)));

describe('a dependency between parameters', () => {
  it.each<[text: string, good: Readonly<Record<string, Json>>, bad: Readonly<Record<string, Json>>]>([
    ['IF videoDefinition THEN type;', { type: 'x', videoDefinition: 'hd' }, { videoDefinition: 'hd' }],
    ["IF type=='video' THEN q AND NOT channel", { type: 'other', channel: 1 }, { type: 'video', channel: 1 }],
    ["IF kind=='a'|'b' THEN q", { kind: 'c' }, { kind: 'b' }],
    ['Or(a, b);', { b: 1 }, {}],
    ['OnlyOne(a, b, c)', { a: 1 }, { a: 1, c: 1 }],
    ['AllOrNone(a, b)', {}, { a: 1 }],
    ['ZeroOrOne(a, b)', { a: 1 }, { a: 1, b: 1 }],
    ["ZeroOrOne(a, NOT b=='x')", { a: 1, b: 'x' }, { a: 1, b: 'y' }],
    ['minPrice <= maxPrice', { minPrice: 1 }, { minPrice: 2, maxPrice: 1 }],
    [
      '[from-date] < [to-date]',
      { 'from-date': '2024-03-01', 'to-date': '2024-03-02' },
      { 'from-date': 'b', 'to-date': 'a' },
    ],
    ['a + b - c <= 10', { a: 5, b: 6, c: 1 }, { a: 5, b: 6, c: 0 }],
    ['a != 3', { a: 4 }, { a: 3 }],
    ['(a OR b) AND c', { b: 1, c: 1 }, { a: 1 }],
  ])('%s', (text, good, bad) => {
    expect(judge(text, good)).toBe(true);
    expect(judge(text, bad)).toBe(false);
  });

  it('asks for nothing where a value is known at run time alone', () => {
    const { condition } = read('a < b') as InterParameter;
    expect(
      holds(
        condition,
        new Map<string, Json | undefined>([
          ['a', undefined],
          ['b', 1],
        ]),
      ),
    ).toBe(true);
  });

  it('names its parameters, with what they are held against', () => {
    const { condition } = read("IF a=='x' THEN b > 3") as InterParameter;
    expect([...namesIn(condition)]).toEqual([
      ['a', ['x']],
      ['b', [3]],
    ]);
  });

  it.each([
    ['IF a', 'there is `nothing` where THEN was expected'],
    ['OnlyOne(a, b', 'there is `nothing` where ) was expected'],
    ['a ? b', 'there is nothing to be made of `? b`'],
    ['a b', 'there is `b` where the end was expected'],
  ])('says what is wrong with %s', (text, problem) => {
    expect(read(text)).toEqual({ text, problem });
  });
});
