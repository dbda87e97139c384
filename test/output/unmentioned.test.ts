import { describe, expect, it } from 'vitest';
import type { Ask, Asked } from '../../src/model/emitter.ts';
import { emptyFolder } from '../../src/output/plan.ts';
import { unmentioned } from '../../src/output/unmentioned.ts';

const asked = (name: string, kind: Asked['kind'] = 'credential'): Asked => ({
  kind,
  name,
  where: 'credentials',
  line: `${JSON.stringify(name)}: given("${name}"),`,
});

/** The names that a set-up with this text is told to add. */
function lacking(text: string | undefined, ...asks: readonly Ask[]): readonly string[] {
  const files = [{ path: 'setup.py', text: '', owner: 'you', asks } as const];
  const there = new Map(text === undefined ? [] : [['setup.py', text]]);
  return unmentioned({ files, cases: {} }, { ...emptyFolder, files: there }).map(({ name }) => name);
}

const door: Ask = [[asked('door')]];
const [a, b, c] = [asked('a'), asked('b'), asked('c')];

describe('unmentioned', () => {
  it('says nothing of a file that is not there yet', () => {
    expect(lacking(undefined, door)).toEqual([]);
  });

  it.each(['x = {"door": 1}', "x = {'door' : 1}", 'x["door"] = 1', '# "door": given("door"),'])(
    'takes %j for a mention',
    (text) => {
      expect(lacking(text, door)).toEqual([]);
    },
  );

  it.each(['', 'the door', 'x = {"doors": 1}', 'x = {"door\': 1}', 'x = {1: "door"}'])(
    'does not take %j for one',
    (text) => {
      expect(lacking(text, door)).toEqual(['door']);
    },
  );

  it('takes any of several sets, and asks for the rest of the first', () => {
    const either: Ask = [[a, b], [c]];
    expect(lacking('{"c": 1}', either)).toEqual([]);
    expect(lacking('{"a": 1}', either)).toEqual(['b']);
    expect(lacking('', either, [[a]])).toEqual(['a', 'b']);
    expect(lacking('', [[a], []])).toEqual([]);
  });

  it('reads a name as it is', () => {
    expect(lacking('{"a.c": 1}', [[asked('a.c')]])).toEqual([]);
    expect(lacking('{"abc": 1}', [[asked('a.c')]])).toEqual(['a.c']);
    expect(
      lacking(String.raw`{"a\"b": 1}`, [[{ ...asked('a"b'), line: String.raw`"a\"b": given(1),` }]]),
    ).toEqual(['a"b']);
    expect(
      lacking(String.raw`{"a\"b": given(1),}`, [[{ ...asked('a"b'), line: String.raw`"a\"b": given(1),` }]]),
    ).toEqual([]);
  });
});
